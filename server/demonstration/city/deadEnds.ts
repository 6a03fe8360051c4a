// Dead ends: yards and drives that leave a street for the middle of a block.
import type { Random } from "../Random.ts";
import type { Block, Ground } from "./Ground.ts";
import { ringOf } from "./Ring.ts";
import type { LooseWay } from "./StreetLine.ts";

/** Blocks that have one. */
const SHARE = 0.3;
/** Edges shorter than this are left as they are. */
const LEAST_EDGE_M = 18;

/** A way from the longest edge of a block inward; null for most. `isStreet` tells edges that carry a street. */
export function deadEndOf(
	ground: Ground,
	block: Block,
	isStreet: (half: number) => boolean,
	random: Random,
): LooseWay | null {
	if (!random.chance(SHARE)) return null;
	const { mesh, compounds, neckEdges } = ground;
	const firstLine = compounds[block.compound]?.firstLine ?? 0;
	const ring = ringOf(mesh, block.half);
	let [longest, longestM] = [-1, LEAST_EDGE_M];
	for (const half of ring.halves) {
		const [a, b] = [mesh.from(half), mesh.to(half)];
		const lengthM = Math.hypot(mesh.x(b) - mesh.x(a), mesh.y(b) - mesh.y(a));
		const isOpen = isStreet(half) && mesh.lineOf(half) >= firstLine && !neckEdges.has(half >> 1);
		if (isOpen && lengthM > longestM) [longest, longestM] = [half, lengthM];
	}
	if (longest < 0) return null;
	const along = random.between(0.3, 0.7);
	const [a, b] = [mesh.from(longest), mesh.to(longest)];
	const x = mesh.x(a) + along * (mesh.x(b) - mesh.x(a));
	const y = mesh.y(a) + along * (mesh.y(b) - mesh.y(a));
	const [dx, dy] = [ring.middleX - x, ring.middleY - y];
	const depth = Math.min(random.between(0.5, 1.05), 120 / Math.hypot(dx, dy));
	const swing = random.between(-0.12, 0.12);
	const start = mesh.addVertex(x, y);
	mesh.splitEdge(longest, start);
	const bend = mesh.addVertex(
		x + depth * (0.55 * dx - swing * dy),
		y + depth * (0.55 * dy + swing * dx),
	);
	const end = mesh.addVertex(x + depth * dx, y + depth * dy);
	const isTown = block.residentsPerKm2 > 1_500;
	const highway = random.chance(0.5) ? "service" : isTown ? "footway" : "track";
	return { committee: block.committee, vertices: [start, bend, end], tags: { highway } };
}

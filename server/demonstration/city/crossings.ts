// Bridges over rivers, level crossings and underpasses of railways, underpasses of expressways: from frontage to
// frontage, closer together where more people live.
import { at } from "../at.ts";
import type { Random } from "../Random.ts";
import type { Corridor } from "./corridors.ts";
import type { Density } from "./Density.ts";
import type { Mesh } from "./Mesh.ts";
import type { LooseWay } from "./StreetLine.ts";

type Tags = Readonly<Record<string, string>>;

const BIN_M = 400;
const BRIDGE: Tags = { highway: "secondary", bridge: "yes", layer: "1" };
const UNDERPASS: Tags = { highway: "tertiary", tunnel: "yes", layer: "-1" };
const LEVEL: Tags = { highway: "tertiary" };
const FOOTBRIDGE: Tags = { highway: "footway", bridge: "yes", layer: "1" };
const WAYS_OVER: Readonly<Record<Corridor["kind"], readonly Tags[]>> = {
	river: [BRIDGE],
	canal: [BRIDGE, FOOTBRIDGE],
	railway: [LEVEL, UNDERPASS, FOOTBRIDGE],
	expressway: [UNDERPASS, FOOTBRIDGE],
};
/** Between crossings, in the densest town and in the fields. */
const SPACING_M: Readonly<Record<Corridor["kind"], readonly [number, number]>> = {
	river: [900, 3_500],
	canal: [260, 1_000],
	railway: [450, 1_600],
	expressway: [420, 1_300],
};
const DENSE = 12_000;

/** Ways across all corridors. `frontage`: corners of the strips beside them. */
export function crossingsOf(
	mesh: Mesh,
	corridors: Iterable<Corridor>,
	{ frontage, density, random }: { frontage: readonly number[]; density: Density; random: Random },
): LooseWay[] {
	const near = binned(mesh, frontage);
	const ways: LooseWay[] = [];
	for (const { line, kind, halfWidthM } of corridors) {
		const [denseM, sparseM] = SPACING_M[kind];
		let restM = denseM * random.next();
		for (const half of mesh.along(line)) {
			const [a, b] = [mesh.from(half), mesh.to(half)];
			const [dx, dy] = [mesh.x(b) - mesh.x(a), mesh.y(b) - mesh.y(a)];
			restM -= Math.hypot(dx, dy);
			if (restM > 0) continue;
			const sides = [1, -1].map((side) =>
				nearest(mesh, near(mesh.x(b), mesh.y(b)), {
					x: mesh.x(b),
					y: mesh.y(b),
					dx,
					dy,
					side,
					reachM: 2.2 * halfWidthM + 30,
				}),
			);
			const [left = -1, right = -1] = sides;
			if (left < 0 || right < 0) continue;
			const share = Math.min(1, density.at(mesh.x(b), mesh.y(b)) / DENSE);
			restM = sparseM + share * (denseM - sparseM);
			ways.push({ committee: -1, vertices: [left, right], tags: random.pick(WAYS_OVER[kind]) });
		}
	}
	return ways;
}

function binned(mesh: Mesh, vertices: readonly number[]) {
	const bins = new Map<string, number[]>();
	const bin = (m: number) => Math.floor(m / BIN_M);
	for (const vertex of vertices) {
		const key = `${bin(mesh.x(vertex))} ${bin(mesh.y(vertex))}`;
		const known = bins.get(key);
		if (known === undefined) bins.set(key, [vertex]);
		else known.push(vertex);
	}
	return (x: number, y: number): number[] =>
		[-1, 0, 1].flatMap((di) =>
			[-1, 0, 1].flatMap((dj) => bins.get(`${bin(x) + di} ${bin(y) + dj}`) ?? []),
		);
}

/** The nearest corner on one side of a corridor, roughly square to it; -1 when none is in reach. */
function nearest(
	mesh: Mesh,
	candidates: readonly number[],
	{
		x,
		y,
		dx,
		dy,
		side,
		reachM,
	}: { x: number; y: number; dx: number; dy: number; side: number; reachM: number },
): number {
	const length = Math.hypot(dx, dy);
	let [best, bestM] = [-1, reachM];
	for (let i = 0; i < candidates.length; i++) {
		const vertex = at(candidates, i);
		const [px, py] = [mesh.x(vertex) - x, mesh.y(vertex) - y];
		const asideM = (side * (dx * py - dy * px)) / length;
		const alongM = Math.abs(dx * px + dy * py) / length;
		if (asideM < 8 || alongM > asideM) continue;
		const distanceM = Math.hypot(px, py);
		if (distanceM < bestM) [best, bestM] = [vertex, distanceM];
	}
	return best;
}

// Walls of compounds, fences of works, the green of parks: rings just inside their edge, through the gates.
import type { Compound, Ground } from "./Ground.ts";
import type { LooseWay } from "./StreetLine.ts";

const INSET_M = 7;
/** Bends of the edge smaller than this (radians) make no corner. */
const LEAST_BEND = 0.35;

const TAGS: Readonly<Record<Compound["kind"], Readonly<Record<string, string>>>> = {
	homes: { barrier: "wall" },
	works: { barrier: "fence" },
	park: { leisure: "park" },
};

/** The ring of a compound; null when its edge is too small for one. */
export function wallOf({ mesh }: Ground, compound: Compound): LooseWay | null {
	const { half, firstLine, kind, committee } = compound;
	const vertices: number[] = [];
	let at = half;
	do {
		let next = mesh.after(at);
		const isGate = mesh.lineOf(next) >= firstLine;
		for (; mesh.lineOf(next) >= firstLine; next = mesh.turn(next)) vertices.push(mesh.to(next));
		if (!isGate) {
			const corner = insetCorner(mesh, at, next);
			if (corner !== null) vertices.push(mesh.addVertex(...corner));
		}
		at = next;
	} while (at !== half);
	const first = vertices[0];
	if (first === undefined || vertices.length < 4) return null;
	return { committee, vertices: [...vertices, first], tags: TAGS[kind] };
}

/** The corner between two edges moved inward; null where the edge hardly bends. */
function insetCorner(
	mesh: Ground["mesh"],
	before: number,
	after: number,
): readonly [number, number] | null {
	const [a, b, c] = [mesh.from(before), mesh.from(after), mesh.to(after)];
	const from = Math.atan2(mesh.y(b) - mesh.y(a), mesh.x(b) - mesh.x(a));
	const to = Math.atan2(mesh.y(c) - mesh.y(b), mesh.x(c) - mesh.x(b));
	const bend = Math.atan2(Math.sin(to - from), Math.cos(to - from));
	if (Math.abs(bend) < LEAST_BEND) return null;
	const middle = from + bend / 2;
	const distanceM = INSET_M / Math.max(0.35, Math.cos(bend / 2));
	return [mesh.x(b) - distanceM * Math.sin(middle), mesh.y(b) + distanceM * Math.cos(middle)];
}

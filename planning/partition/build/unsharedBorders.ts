// Borders of two cells that run beside each other within a tolerance and do not meet: the strip between is open at an
// end, so it is no gap, but nobody meant it.
import Flatbush from "flatbush";
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { lonLatOfCm } from "../lonLatShape.ts";
import { byPlace } from "./faceBorders.ts";
import type { Trouble } from "./Outline.ts";
import type { Subdivision } from "./Subdivision.ts";

/** Farther apart than this, two borders are two borders. App default, no source. */
const BESIDE_CM = 500;
/** Cosine of 20°: what runs beside each other points nearly the same way. */
const NEARLY_PARALLEL = 0.94;
const SHORTEST_M = 5;

/** One trouble per pair of cells, with the length that runs beside and the place where most of it does. */
export function unsharedBorders({
	graph,
	segments,
	claims,
	vertices,
	codes,
	frame,
}: Subdivision): Trouble[] {
	const { x, y } = vertices;
	const { a, b } = segments;
	const outer: { segment: number; cell: number }[] = [];
	for (let s = 0; s < segments.count; s++) {
		const [left, right] = [graph.face[2 * s], graph.face[2 * s + 1]];
		const [cell] = left === 0 ? claims[right] : right === 0 ? claims[left] : [];
		if (cell !== undefined && (left === 0) !== (right === 0)) outer.push({ segment: s, cell });
	}
	if (outer.length === 0) return [];
	const tree = new Flatbush(outer.length, 16, Float64Array);
	for (const { segment: s } of outer)
		tree.add(
			Math.min(x[a[s]], x[b[s]]),
			Math.min(y[a[s]], y[b[s]]),
			Math.max(x[a[s]], x[b[s]]),
			Math.max(y[a[s]], y[b[s]]),
		);
	tree.finish();
	const pairs = new Map<string, { cm: number; longestCm: number; at: [number, number] }>();
	for (const { segment: s, cell } of outer) {
		const [ax, ay, bx, by] = [x[a[s]], y[a[s]], x[b[s]], y[b[s]]];
		const found = tree.search(
			Math.min(ax, bx) - BESIDE_CM,
			Math.min(ay, by) - BESIDE_CM,
			Math.max(ax, bx) + BESIDE_CM,
			Math.max(ay, by) + BESIDE_CM,
			(i) => outer[i].cell > cell,
		);
		for (const i of found) {
			const t = outer[i].segment;
			const cm = Math.round(besideCm([ax, ay, bx, by], [x[a[t]], y[a[t]], x[b[t]], y[b[t]]]));
			if (cm <= 0) continue;
			const key = [codes[cell], codes[outer[i].cell]].sort(byCodeUnit).join(" ");
			const pair = pairs.get(key) ?? { cm: 0, longestCm: 0, at: [0, 0] };
			pair.cm += cm;
			const at: [number, number] = [(ax + bx) / 2, (ay + by) / 2];
			if (cm > pair.longestCm || (cm === pair.longestCm && byPlace(at, pair.at) < 0))
				Object.assign(pair, { longestCm: cm, at });
			pairs.set(key, pair);
		}
	}
	return [...pairs]
		.filter(([, { cm }]) => cm >= SHORTEST_M * 100)
		.sort((one, other) => byCodeUnit(one[0], other[0]))
		.map(([key, { cm, at }]) => ({
			kind: "unshared-border",
			cells: key.split(" "),
			at: lonLatOfCm(frame, ...at),
			areaM2: 0,
			isSliver: false,
			lengthM: cm / 100,
			face: -1,
		}));
}

type Line = readonly [ax: number, ay: number, bx: number, by: number];

/** Length of the second line that lies beside the first, within the tolerance. */
function besideCm([ax, ay, bx, by]: Line, [cx, cy, dx, dy]: Line): number {
	const [ux, uy] = [bx - ax, by - ay];
	const length = Math.hypot(ux, uy);
	const [vx, vy] = [dx - cx, dy - cy];
	const other = Math.hypot(vx, vy);
	if (Math.abs(ux * vx + uy * vy) < NEARLY_PARALLEL * length * other) return 0;
	const along = (px: number, py: number) => ((px - ax) * ux + (py - ay) * uy) / length;
	const across = (px: number, py: number) => Math.abs((px - ax) * uy - (py - ay) * ux) / length;
	if (Math.max(across(cx, cy), across(dx, dy)) > BESIDE_CM) return 0;
	const [from, to] = [along(cx, cy), along(dx, dy)].sort((p, q) => p - q);
	return Math.min(to, length) - Math.max(from, 0);
}

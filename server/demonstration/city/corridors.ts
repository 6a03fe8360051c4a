// Rivers, railways and expressways run along borders; the land beside them begins at a frontage street, and what lies
// between border and frontage is a strip that streets do not enter.
import { at } from "../at.ts";
import type { Random } from "../Random.ts";
import { drawLine, type End, lineFits, type Point } from "./cutAcross.ts";
import type { Territory } from "./divideTerritory.ts";
import type { Mesh } from "./Mesh.ts";
import { type Ring, ringOf } from "./Ring.ts";

export interface Corridor {
	readonly line: number;
	readonly kind: "river" | "canal" | "railway" | "expressway";
	/** From its middle to the frontage. */
	readonly halfWidthM: number;
}

const RIVER: Omit<Corridor, "line"> = { kind: "river", halfWidthM: 170 };
const CANAL: Omit<Corridor, "line"> = { kind: "canal", halfWidthM: 28 };
const RAILWAY: Omit<Corridor, "line"> = { kind: "railway", halfWidthM: 22 };
const EXPRESSWAY: Omit<Corridor, "line"> = { kind: "expressway", halfWidthM: 30 };
/** Of the borders between street-level units, so many are expressways, so many canals. */
const EXPRESSWAY_SHARE = 0.08;
const CANAL_SHARE = 0.16;

/** The river along the first border of all, railways and expressways along others of districts and streets. */
export function chooseCorridors({ borderLevel }: Territory, random: Random): Map<number, Corridor> {
	const corridors = new Map<number, Corridor>();
	let districts = 0;
	borderLevel.forEach((level, line) => {
		const what =
			level === "district"
				? alongDistricts(districts++)
				: level === "street"
					? alongStreets(random)
					: null;
		if (what !== null) corridors.set(line, { line, ...what });
	});
	return corridors;
}

function alongDistricts(order: number): Omit<Corridor, "line"> | null {
	if (order === 0) return RIVER;
	if (order % 3 === 1) return RAILWAY;
	if (order % 3 === 2) return EXPRESSWAY;
	return order % 6 === 3 ? { ...RIVER, halfWidthM: 60 } : null;
}

function alongStreets(random: Random): Omit<Corridor, "line"> | null {
	const draw = random.next();
	if (draw < EXPRESSWAY_SHARE) return EXPRESSWAY;
	return draw < EXPRESSWAY_SHARE + CANAL_SHARE ? CANAL : null;
}

/** Draws frontages in one committee. Returns a half-edge of its land and one of each strip. */
export function carveStrips(
	mesh: Mesh,
	half: number,
	corridors: ReadonlyMap<number, Corridor>,
): { land: number; strips: number[] } {
	let land = half;
	const strips: number[] = [];
	for (;;) {
		const ring = ringOf(mesh, land);
		const run = runOf(mesh, ring, corridors);
		const first = run === null ? -1 : carve(mesh, ring, run);
		if (first < 0) return { land, strips };
		strips.push(first ^ 1);
		land = first;
	}
}

/** Edges of a ring along corridors, one after another: where they begin, how many, how wide. */
interface Run {
	readonly start: number;
	readonly widthsM: readonly number[];
}

function runOf(mesh: Mesh, { halves }: Ring, corridors: ReadonlyMap<number, Corridor>): Run | null {
	const widthAt = (i: number) =>
		corridors.get(mesh.lineOf(at(halves, (i + halves.length) % halves.length)))?.halfWidthM;
	const start = halves.findIndex(
		(_, i) => widthAt(i) !== undefined && widthAt(i - 1) === undefined,
	);
	if (start < 0) return null;
	const widthsM: number[] = [];
	for (let width = widthAt(start); width !== undefined; width = widthAt(start + widthsM.length))
		widthsM.push(width);
	return { start, widthsM };
}

function carve(mesh: Mesh, ring: Ring, run: Run): number {
	for (const share of [1, 0.6, 0.35, 0.15]) {
		const widthsM = run.widthsM.map((widthM) => widthM * share);
		const from = endBeside(ring, run, widthsM[0] ?? 0, -1);
		const to = endBeside(ring, run, widthsM.at(-1) ?? 0, 1);
		if (from === null || to === null) continue;
		const points = offsets(ring, { ...run, widthsM });
		for (const inner of [points, points.slice(1, -1), points.slice(2, -2)])
			if (lineFits(ring, from, to, inner)) return drawLine(mesh, ring, from, to, inner);
	}
	return -1;
}

/** A place on the ring so far before (after) the run; a corner that is there already is taken. */
function endBeside({ xs, ys }: Ring, run: Run, distanceM: number, step: -1 | 1): End | null {
	const count = xs.length;
	const free = count - run.widthsM.length;
	let corner = step < 0 ? run.start : (run.start + run.widthsM.length) % count;
	let restM = distanceM;
	for (let walked = 0; 2 * walked < free; walked++) {
		const next = (corner + step + count) % count;
		const [ax, ay] = [at(xs, corner), at(ys, corner)];
		const [bx, by] = [at(xs, next), at(ys, next)];
		const lengthM = Math.hypot(bx - ax, by - ay);
		if (Math.abs(lengthM - restM) < 3) return { index: next, isCorner: true, x: bx, y: by };
		if (lengthM > restM) {
			const t = restM / lengthM;
			const index = step < 0 ? next : corner;
			return { index, isCorner: false, x: ax + t * (bx - ax), y: ay + t * (by - ay) };
		}
		restM -= lengthM;
		corner = next;
	}
	return null;
}

/** The run's inner corners moved into the face, those left out that come too near another part of the run. */
function offsets({ xs, ys }: Ring, { start, widthsM }: Run): Point[] {
	const count = xs.length;
	const corner = (i: number): Point => [at(xs, (start + i) % count), at(ys, (start + i) % count)];
	const points: Point[] = [];
	for (let i = 1; i < widthsM.length; i++) {
		const [p, q, r] = [corner(i - 1), corner(i), corner(i + 1)];
		const [ax, ay] = unit(q[0] - p[0], q[1] - p[1]);
		const [bx, by] = unit(r[0] - q[0], r[1] - q[1]);
		const [nx, ny] = unit(-(ay + by), ax + bx); // left of the way along
		const widthM = Math.max(at(widthsM, i - 1), at(widthsM, i));
		const point: Point = [q[0] + nx * widthM, q[1] + ny * widthM];
		const isNear = widthsM.some(
			(own, k) => distanceToM(point, corner(k), corner(k + 1)) < 0.85 * own,
		);
		if (!isNear) points.push(point);
	}
	return points;
}

function unit(x: number, y: number): Point {
	const length = Math.hypot(x, y) || 1;
	return [x / length, y / length];
}

function distanceToM([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
	return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

// Shapes compared: the same within a centimetre, or how much ground lies in only one of the two.
import Flatbush from "flatbush";
import { areaM2 } from "../../city/geodesicArea.ts";
import { areaOf } from "../../city/sharedArea.ts";
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";

export interface ShapeChange {
	readonly beforeM2: number;
	readonly afterM2: number;
	/** Ground in only one of the two. */
	readonly differentM2: number;
}

/** Outlines nearer than this are the same, metres. */
const SAME_M = 0.01;

/** The same to a centimetre: corner by corner, or every corner of either on the outline of the other. */
export function isSameShape(before: MultiPolygonRings, after: MultiPolygonRings): boolean {
	if (before === after) return true;
	const scale = metresPerDegree(before[0]?.[0]?.[0]?.[1] ?? 0);
	if (areNearInOrder(before, after, scale)) return true;
	if (before.length !== after.length) return false;
	return isOnOutline(before, after, scale) && isOnOutline(after, before, scale);
}

/** Areas before and after, and what is different; by strips, exact for any shape. */
export function shapeChange(before: MultiPolygonRings, after: MultiPolygonRings): ShapeChange {
	const { lonM, latM } = metresPerDegree(before[0]?.[0]?.[0]?.[1] ?? 0);
	const overlay = areaOf(before).overlay(areaOf(after));
	const back = areaOf(after).overlay(areaOf(before));
	return {
		beforeM2: areaM2(before),
		afterM2: areaM2(after),
		differentM2: (overlay.onlyFirst + back.onlyFirst) * lonM * latM,
	};
}

interface Scale {
	readonly lonM: number;
	readonly latM: number;
}

function areNearInOrder(
	before: MultiPolygonRings,
	after: MultiPolygonRings,
	scale: Scale,
): boolean {
	return (
		before.length === after.length &&
		before.every(
			(rings, p) =>
				rings.length === after[p].length &&
				rings.every((ring, r) => isNearRing(ring, after[p][r], scale)),
		)
	);
}

function isNearRing(one: readonly LonLat[], other: readonly LonLat[], scale: Scale): boolean {
	if (one.length !== other.length) return false;
	for (let i = 0; i < one.length; i++) {
		const dx = (one[i][0] - other[i][0]) * scale.lonM;
		const dy = (one[i][1] - other[i][1]) * scale.latM;
		if (dx * dx + dy * dy > SAME_M * SAME_M) return false;
	}
	return true;
}

/** Is every corner of one on a line of the other? */
function isOnOutline(one: MultiPolygonRings, other: MultiPolygonRings, scale: Scale): boolean {
	const ends: number[] = [];
	for (const ring of other.flat())
		for (let i = 1; i < ring.length; i++)
			ends.push(...inMetres(ring[i - 1], scale), ...inMetres(ring[i], scale));
	if (ends.length === 0) return one.flat(2).length === 0;
	const tree = new Flatbush(ends.length / 4);
	for (let i = 0; i < ends.length; i += 4)
		tree.add(
			Math.min(ends[i], ends[i + 2]),
			Math.min(ends[i + 1], ends[i + 3]),
			Math.max(ends[i], ends[i + 2]),
			Math.max(ends[i + 1], ends[i + 3]),
		);
	tree.finish();
	return one.flat(2).every((corner) => {
		const [x, y] = inMetres(corner, scale);
		const near = tree.search(x - SAME_M, y - SAME_M, x + SAME_M, y + SAME_M);
		return near.some((i) => isNearSegment(ends, 4 * i, x, y));
	});
}

function inMetres([lon, lat]: LonLat, { lonM, latM }: Scale): [number, number] {
	return [lon * lonM, lat * latM];
}

function isNearSegment(ends: readonly number[], at: number, x: number, y: number): boolean {
	const [ax, ay] = [ends[at], ends[at + 1]];
	const [dx, dy] = [ends[at + 2] - ax, ends[at + 3] - ay];
	const squared = dx * dx + dy * dy;
	const share = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
	const t = Math.min(1, Math.max(0, share));
	return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 <= SAME_M * SAME_M;
}

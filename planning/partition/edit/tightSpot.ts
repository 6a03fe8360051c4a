// New lines and the borders that they bend, against everything around: exact, on whole centimetres.
import type { Segment } from "../segmentsTouch.ts";
import { OUTSIDE, type Tiling } from "../Tiling.ts";
import { arcsOfCells, type CellChain, pointsOfArc } from "./cutGround.ts";
import type { NodedArc } from "./nodedArcs.ts";
import { boxesMeet, boxOfPoints, placeKey } from "./place.ts";
import { boxOf, firstTouch, segmentsOf } from "./touch.ts";

/** A place where lines of a drawn line touch one another, or any line another; null where all is planar. */
export interface TightSpot {
	readonly at: readonly [x: number, y: number];
	readonly isOfLineAlone: boolean;
}

/** Look at what is new: chains, and noded arcs. What surrounds them is in the cells on either side. */
export function tightSpot(
	tiling: Tiling,
	chains: readonly CellChain[],
	noded: ReadonlyMap<number, NodedArc>,
): TightSpot | null {
	const own = chains.flatMap(({ points }) => segmentsOf(points));
	const alone = firstTouch(own) ?? metTwice(chains);
	if (alone !== null) return { at: alone, isOfLineAlone: true };

	const bent = bentBorders(tiling, noded);
	const changed = [...own, ...bent.fresh];
	if (changed.length === 0) return null;
	const box = boxOfPoints(changed.flat());
	const still = bent.kept.filter((segment) => boxesMeet(boxOf(segment), box));
	for (const arc of arcsAround(tiling, chains, noded))
		if (!noded.has(arc))
			for (const segment of segmentsOf(pointsOfArc(tiling, arc)))
				if (boxesMeet(boxOf(segment), box)) still.push(segment);
	const at = vertexTaken(still, bent.vertices) ?? firstTouch(changed, still);
	return at === null ? null : { at, isOfLineAlone: false };
}

/** A new vertex of a border where another line has one already. */
function vertexTaken(
	still: readonly Segment[],
	vertices: ReadonlySet<number>,
): readonly [number, number] | null {
	for (const [ax, ay, bx, by] of still) {
		if (vertices.has(placeKey(ax, ay))) return [ax, ay];
		if (vertices.has(placeKey(bx, by))) return [bx, by];
	}
	return null;
}

/** Segments of noded arcs, those that are new apart from the others; and their new vertices. */
function bentBorders(tiling: Tiling, noded: ReadonlyMap<number, NodedArc>) {
	const fresh: Segment[] = [];
	const kept: Segment[] = [];
	const vertices = new Set<number>();
	for (const [arc, { points }] of noded) {
		const old = new Set<number>();
		const before = pointsOfArc(tiling, arc);
		for (let i = 0; i < before.length; i += 2) old.add(placeKey(before[i], before[i + 1]));
		const isNew = (x: number, y: number) => !old.has(placeKey(x, y));
		for (const segment of segmentsOf(points)) {
			const [ax, ay, bx, by] = segment;
			if (isNew(ax, ay)) vertices.add(placeKey(ax, ay));
			(isNew(ax, ay) || isNew(bx, by) ? fresh : kept).push(segment);
		}
	}
	return { fresh, kept, vertices };
}

/** Arcs of the cells that chains run through and of those beside noded arcs; beside the outside, all of the rim. */
function arcsAround(
	tiling: Tiling,
	chains: readonly CellChain[],
	noded: ReadonlyMap<number, NodedArc>,
): Set<number> {
	const { arcLeft, arcRight } = tiling;
	const cells = new Set(chains.map(({ cell }) => cell));
	for (const arc of noded.keys()) cells.add(arcLeft[arc]).add(arcRight[arc]);
	const isAtRim = cells.delete(OUTSIDE);
	const arcs = new Set(arcsOfCells(tiling, cells));
	if (isAtRim)
		for (let arc = 0; arc < arcLeft.length; arc++)
			if (arcLeft[arc] === OUTSIDE || arcRight[arc] === OUTSIDE) arcs.add(arc);
	return arcs;
}

/** Corners of chains that two of them have, or one has twice, other than at borders. */
function metTwice(chains: readonly CellChain[]): readonly [number, number] | null {
	const met = new Set<number>();
	for (const { points } of chains)
		for (let i = 2; i + 2 < points.length; i += 2) {
			const key = placeKey(points[i], points[i + 1]);
			if (met.has(key)) return [points[i], points[i + 1]];
			met.add(key);
		}
	return null;
}

// Where a drawn point goes: to a corner or a line of the borders that are there, to a street, to water or a railway.
import type { UnitKind } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { lonLatArc, lonLatOfCm } from "../../partition/lonLatShape.ts";
import type { Tiling } from "../../partition/Tiling.ts";
import type { Attacher } from "../../reach/attacher.ts";
import type { BarrierLines } from "../../streets/StreetGraph.ts";
import type { PlanState } from "../PlanState.ts";
import { nearestPlace, type SegmentTree, segmentTree, treeOfEnds } from "./SegmentTree.ts";

export type SnapTo = "vertex" | "border" | "street" | "barrier";

export interface SnapGround {
	readonly streets: SegmentTree;
	readonly barriers: SegmentTree;
}

export interface SnappedPlace {
	readonly at: LonLat;
	readonly to: SnapTo | null;
}

/** A corner twice as far wins over a line, a border a little farther over a street. */
const WEIGHTS: Readonly<Record<SnapTo, number>> = {
	vertex: 0.5,
	border: 0.8,
	street: 1,
	barrier: 1,
};

/** Streets and barriers to snap to. */
export function snapGround(attacher: Attacher, barriers: BarrierLines): SnapGround {
	return {
		streets: { tree: attacher.tree, ends: attacher.segmentLonLat },
		barriers: segmentTree(linesOf(barriers)),
	};
}

/** The best place within reach; the point itself where there is none. */
export function snapPlace(
	{ streets, barriers }: SnapGround,
	{ tiling, arcs }: { readonly tiling: Tiling; readonly arcs: readonly number[] },
	at: LonLat,
	reachM: number,
): SnappedPlace {
	const { borders, corners } = borderTrees(tiling, arcs);
	const trees: readonly (readonly [SnapTo, SegmentTree])[] = [
		["vertex", corners],
		["border", borders],
		["street", streets],
		["barrier", barriers],
	];
	let best: (SnappedPlace & { readonly weight: number }) | null = null;
	for (const [to, tree] of trees) {
		const place = nearestPlace(tree, at, reachM);
		if (place === null) continue;
		const weight = place.distanceM * WEIGHTS[to];
		if (best === null || weight < best.weight) best = { at: place.at, to, weight };
	}
	return best === null ? { at, to: null } : { at: best.at, to: best.to };
}

const layerTrees = new WeakMap<Int32Array, SegmentTree>();

/** The nearest place on a border of one layer within reach: where a new border may begin and end. */
export function snapToBorder(
	{ tiling, layers }: Pick<PlanState, "tiling" | "layers">,
	layer: UnitKind,
	at: LonLat,
	reachM: number,
): SnappedPlace | null {
	const { unitOfCell } = layers[layer];
	const tree = layerTrees.get(unitOfCell) ?? segmentTree(layerLines(tiling, unitOfCell));
	layerTrees.set(unitOfCell, tree);
	const place = nearestPlace(tree, at, reachM);
	return place === null ? null : { at: place.at, to: "border" };
}

/** Arcs with two units of a layer on their sides. */
function* layerLines(tiling: Tiling, unitOfCell: Int32Array) {
	const { arcLeft, arcRight } = tiling;
	for (let arc = 0; arc < arcLeft.length; arc++) {
		const [left, right] = [arcLeft[arc], arcRight[arc]];
		if (left >= 0 && right >= 0 && unitOfCell[left] !== unitOfCell[right])
			yield lonLatArc(tiling, arc);
	}
}

interface BorderTrees {
	readonly borders: SegmentTree;
	/** Ends of arcs, each as a segment without length. */
	readonly corners: SegmentTree;
}
const known = new WeakMap<Tiling["pointCm"], BorderTrees>();

/** Of some arcs of a tiling; always the same ones for one tiling. */
function borderTrees(tiling: Tiling, arcs: readonly number[]): BorderTrees {
	const before = known.get(tiling.pointCm);
	if (before !== undefined) return before;
	const { frame, pointCm, arcFirstPoint } = tiling;
	const place = (point: number) => lonLatOfCm(frame, pointCm[2 * point], pointCm[2 * point + 1]);
	const [ends, corners]: [number[], number[]] = [[], []];
	for (const arc of arcs) {
		const [first, last] = [arcFirstPoint[arc], arcFirstPoint[arc + 1] - 1];
		let from = place(first);
		corners.push(...from, ...from);
		for (let point = first + 1; point <= last; point++) {
			const to = place(point);
			ends.push(...from, ...to);
			from = to;
		}
		corners.push(...from, ...from);
	}
	const made = {
		borders: treeOfEnds(Float64Array.from(ends)),
		corners: treeOfEnds(Float64Array.from(corners)),
	};
	known.set(tiling.pointCm, made);
	return made;
}

function* linesOf({ firstPoint, pointLonLat }: BarrierLines) {
	for (let line = 0; line + 1 < firstPoint.length; line++) {
		const points: LonLat[] = [];
		for (let i = firstPoint[line]; i < firstPoint[line + 1]; i++)
			points.push([pointLonLat[2 * i], pointLonLat[2 * i + 1]]);
		yield points;
	}
}

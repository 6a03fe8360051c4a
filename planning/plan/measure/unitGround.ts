// Ground of one unit, from its own cells alone: area, border, parts, compactness. Equal to `unitFigures` and `unitHulls`
// of the whole, at the cost of the unit.
import { arcMeasures } from "../../partition/arcMeasures.ts";
import { convexHull, twiceAreaOfPointsCm2 } from "../../partition/convexHull.ts";
import { enclosingCircle } from "../../partition/enclosingCircle.ts";
import { facesOf } from "../../partition/faces.ts";
import type { FaceLink } from "../../partition/rims.ts";
import { ringPointsCm, sidesOfCell } from "../../partition/shape.ts";
import { cellOfSide } from "../../partition/sides.ts";
import type { Tiling } from "../../partition/Tiling.ts";
import { twiceCellAreasCm2 } from "../../partition/unitFigures.ts";
import type { TerritoryFigures } from "./Measurement.ts";

type Ground = Omit<TerritoryFigures, "cells" | "builtUpPct">;

/** What cells are worth by themselves; made once per tiling. */
interface CellGround {
	readonly twiceAreaCm2: Float64Array;
	/** Corners of the hull of each cell, made when first asked for. */
	readonly hullCm: (readonly number[])[];
	/** Grounds measured before, by their first cell: units that did not change are not measured again. */
	readonly measured: Map<number, Measured[]>;
}

interface Measured {
	readonly cells: ArrayLike<number>;
	readonly links: readonly FaceLink[];
	readonly ground: Ground;
}

/** Of each first cell so many are kept: a plan and what it is compared with, in several layers. */
const KEPT = 8;

/** By the sides of rings, which locks do not change. */
const grounds = new WeakMap<Tiling["ringSide"], CellGround>();

function cellGround(tiling: Tiling): CellGround {
	const made = grounds.get(tiling.ringSide) ?? {
		twiceAreaCm2: twiceCellAreasCm2(tiling),
		hullCm: [],
		measured: new Map(),
	};
	grounds.set(tiling.ringSide, made);
	return made;
}

/** Twice the area of each cell of a tiling, whole cm². */
export function twiceCellAreas(tiling: Tiling): Float64Array {
	return cellGround(tiling).twiceAreaCm2;
}

/** Ground of the unit that has these cells of the tiling, ascending. `unitOfCell` tells it from others. */
export function unitGround(
	tiling: Tiling,
	unitOfCell: Int32Array,
	cells: ArrayLike<number>,
	links: readonly FaceLink[],
): Ground {
	const { measured } = cellGround(tiling);
	const before = measured.get(cells[0]) ?? [];
	const known = before.find((one) => one.links === links && isSame(one.cells, cells));
	if (known !== undefined) return known.ground;
	const ground = measuredGround(tiling, unitOfCell, cells, links);
	measured.set(cells[0], [{ cells, links, ground }, ...before.slice(0, KEPT - 1)]);
	return ground;
}

function isSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
	if (one.length !== other.length) return false;
	for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
	return true;
}

function measuredGround(
	tiling: Tiling,
	unitOfCell: Int32Array,
	cells: ArrayLike<number>,
	links: readonly FaceLink[],
): Ground {
	const { twiceAreaCm2 } = cellGround(tiling);
	const { lengthCm } = arcMeasures(tiling);
	let [twice, perimeterCm] = [0, 0];
	const corners: number[] = [];
	for (let i = 0; i < cells.length; i++) {
		const cell = cells[i];
		const unit = unitOfCell[cell];
		twice += twiceAreaCm2[cell];
		let isRim = false;
		const sides = sidesOfCell(tiling, cell);
		for (let k = 0; k < sides.length; k++) {
			const beyond = cellOfSide(tiling, sides[k] ^ 1);
			if (beyond >= 0 && unitOfCell[beyond] === unit) continue;
			perimeterCm += lengthCm[sides[k] >> 1];
			isRim = true;
		}
		if (isRim) for (const at of cellHull(tiling, cell)) corners.push(at);
	}
	return {
		planeAreaCm2: twice / 2,
		areaM2: twice / 20_000,
		perimeterM: perimeterCm / 100,
		parts: partsOf(tiling, unitOfCell, cells, links),
		compactness: twice === 0 ? null : compactness(twice, perimeterCm, convexHull(corners)),
	};
}

function compactness(twiceCm2: number, perimeterCm: number, hullCm: number[]) {
	const { radiusCm } = enclosingCircle(hullCm);
	const share = (value: number) => Math.min(1, value); // rounding may give 1 + 1e-16
	return {
		polsbyPopper: share((2 * Math.PI * twiceCm2) / perimeterCm ** 2),
		reock: share(twiceCm2 / (2 * Math.PI * radiusCm ** 2)),
		hullShare: share(twiceCm2 / twiceAreaOfPointsCm2(hullCm)),
	};
}

function cellHull(tiling: Tiling, cell: number): readonly number[] {
	const { hullCm } = cellGround(tiling);
	hullCm[cell] ??= convexHull(ringPointsCm(tiling, sidesOfCell(tiling, cell)));
	return hullCm[cell];
}

/** Faces of the unit joined over arcs and links: as many parts as faces, less one for each true join. */
function partsOf(
	tiling: Tiling,
	unitOfCell: Int32Array,
	cells: ArrayLike<number>,
	links: readonly FaceLink[],
): number {
	if (cells.length === 0) return 0;
	const { cellFirstFace, faceCell, faceOfSide } = facesOf(tiling);
	const unit = unitOfCell[cells[0]];
	const isSeen = new Set<number>();
	let parts = 0;
	for (let i = 0; i < cells.length; i++)
		for (let face = cellFirstFace[cells[i]]; face < cellFirstFace[cells[i] + 1]; face++) {
			if (isSeen.has(face)) continue;
			parts++;
			visit(face);
		}
	return parts;

	function visit(start: number): void {
		const queue = [start];
		isSeen.add(start);
		const enter = (face: number) => {
			if (face < 0 || isSeen.has(face) || unitOfCell[faceCell[face]] !== unit) return;
			isSeen.add(face);
			queue.push(face);
		};
		for (const face of queue) {
			for (const ring of facesOf(tiling).faceRings[face])
				for (let k = 0; k < ring.length; k++) enter(faceOfSide[ring[k] ^ 1]);
			for (const [a, b] of links)
				if (a === face) enter(b);
				else if (b === face) enter(a);
		}
	}
}

// Figures of all units at once from the arcs, in typed arrays: who lives there, area, perimeter, parts.
import { arcMeasures, twiceAreaUnderArc } from "./arcMeasures.ts";
import { facesOf } from "./faces.ts";
import type { FaceLink } from "./rims.ts";
import type { Assignment, Tiling } from "./Tiling.ts";

/** Whole counts by cell. */
export interface CellStatistics {
	readonly residents: ArrayLike<number>;
	readonly households: ArrayLike<number>;
}

/** By unit. Counts and twice the area are whole numbers; lengths are multiples of 1/1024 cm: sums are exact. */
export interface UnitFigures {
	readonly cellCount: Uint32Array;
	readonly residents: Float64Array;
	readonly households: Float64Array;
	readonly twiceAreaCm2: Float64Array;
	/** All of the border, holes and the edge of the tiling included. */
	readonly perimeterCm: Float64Array;
	/** Parts that hang together over arcs or declared links; a point does not count. */
	readonly partCount: Uint32Array;
}

/** Figures of every unit; cells of no unit count for none. */
export function unitFigures(
	tiling: Tiling,
	{ unitCode, unitOfCell }: Assignment,
	{ residents, households }: CellStatistics,
	links: readonly FaceLink[] = [],
): UnitFigures {
	const figures = emptyFigures(unitCode.length);
	unitOfCell.forEach((unit, cell) => {
		if (unit < 0) return;
		figures.cellCount[unit]++;
		figures.residents[unit] += residents[cell];
		figures.households[unit] += households[cell];
	});
	addBorders(tiling, unitOfCell, figures);
	countParts(tiling, unitOfCell, links, figures.partCount);
	return figures;
}

/** Twice the area of each cell, whole cm². */
export function twiceCellAreasCm2(tiling: Tiling): Float64Array {
	const figures = emptyFigures(tiling.cellCode.length);
	addBorders(
		tiling,
		Int32Array.from(tiling.cellCode, (_, cell) => cell),
		figures,
	);
	return figures.twiceAreaCm2;
}

function emptyFigures(unitCount: number): UnitFigures {
	return {
		cellCount: new Uint32Array(unitCount),
		residents: new Float64Array(unitCount),
		households: new Float64Array(unitCount),
		twiceAreaCm2: new Float64Array(unitCount),
		perimeterCm: new Float64Array(unitCount),
		partCount: new Uint32Array(unitCount),
	};
}

/** Area and perimeter from the arcs whose sides differ. Areas are seen from a point of the unit's own border. */
function addBorders(
	tiling: Tiling,
	unitOfCell: Int32Array,
	{ twiceAreaCm2, perimeterCm }: UnitFigures,
): void {
	const { pointCm, arcFirstPoint, arcLeft, arcRight } = tiling;
	const measures = arcMeasures(tiling);
	const seenFrom = new Int32Array(twiceAreaCm2.length).fill(-1);
	const add = (unit: number, arc: number, sign: number) => {
		if (seenFrom[unit] < 0) seenFrom[unit] = 2 * arcFirstPoint[arc];
		const at = seenFrom[unit];
		perimeterCm[unit] += measures.lengthCm[arc];
		twiceAreaCm2[unit] +=
			sign * twiceAreaUnderArc(tiling, measures, arc, pointCm[at], pointCm[at + 1]);
	};
	for (let arc = 0; arc < arcLeft.length; arc++) {
		const left = arcLeft[arc] < 0 ? -1 : unitOfCell[arcLeft[arc]];
		const right = arcRight[arc] < 0 ? -1 : unitOfCell[arcRight[arc]];
		if (left === right) continue;
		if (left >= 0) add(left, arc, 1);
		if (right >= 0) add(right, arc, -1);
	}
}

/** Faces joined over arcs inside one unit, and over links: as many parts as faces, less one for each true join. */
function countParts(
	tiling: Tiling,
	unitOfCell: Int32Array,
	links: readonly FaceLink[],
	partCount: Uint32Array,
): void {
	const { faceCell, faceOfSide } = facesOf(tiling);
	const above = new Int32Array(faceCell.length);
	for (let face = 0; face < above.length; face++) {
		above[face] = face;
		const unit = unitOfCell[faceCell[face]];
		if (unit >= 0) partCount[unit]++;
	}
	const topOf = (face: number) => {
		let top = face;
		while (above[top] !== top) {
			above[top] = above[above[top]];
			top = above[top];
		}
		return top;
	};
	const join = (a: number, b: number) => {
		if (a < 0 || b < 0) return;
		const unit = unitOfCell[faceCell[a]];
		if (unit < 0 || unitOfCell[faceCell[b]] !== unit) return;
		const [topA, topB] = [topOf(a), topOf(b)];
		if (topA === topB) return;
		above[topA] = topB;
		partCount[unit]--;
	};
	for (let side = 0; side < faceOfSide.length; side += 2)
		join(faceOfSide[side], faceOfSide[side + 1]);
	for (const [a, b] of links) join(a, b);
}

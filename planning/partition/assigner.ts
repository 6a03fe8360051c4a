// Assign cells to units one by one (归属调整), every figure kept up to date: what a planner sees while clicking.
import { arcMeasures } from "./arcMeasures.ts";
import { facesOf } from "./faces.ts";
import { keepParts } from "./partKeeper.ts";
import type { FaceLink } from "./rims.ts";
import { sidesOfCell } from "./shape.ts";
import { cellOfSide } from "./sides.ts";
import type { Assignment, Tiling } from "./Tiling.ts";
import {
	type CellStatistics,
	twiceCellAreasCm2,
	type UnitFigures,
	unitFigures,
} from "./unitFigures.ts";

export interface Assigner {
	/** Live: changes with every call. */
	readonly unitOfCell: Int32Array;
	/** Live; equal at any time to `unitFigures` of the whole. */
	readonly figures: UnitFigures;
	/** Give a cell to a unit (-1: to none); false when it is there already. */
	assign(cell: number, unit: number): boolean;
	/** Take the last change back; false when there is none. */
	undo(): boolean;
}

/** An assigner that starts from a copy of an assignment. Links are declared neighbours (bridges, ferries). */
export function createAssigner(
	tiling: Tiling,
	assignment: Assignment,
	statistics: CellStatistics,
	links: readonly FaceLink[] = [],
): Assigner {
	const unitOfCell = assignment.unitOfCell.slice();
	const figures = unitFigures(tiling, assignment, statistics, links);
	const { cellFirstFace, faceCell } = facesOf(tiling);
	const parts = keepParts(
		tiling,
		faceCell.map((cell) => unitOfCell[cell]),
		links,
	);
	const { lengthCm } = arcMeasures(tiling);
	const twiceCellAreaCm2 = twiceCellAreasCm2(tiling);
	const { residents, households } = statistics;
	const changes: number[] = []; // cell, unit before
	return {
		unitOfCell,
		figures,
		assign(cell, unit) {
			const before = unitOfCell[cell];
			if (!(unit >= -1 && unit < assignment.unitCode.length) || before === undefined)
				throw new Error(`No cell ${cell} or no unit ${unit}.`);
			if (before === unit) return false;
			changes.push(cell, before);
			move(cell, before, unit);
			return true;
		},
		undo() {
			if (changes.length === 0) return false;
			const [cell, before] = changes.splice(-2);
			move(cell, unitOfCell[cell], before);
			return true;
		},
	};

	function move(cell: number, from: number, to: number): void {
		if (from >= 0) count(from, cell, -1);
		if (to >= 0) count(to, cell, 1);
		moveBorders(cell, from, to);
		for (let face = cellFirstFace[cell]; face < cellFirstFace[cell + 1]; face++) {
			const fewer = parts.take(face);
			if (from >= 0) figures.partCount[from] += fewer;
		}
		for (let face = cellFirstFace[cell]; face < cellFirstFace[cell + 1]; face++) {
			const more = parts.give(face, to);
			if (to >= 0) figures.partCount[to] += more;
		}
		unitOfCell[cell] = to;
	}

	function count(unit: number, cell: number, sign: number): void {
		figures.cellCount[unit] += sign;
		figures.residents[unit] += sign * residents[cell];
		figures.households[unit] += sign * households[cell];
		figures.twiceAreaCm2[unit] += sign * twiceCellAreaCm2[cell];
	}

	/** What was border of the old unit inside it becomes border, and the other way round for the new one. */
	function moveBorders(cell: number, from: number, to: number): void {
		const { perimeterCm } = figures;
		const sides = sidesOfCell(tiling, cell);
		for (let i = 0; i < sides.length; i++) {
			const beyond = cellOfSide(tiling, sides[i] ^ 1);
			const unit = beyond < 0 ? -1 : unitOfCell[beyond];
			const length = lengthCm[sides[i] >> 1];
			if (from >= 0) perimeterCm[from] += unit === from ? length : -length;
			if (to >= 0) perimeterCm[to] += unit === to ? -length : length;
		}
	}
}

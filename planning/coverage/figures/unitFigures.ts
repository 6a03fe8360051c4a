// Coverage of every unit of a level at any limit: one pass over the homes, then sums over cells.
import { pctOf } from "../coverageRows.ts";
import { boundsOf, type Farness } from "./farness.ts";
import type { Counted } from "./people.ts";

/** Status of a home without a street within reach: in the denominator, never covered. */
export const NOT_ATTACHED = 2;

/** Where homes are: a slot each. */
export interface HomePlaces {
	/** Index of the cell that contains it; -1 where none does. */
	readonly cell: Int32Array;
	/** 0 attached, 1 noted (50–300 m from a street), 2 not attached. */
	readonly status: Uint8Array;
}

/** Cells by unit of one level. */
export interface LevelCells {
	readonly codes: readonly string[];
	/** Index into `codes` of each cell; -1 where it belongs to no unit of the level. */
	readonly ofCell: Int32Array;
}

/** People by cell; the last slot is for those outside every cell. */
export interface CellSums {
	readonly total: Float64Array;
	readonly covered: Float64Array;
	readonly notAttached: Float64Array;
}

export interface UnitFigure {
	/** "" for the whole city. */
	readonly code: string;
	readonly total: number;
	readonly covered: number;
	/** Per cent with two decimals; null (无数据) when nobody is counted. */
	readonly pct: number | null;
	readonly notAttached: number;
}

/** People within the limit, all, and not attached, by cell. */
export function cellSums(
	farness: Farness,
	{ cell, status }: HomePlaces,
	{ count }: Counted,
	{ limit, cellCount }: { readonly limit: number; readonly cellCount: number },
): CellSums {
	const [total, covered, notAttached] = [0, 1, 2].map(() => new Float64Array(cellCount + 1));
	const { cost, walker } = farness;
	const bounds = boundsOf(farness, limit);
	for (let home = 0; home < cost.length; home++) {
		const slot = cell[home] < 0 ? cellCount : cell[home];
		total[slot] += count[home];
		if (cost[home] <= bounds[walker[home]]) covered[slot] += count[home];
		if (status[home] === NOT_ATTACHED) notAttached[slot] += count[home];
	}
	return { total, covered, notAttached };
}

/** Figures of every unit of a level, in the order of its codes. */
export function unitFigures(sums: CellSums, { codes, ofCell }: LevelCells): UnitFigure[] {
	const [total, covered, notAttached] = [sums.total, sums.covered, sums.notAttached].map(
		(byCell) => {
			const byUnit = new Float64Array(codes.length);
			ofCell.forEach((unit, cell) => {
				if (unit >= 0) byUnit[unit] += byCell[cell];
			});
			return byUnit;
		},
	);
	return codes.map((code, unit) => figureOf(code, total[unit], covered[unit], notAttached[unit]));
}

/** The figure of the whole city, homes outside every cell included. */
export function wholeFigure({ total, covered, notAttached }: CellSums): UnitFigure {
	const sum = (byCell: Float64Array) => byCell.reduce((all, one) => all + one, 0);
	return figureOf("", sum(total), sum(covered), sum(notAttached));
}

function figureOf(code: string, total: number, covered: number, notAttached: number): UnitFigure {
	return { code, total, covered, pct: pctOf(covered, total), notAttached };
}

// Random drawings for fast-check: few letters on few squares, so that holes, exclaves and corners that touch abound.
import fc from "fast-check";
import { OUTSIDE } from "../../planning/partition/Tiling.ts";
import type { LabelGrid } from "./tilingScene.ts";

/** Drawings of up to 7 × 7 squares of at most 8 cells, some squares outside; every cell occurs. */
export const drawings: fc.Arbitrary<LabelGrid> = fc
	.record({
		columns: fc.integer({ min: 1, max: 7 }),
		rows: fc.integer({ min: 1, max: 7 }),
		cells: fc.integer({ min: 1, max: 8 }),
	})
	.chain(({ columns, rows, cells }) =>
		fc
			.array(fc.integer({ min: -1, max: cells - 1 }), {
				minLength: columns * rows,
				maxLength: columns * rows,
			})
			.map((labels) => {
				const present = [...new Set(labels.filter((label) => label !== OUTSIDE))].sort();
				return {
					columns,
					rows,
					codes: present.map((label) => "ABCDEFGH"[label]),
					label: Int32Array.from(labels, (label) => present.indexOf(label)),
				};
			}),
	)
	.filter(({ codes }) => codes.length > 0);

/** A drawing whose corners are moved about, with points between them. */
export const bentOptions = fc
	.array(fc.integer({ min: -2_000, max: 2_000 }), { minLength: 16, maxLength: 16 })
	.map((shifts) => ({
		moved: (x: number, y: number) =>
			[shifts[(3 * x + 5 * y) % 16], shifts[(7 * x + y + 3) % 16]] as const,
		pointsBetween: 2,
		bent: (point: number) => [shifts[point % 16] >> 2, shifts[(point + 5) % 16] >> 2] as const,
	}));

/** For each cell one of some units, or none. */
export function assignments(grid: LabelGrid, units: number): fc.Arbitrary<Int32Array> {
	return fc
		.array(fc.integer({ min: -1, max: units - 1 }), {
			minLength: grid.codes.length,
			maxLength: grid.codes.length,
		})
		.map((unitOfCell) => Int32Array.from(unitOfCell));
}

/** Groups of squares of equal value that hang together over sides; values below zero belong to none. */
export function connectedSquares(
	{ columns, label }: LabelGrid,
	valueAt: (label: number) => number,
) {
	const groupOf = new Int32Array(label.length).fill(-1);
	const groups: { value: number; squares: number[] }[] = [];
	for (let start = 0; start < label.length; start++) {
		const value = label[start] < 0 ? -1 : valueAt(label[start]);
		if (value < 0 || groupOf[start] >= 0) continue;
		const squares = [start];
		groupOf[start] = groups.length;
		for (const square of squares) {
			const x = square % columns;
			const around = [square - columns, square + columns];
			if (x > 0) around.push(square - 1);
			if (x + 1 < columns) around.push(square + 1);
			for (const next of around) {
				if (next < 0 || next >= label.length || groupOf[next] >= 0 || label[next] < 0) continue;
				if (valueAt(label[next]) !== value) continue;
				groupOf[next] = groups.length;
				squares.push(next);
			}
		}
		groups.push({ value, squares });
	}
	return { groupOf, groups };
}

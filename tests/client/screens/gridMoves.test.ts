import { expect, test } from "vitest";
import { gridMove, rowsToDraw } from "../../../client/screens/matrix/gridMoves.ts";

const size = { rows: 100, columns: 5, page: 20 };
const from = (row: number, column: number, key: string, isFar = false) => {
	const to = gridMove(key, isFar, { row, column }, size);
	return to === null ? null : [to.row, to.column];
};

test("arrows walk one cell, also into the head and the names", () => {
	expect([from(0, 0, "ArrowUp"), from(0, 0, "ArrowLeft")]).toEqual([
		[-1, 0],
		[0, -1],
	]);
	expect([from(3, 2, "ArrowDown"), from(3, 2, "ArrowRight")]).toEqual([
		[4, 2],
		[3, 3],
	]);
});

test("nothing leads out of the grid", () => {
	expect([from(99, 4, "ArrowDown"), from(99, 4, "ArrowRight"), from(-1, -1, "ArrowUp")]).toEqual([
		[99, 4],
		[99, 4],
		[-1, -1],
	]);
});

test("pages, ends of a row, and with Ctrl the corners", () => {
	expect([from(90, 1, "PageDown"), from(5, 1, "PageUp")]).toEqual([
		[99, 1],
		[-1, 1],
	]);
	expect([from(7, 2, "Home"), from(7, 2, "End")]).toEqual([
		[7, -1],
		[7, 4],
	]);
	expect([from(7, 2, "Home", true), from(7, 2, "End", true)]).toEqual([
		[-1, -1],
		[99, 4],
	]);
});

test("any other key is not the grid's", () => {
	expect(from(0, 0, "a")).toBeNull();
});

test("the row of the place is drawn wherever the grid is scrolled to, every row once and in order", () => {
	for (const [first, last] of [
		[0, 10],
		[40, 50],
		[90, 100],
	] as const)
		for (const placeRow of [-1, 0, 39, 40, 49, 50, 99]) {
			const rows = rowsToDraw(first, last, placeRow);
			expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
			expect(rows.filter((row) => row >= first && row < last)).toHaveLength(10);
			expect(placeRow === -1 || rows.includes(placeRow)).toBe(true);
			expect(rows.length).toBeLessThanOrEqual(11);
		}
});

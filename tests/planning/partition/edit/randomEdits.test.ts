// Whatever is drawn: a planar tiling of the same ground, or a refusal that says why.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withArcFlag } from "../../../../planning/partition/arcFlags.ts";
import { buildTiling } from "../../../../planning/partition/buildTiling.ts";
import { commonBorder } from "../../../../planning/partition/edit/commonBorder.ts";
import { cutCell } from "../../../../planning/partition/edit/cutCell.ts";
import { mergeCells } from "../../../../planning/partition/edit/mergeCells.ts";
import { reshapeBorder } from "../../../../planning/partition/edit/reshape.ts";
import { encodeTiling } from "../../../../planning/partition/encodeTiling.ts";
import { isInsideRing } from "../../../../planning/partition/isInsideRing.ts";
import { lonLatShape } from "../../../../planning/partition/lonLatShape.ts";
import { cellShape } from "../../../../planning/partition/shape.ts";
import type { Assignment, Tiling } from "../../../../planning/partition/Tiling.ts";
import { HEIGHT_CM, WIDTH_CM } from "../../../scenes/randomOutlines.ts";
import { cellPartsCm, cellsAt } from "../soundTiling.ts";
import {
	anyTilings,
	builtTilings,
	drawnPlaces,
	expectKept,
	lineOf,
	twiceAreasCm2,
} from "./editScenes.ts";

const pick = fc.nat({ max: 10_000 });
type Place = readonly [number, number];

/** The same cells from their shapes alone, noded at the grid only. */
function rebuilt(tiling: Tiling): Tiling {
	const outlines = tiling.cellCode.map((code, cell) => ({
		code,
		polygons: lonLatShape(tiling, cellShape(tiling, cell)),
	}));
	return buildTiling(outlines, { frame: tiling.frame, slackCm: 0 }).tiling;
}

const sortedPlaces = ({ pointCm }: Tiling) =>
	Float64Array.from(
		{ length: pointCm.length / 2 },
		(_, i) => pointCm[2 * i] * 1e6 + pointCm[2 * i + 1],
	).sort();

describe("cutting any cell along any line", () => {
	test("leaves a sound tiling of the same ground, the parts called after the cell, the largest first", () => {
		let cutCount = 0;
		fc.assert(
			fc.property(anyTilings, pick, drawnPlaces, (tiling, which, places) => {
				const code = tiling.cellCode[which % tiling.cellCode.length];
				const { edit, refusal } = cutCell(tiling, code, lineOf(tiling, ...places));
				if (edit === null) {
					expect(refusal.code).toMatch(/^(cut|code)\./);
					return;
				}
				cutCount++;
				expectKept(tiling, edit);
				const parts = edit.divided.get(code) ?? [];
				expect(parts.length).toBeGreaterThan(1);
				expect(parts).toEqual(parts.map((_, i) => `${code}-${i + 1}`));
				const twiceCm2 = twiceAreasCm2(edit.tiling);
				const sizes = parts.map((part) => twiceCm2[edit.tiling.cellCode.indexOf(part)]);
				expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
			}),
			{ numRuns: 100 },
		);
		expect(cutCount).toBeGreaterThan(12);
	});

	test("gives the tiling that would be built anew from the same shapes, to the byte", () => {
		let comparedCount = 0;
		fc.assert(
			fc.property(builtTilings, pick, drawnPlaces, (tiling, which, places) => {
				const code = tiling.cellCode[which % tiling.cellCode.length];
				const { edit } = cutCell(tiling, code, lineOf(tiling, ...places));
				if (edit === null) return;
				const anew = rebuilt(edit.tiling);
				// a builder knows no cell without ground, and lines nearer than 0.71 cm are one for it
				if (anew.cellCode.length < edit.tiling.cellCode.length) return;
				if (`${sortedPlaces(anew)}` !== `${sortedPlaces(edit.tiling)}`) return;
				comparedCount++;
				expect(encodeTiling(edit.tiling)).toEqual(encodeTiling(anew));
			}),
			{ numRuns: 70 },
		);
		expect(comparedCount).toBeGreaterThan(4);
	});

	test("from vertex to vertex and joined again gives the same bytes; wherever it put no new vertex", () => {
		let sameCount = 0;
		fc.assert(
			fc.property(builtTilings, pick, pick, pick, drawnPlaces, (tiling, which, i, j, places) => {
				const cell = which % tiling.cellCode.length;
				const code = tiling.cellCode[cell];
				const ring = cellPartsCm(tiling, cell)[0]?.[0];
				if (ring === undefined) return; // nothing is left of a cell
				const vertex = (at: number): Place => {
					const k = 2 * (at % (ring.length / 2));
					return [ring[k], ring[k + 1]];
				};
				for (const line of [[vertex(i), vertex(j)], places]) {
					const { edit } = cutCell(tiling, code, lineOf(tiling, ...line));
					if (edit === null) continue;
					const joined = mergeCells(edit.tiling, edit.divided.get(code) ?? [], code);
					if (joined.edit === null) throw new Error(joined.refusal.code);
					expectKept(edit.tiling, joined.edit);
					const isUnbent = joined.edit.tiling.pointCm.length === tiling.pointCm.length;
					if (!isUnbent) continue;
					sameCount++;
					expect(encodeTiling(joined.edit.tiling)).toEqual(encodeTiling(tiling));
				}
			}),
			{ numRuns: 70 },
		);
		expect(sameCount).toBeGreaterThan(3);
	});
});

/** Three units over the cells in turn. */
const threeUnits = (tiling: Tiling, turns: readonly number[]): Assignment => ({
	unitOfCell: Int32Array.from(tiling.cellCode, (_, cell) => turns[cell % turns.length]),
	unitCode: ["U", "V", "W"],
});
const turns = fc.array(fc.nat({ max: 2 }), { minLength: 9, maxLength: 9 });

/** How far a place is from a line of places. */
function distanceCm([x, y]: Place, line: readonly Place[]): number {
	let nearest = Infinity;
	for (let i = 0; i + 1 < line.length; i++) {
		const [[ax, ay], [bx, by]] = [line[i], line[i + 1]];
		const [dx, dy] = [bx - ax, by - ay];
		const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
		const held = Math.max(0, Math.min(1, share));
		nearest = Math.min(nearest, Math.hypot(ax + held * dx - x, ay + held * dy - y));
	}
	return nearest;
}

describe("drawing any border between two units anew", () => {
	const spots = fc.array(
		fc.tuple(fc.nat({ max: WIDTH_CM }), fc.nat({ max: HEIGHT_CM })) as fc.Arbitrary<Place>,
		{ minLength: 30, maxLength: 30 },
	);

	test("moves exactly what lies between the old and the new line, and no third unit", () => {
		let movedCount = 0;
		fc.assert(
			fc.property(
				fc.record({ tiling: anyTilings, turns, i: pick, j: pick, drawnPlaces, spots }),
				({ tiling, turns, i, j, drawnPlaces, spots }) => {
					const assignment = threeUnits(tiling, turns);
					const [stretch] = commonBorder(tiling, assignment, [0, 1]);
					if (stretch === undefined || stretch.isClosed) return;
					const old = Array.from({ length: stretch.points.length / 2 }, (_, k): Place => {
						return [stretch.points[2 * k], stretch.points[2 * k + 1]];
					});
					const [from, to] = [i % old.length, j % old.length];
					// a border that comes back to where the line ends may be meant either way
					const isTwice = ([x, y]: Place) => old.filter(([a, b]) => a === x && b === y).length > 1;
					if (isTwice(old[from]) || isTwice(old[to])) return;
					// corners not too far from where the line begins: others leave the two units nearly always
					const corners = drawnPlaces.slice(1, 3).map(([x, y]): Place => {
						const [x0, y0] = old[from];
						return [Math.round(x0 + (x - x0) / 6), Math.round(y0 + (y - y0) / 6)];
					});
					const line = [old[from], ...corners, old[to]];
					const { edit } = reshapeBorder(tiling, assignment, [1, 0], lineOf(tiling, ...line));
					if (edit === null) return;
					movedCount++;
					expectKept(tiling, edit);
					const between = [
						...line,
						...(from < to ? old.slice(from, to).reverse() : old.slice(to, from)),
					];
					const unitAt = (of: Tiling, unitOfCell: Int32Array, [x, y]: Place) =>
						cellsAt(of, x, y).map((cell) => unitOfCell[cell])[0] ?? -1;
					for (const spot of spots) {
						if (distanceCm(spot, [...between, between[0]]) < 300) continue; // snapped within two metres at most
						const before = unitAt(tiling, assignment.unitOfCell, spot);
						const after = unitAt(edit.tiling, edit.unitOfCell, spot);
						const isBetween = isInsideRing(between.flat(), ...spot);
						const swapped = [1, 0][before] ?? before;
						if (before >= 0 && after >= 0) expect(after).toBe(isBetween ? swapped : before);
					}
					for (const { cell, from: left, to: joined } of edit.transfers) {
						const index = edit.tiling.cellCode.indexOf(cell);
						expect(edit.unitOfCell[index]).toBe(joined);
						expect(assignment.unitOfCell[edit.oldCell[index]]).toBe(left);
						expect(left + joined).toBe(1);
					}
				},
			),
			{ numRuns: 200 },
		);
		expect(movedCount).toBeGreaterThan(4);
	});
});

test("any sequence of cuts, reshapes, joins and locks keeps the ground, and planarity, at every step", () => {
	const step = fc.record({
		kind: fc.constantFrom("cut", "cut", "reshape", "merge", "lock"),
		which: pick,
		turns,
		places: drawnPlaces,
	});
	fc.assert(
		fc.property(anyTilings, fc.array(step, { minLength: 8, maxLength: 8 }), (first, steps) => {
			let tiling = first;
			for (const { kind, which, turns, places } of steps) {
				const code = tiling.cellCode[which % tiling.cellCode.length];
				const arc = which % tiling.arcLeft.length;
				const beside = [tiling.arcLeft[arc], tiling.arcRight[arc]].map(
					(cell) => tiling.cellCode[cell] ?? code,
				);
				const line = lineOf(tiling, ...places);
				const { edit } =
					kind === "cut"
						? cutCell(tiling, code, line)
						: kind === "merge"
							? mergeCells(tiling, beside, beside[0])
							: kind === "reshape"
								? reshapeBorder(tiling, threeUnits(tiling, turns), [0, 1], line, 10_000)
								: { edit: null };
				if (kind === "lock") tiling = withArcFlag(tiling, [arc], "locked");
				if (edit === null) continue;
				expectKept(tiling, edit);
				tiling = edit.tiling;
			}
			expect(twiceAreasCm2(tiling).reduce((sum, one) => sum + one, 0)).toBe(
				twiceAreasCm2(first).reduce((sum, one) => sum + one, 0),
			);
		}),
		{ numRuns: 50 },
	);
});

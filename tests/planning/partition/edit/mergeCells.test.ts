// Cells joined into one.
import { expect, test } from "vitest";
import { withArcFlag } from "../../../../planning/partition/arcFlags.ts";
import { mergeCells } from "../../../../planning/partition/edit/mergeCells.ts";
import { cellShape } from "../../../../planning/partition/shape.ts";
import type { Tiling } from "../../../../planning/partition/Tiling.ts";
import { drawnTiling } from "../../../scenes/tilingScene.ts";
import { expectKept, twiceAreasCm2 } from "./editScenes.ts";

const FOUR = drawnTiling(["ABCD", "AACD"]);

function merge(tiling: Tiling, codes: readonly string[], into: string) {
	const { edit, refusal } = mergeCells(tiling, codes, into);
	if (edit === null) throw new Error(refusal.code);
	expectKept(tiling, edit);
	return edit;
}

const whyNot = (codes: readonly string[], into: string, tiling = FOUR) =>
	mergeCells(tiling, codes, into).refusal;

test("cells that share arcs become one, under a code of theirs or a new one", () => {
	const edit = merge(FOUR, ["C", "B"], "B");
	expect(edit.tiling.cellCode).toEqual(["A", "B", "D"]);
	expect([...edit.oldCell]).toEqual([0, 1, 3]);
	expect([...edit.joined]).toEqual([["B", ["B", "C"]]]);
	expect(twiceAreasCm2(edit.tiling)).toEqual([6e8, 6e8, 4e8]);
	expect(merge(FOUR, ["A", "B", "C"], "Z").tiling.cellCode).toEqual(["D", "Z"]);
});

test("nodes where only two arcs are left go, nodes with more stay", () => {
	const { tiling } = merge(FOUR, ["A", "B"], "A");
	// three plates in a row: two lines between them, and against the outside one around either end and two beside C
	expect(tiling.arcFrom).toHaveLength(6);
});

test("a node stays where flags of the two arcs differ", () => {
	const arc = FOUR.arcLeft.findIndex(
		(left, i) => [left, FOUR.arcRight[i]].toSorted().join() === "1,2",
	);
	const { tiling } = merge(withArcFlag(FOUR, [arc], "legal"), ["A", "B"], "A");
	expect(tiling.arcFrom).toHaveLength(7);
	expect([...tiling.arcFlags].filter((flag) => flag > 0)).toHaveLength(1);
});

test("a ring of cells around another has it as a hole, and one joined with its hole has none", () => {
	const ring = drawnTiling(["AAB", "AHB", "CCB"]);
	const { tiling } = merge(ring, ["A", "B", "C"], "A");
	expect(cellShape(tiling, 0)).toHaveLength(1);
	expect(cellShape(tiling, 0)[0]).toHaveLength(2);
	const whole = merge(tiling, ["A", "H"], "A").tiling;
	expect(cellShape(whole, 0)[0]).toHaveLength(1);
	expect(whole.arcFrom).toHaveLength(1);
});

test("cells that meet in a point, or not at all, are not joined", () => {
	expect(whyNot(["A", "D"], "A")).toEqual({ code: "merge.not-adjacent", at: null, cells: ["D"] });
	const corner = drawnTiling(["AB", "BA"]);
	expect(merge(corner, ["A", "B"], "A").tiling.cellCode).toEqual(["A"]);
	expect(whyNot(["A", "D"], "A", drawnTiling(["AB", "CD"]))?.code).toBe("merge.not-adjacent");
});

test("one cell, unknown ones, and a code that is taken are refused", () => {
	expect(whyNot(["A", "A"], "A")?.code).toBe("merge.one-cell");
	expect(whyNot([], "A")?.code).toBe("merge.one-cell");
	expect(whyNot(["A", "X"], "A")).toEqual({ code: "code.unknown", at: null, cells: ["X"] });
	expect(whyNot(["A", "B"], "C")?.code).toBe("code.not-free");
	expect(whyNot(["A", "B"], "")?.code).toBe("code.not-free");
});

test("a line fixed by law is not joined away", () => {
	const fixed = withArcFlag(FOUR, FOUR.arcFrom.keys(), "legal");
	const refusal = whyNot(["C", "D"], "C", fixed);
	expect(refusal?.code).toBe("merge.locked-arc");
	expect(refusal?.at).not.toBeNull();
});

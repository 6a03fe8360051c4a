// Cuts, joins and new borders within a plan: parts belong to what the whole belonged to, and strips change sides.
import { describe, expect, test } from "vitest";
import { withArcFlag } from "../../../planning/partition/arcFlags.ts";
import { nearestLegal } from "../../../planning/plan/nearestLegal.ts";
import { outcomeOf } from "../../../planning/plan/outcome.ts";
import { startState } from "../../../planning/plan/PlanState.ts";
import { cellAt } from "../../../planning/plan/placeAt.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { refusalWords } from "../../../planning/plan/refusalWords.ts";
import { straddlers } from "../../../planning/plan/straddlers.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";
import { arcsBetween, planScene, refusalAfter, squareAt, stateAfter, unitOf } from "./planScene.ts";

const DRAWING = ["A B C D", "E F G H"];
const TILING = drawnTiling(DRAWING);
const BASE = planScene(DRAWING, {
	streets: { S: "ABCD", T: "EFGH" },
	towns: "S",
	bmus: { M: "AB" },
	seats: { A: [0, 1.3] },
});
const start = startState(BASE);
/** Through the middle of A, from west to east. */
const cutA: PlanOperation = {
	op: "cut",
	cell: "A",
	line: [squareAt(TILING, -1, 1), squareAt(TILING, 0.6, 1)],
};

describe("cut", () => {
	const state = stateAfter(start, cutA);

	test("parts belong to whatever the cell belonged to", () => {
		for (const part of ["A-1", "A-2"])
			expect(
				(["district", "street", "committee", "bmu"] as const).map((layer) =>
					unitOf(state, part, layer),
				),
			).toEqual(["D", "S", "A", "M"]);
		expect(unitOf(state, "A", "street")).toBeNull();
		expect(start.tiling).toBe(BASE.tiling);
	});

	test("the whole's code is refused, its parts are named, and the nearest legal takes them", () => {
		const op: PlanOperation = { op: "assign", layer: "street", cells: ["A"], to: "T" };
		const refusal = refusalAfter(state, op);
		expect(refusal).toMatchObject({ code: "cell.unknown", subject: "A", cells: ["A-1", "A-2"] });
		expect(refusalWords(refusal, state).zh).toContain("已被切开");
		expect(nearestLegal(state, op)).toMatchObject({ cells: ["A-1", "A-2"] });
	});

	test("a part goes to another street; the committee straddles until its part is given away", () => {
		const south = state.tiling.cellCode[cellAt(state, squareAt(TILING, 0, 0.7))];
		expect(["A-1", "A-2"]).toContain(south);
		const given = stateAfter(state, { op: "assign", layer: "street", cells: [south], to: "T" });
		expect(straddlers(given)).toEqual([{ layer: "committee", unit: "A", parents: ["S", "T"] }]);
		const settled = stateAfter(given, {
			op: "assign",
			layer: "committee",
			cells: [south],
			to: "E",
		});
		expect(straddlers(settled)).toEqual([]);
		expect(unitOf(settled, south, "street")).toBe("T");
	});

	test("a committee's part with its seat stays with it", () => {
		const north = state.tiling.cellCode[cellAt(state, squareAt(TILING, 0, 1.3))];
		const op: PlanOperation = { op: "assign", layer: "committee", cells: [north], to: "B" };
		expect(refusalAfter(state, op)).toMatchObject({ code: "seat.outside", units: ["A"] });
	});

	test("shapes of the parts and of the neighbour whose border got a corner are in the outcome, no other", () => {
		expect(Object.keys(outcomeOf(state).shapes).sort()).toEqual(["A-1", "A-2", "B"]);
		expect(outcomeOf(start).shapes).toEqual({});
	});

	test("the territory's refusals come through with place and words", () => {
		const ends: PlanOperation = {
			op: "cut",
			cell: "A",
			line: [squareAt(TILING, -1, 1), squareAt(TILING, 0, 1)],
		};
		const refusal = refusalAfter(start, ends);
		expect(refusal.code).toBe("cut.ends-inside");
		expect(refusal.at).not.toBeNull();
		expect(refusalAfter(start, { ...ends, cell: "Z" }).code).toBe("cell.unknown");
		const outside = { ...ends, line: [[0, 0] as const, [1, 1] as const] };
		expect(refusalAfter(start, outside).code).toBe("cut.outside-city");
	});
});

describe("joinCells", () => {
	const state = stateAfter(start, cutA);

	test("parts join into the whole again, which then can be named", () => {
		const joined = stateAfter(state, { op: "joinCells", cells: ["A-1", "A-2"], into: "A" });
		expect(joined.tiling.cellCode).toEqual(BASE.tiling.cellCode);
		expect(joined.layers.street.unitOfCell).toEqual(BASE.layers.street.unitOfCell);
		stateAfter(joined, { op: "assign", layer: "street", cells: ["A"], to: "T" });
	});

	test("not cells that belong apart, not two committees, not under a stranger's code", () => {
		const given = stateAfter(state, { op: "assign", layer: "bmu", cells: ["A-1"], to: null });
		const join = { op: "joinCells", cells: ["A-1", "A-2"], into: "A" } as const;
		expect(refusalAfter(given, join).code).toBe("cells.belong-apart");
		expect(refusalAfter(start, { ...join, cells: ["A", "B"] }).code).toBe("cells.belong-apart");
		expect(refusalAfter(state, { ...join, into: "B" }).code).toBe("code.not-free");
		expect(refusalAfter(state, { ...join, into: "X" }).code).toBe("code.not-free");
	});
});

describe("reshape", () => {
	/** The border of S and T runs along y = 0.5; the new one dips into E and F and comes back. */
	const dip: PlanOperation = {
		op: "reshape",
		layer: "street",
		units: ["S", "T"],
		line: [
			squareAt(TILING, 0, 0.5),
			squareAt(TILING, 0, 0.2),
			squareAt(TILING, 1, 0.2),
			squareAt(TILING, 1, 0.5),
		],
	};

	test("the strip between old and new goes over, its committees straddle, nothing else moves", () => {
		const state = stateAfter(start, dip);
		const strip = cellAt(state, squareAt(TILING, 0.2, 0.35));
		expect(unitOf(state, state.tiling.cellCode[strip], "street")).toBe("S");
		expect(straddlers(state).map(({ unit }) => unit)).toEqual(["E", "F"]);
		expect(unitOf(state, "G", "street")).toBe("T");
		expect(planHash(stateAfter(start, dip))).toBe(planHash(state));
	});

	test("a legal line stays, whoever draws; a unit with itself has no border", () => {
		const fixed = planScene(DRAWING, {
			streets: { S: "ABCD", T: "EFGH" },
			tiling: withArcFlag(TILING, arcsBetween(TILING, "A", "E"), "legal"),
		});
		expect(refusalAfter(startState(fixed), dip).code).toBe("reshape.locked-arc");
		expect(refusalAfter(start, { ...dip, units: ["S", "S"] }).code).toBe("operation.malformed");
		expect(refusalAfter(start, { ...dip, units: ["S", "X"] }).code).toBe("unit.unknown");
	});
});

test("numbers that are no numbers are refused wherever they come from", () => {
	const nowhere = [Number.NaN, 31] as const;
	expect(refusalAfter(start, { op: "cut", cell: "A", line: [nowhere, nowhere] }).code).toBe(
		"line.not-degrees",
	);
	expect(
		refusalAfter(start, { op: "moveSeat", layer: "street", unit: "S", at: nowhere }).code,
	).toBe("place.outside-city");
});

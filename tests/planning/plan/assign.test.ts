// Cells change hands: what follows in the other layers, and what is refused.
import { describe, expect, test } from "vitest";
import { withArcFlag } from "../../../planning/partition/arcFlags.ts";
import { nearestLegal } from "../../../planning/plan/nearestLegal.ts";
import { startState } from "../../../planning/plan/PlanState.ts";
import { refusalWords } from "../../../planning/plan/refusalWords.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";
import { arcsBetween, planScene, refusalAfter, stateAfter, unitOf } from "./planScene.ts";

const to = (unit: string | null, cells: string, layer = "street"): PlanOperation =>
	({ op: "assign", layer, cells: [...cells], to: unit }) as PlanOperation;

// S is the row in the north, T the rest; F G H are one district, the others another.
const DRAWING = ["A B C D", "E F G H"];
const ROW = planScene(DRAWING, { streets: { S: "ABCD", T: "EFGH" } });

describe("layers follow", () => {
	test("a street's cell takes its committee along, and nothing else moves", () => {
		const start = startState(ROW);
		const state = stateAfter(start, to("T", "A"));
		expect(unitOf(state, "A", "street")).toBe("T");
		expect(unitOf(state, "A", "district")).toBe("D");
		expect(state.layers.committee.units[0].parentCode).toBe("T");
		expect([...state.layers.street.unitOfCell].filter((unit) => unit === 1)).toHaveLength(5);
		expect(unitOf(start, "A", "street")).toBe("S");
	});

	test("what did not change is shared with the state before", () => {
		const start = startState(ROW);
		const state = stateAfter(start, to("T", "A"));
		expect(state.tiling).toBe(start.tiling);
		expect(state.layers.district.unitOfCell).toBe(start.layers.district.unitOfCell);
		expect(state.layers.street.units).toBe(start.layers.street.units);
	});

	test("a cell that goes to a street of another district changes its district and leaves its circle", () => {
		const base = planScene(DRAWING, {
			districts: { D: "ABCD", E: "EFGH" },
			streets: { S: "ABCD", T: "EFGH" },
			circles: { K: "ABCD", L: "EFGH" },
		});
		const state = stateAfter(startState(base), to("T", "A"));
		expect(unitOf(state, "A", "district")).toBe("E");
		expect(unitOf(state, "A", "circle")).toBeNull();
		expect(unitOf(state, "B", "circle")).toBe("K");
	});

	test("a cell that leaves the town leaves the town's basic management unit", () => {
		const base = planScene(DRAWING, {
			streets: { S: "ABCD", T: "EFGH" },
			towns: "S",
			bmus: { M: "AB" },
		});
		const state = stateAfter(startState(base), to("T", "A"));
		expect(unitOf(state, "A", "bmu")).toBeNull();
		expect(unitOf(state, "B", "bmu")).toBe("M");
		const emptied = refusalAfter(stateAfter(startState(base), to("T", "A")), to("T", "B"));
		expect([emptied.code, emptied.layer, emptied.units]).toEqual(["unit.emptied", "bmu", ["M"]]);
	});

	test("a whole street goes to another district; half of one does not", () => {
		const base = planScene(DRAWING, {
			districts: { D: "ABCD", E: "EFGH" },
			streets: { R: "AB", S: "CD", T: "EFGH" },
		});
		const state = stateAfter(startState(base), to("E", "AB", "district"));
		expect(state.layers.street.units[0].parentCode).toBe("E");
		const half = to("E", "A", "district");
		const refusal = refusalAfter(startState(base), half);
		expect([refusal.code, refusal.cells]).toEqual(["parent.differs", ["B"]]);
		expect(nearestLegal(startState(base), half)).toEqual(to("E", "AB", "district"));
	});

	test("basic management units take cells of their town only, circles of their district only, and give to none", () => {
		const base = planScene(DRAWING, {
			districts: { D: "ABCD", E: "EFGH" },
			streets: { S: "ABCD", T: "EFGH" },
			towns: "ST",
			bmus: { M: "AB" },
			circles: { K: "ABC" },
		});
		const start = startState(base);
		expect(unitOf(stateAfter(start, to("M", "C", "bmu")), "C", "bmu")).toBe("M");
		expect(unitOf(stateAfter(start, to(null, "A", "bmu")), "A", "bmu")).toBeNull();
		expect(refusalAfter(start, to("M", "E", "bmu")).code).toBe("parent.differs");
		expect(refusalAfter(start, to("K", "E", "circle")).code).toBe("parent.differs");
		expect(refusalAfter(start, to(null, "AB", "bmu")).code).toBe("unit.emptied");
	});
});

describe("refused", () => {
	const start = startState(ROW);

	test("taking the middle of a row splits it; the nearest legal is the end with it", () => {
		const op = to("T", "C");
		const refusal = refusalAfter(start, op);
		expect(refusal).toMatchObject({
			code: "unit.would-split",
			layer: "street",
			units: ["S"],
			cells: ["D"],
		});
		expect(refusalWords(refusal, start).zh).toContain("会使S区分成");
		expect(nearestLegal(start, op)).toEqual(to("T", "CD"));
		stateAfter(start, to("T", "CD"));
	});

	test("cells that touch the receiver at a corner only would lie apart from it", () => {
		const base = planScene(["A B", "C D"], { streets: { S: "AB", T: "D", U: "C" } });
		const refusal = refusalAfter(startState(base), to("T", "A"));
		expect(refusal).toMatchObject({ code: "unit.would-split", units: ["T"], cells: ["A"] });
		expect(nearestLegal(startState(base), to("T", "A"))).toBeNull();
	});

	test("what is cut off inside one neighbour is called an enclave", () => {
		const base = planScene(["A B C", "D E F", "G H I"], { streets: { S: "ABCDEFGHI", T: "" } });
		const other = planScene(["A A A A A", "A X Y Z A", "A A A A A"], {
			streets: { S: "XYZ", T: "A" },
		});
		expect(refusalAfter(startState(other), to("T", "Y"))).toMatchObject({
			code: "unit.leaves-enclave",
			units: ["S", "T"],
			cells: ["Z"],
		});
		expect(refusalAfter(startState(base), to("T", "ABCDEFGHI")).code).toBe("unit.emptied");
	});

	test("the last cell of a unit, the cell with its seat", () => {
		const base = planScene(DRAWING, {
			streets: { S: "ABCD", T: "EFGH" },
			seats: { S: [0, 1] },
		});
		const refusal = refusalAfter(startState(base), to("T", "AB"));
		expect(refusal).toMatchObject({ code: "seat.outside", units: ["S"], cells: ["A"] });
		expect(refusalAfter(start, to("T", "ABCD")).code).toBe("unit.emptied");
		expect(refusalAfter(start, to("B", "A", "committee"))).toMatchObject({
			code: "unit.emptied",
			layer: "committee",
		});
	});

	test("a border that is locked or legal is not moved, from either side", () => {
		const tiling = drawnTiling(DRAWING);
		const locked = planScene(DRAWING, {
			streets: { S: "ABCD", T: "EFGH" },
			tiling: withArcFlag(tiling, arcsBetween(tiling, "A", "E"), "legal"),
		});
		for (const op of [to("T", "A"), to("S", "E")]) {
			const refusal = refusalAfter(startState(locked), op);
			expect(refusal.code).toBe("arc.locked");
			expect(refusal.at).not.toBeNull();
		}
		stateAfter(startState(locked), to("T", "D"));
	});

	test("unknown cells, units, and a layer that must cover the city", () => {
		expect(refusalAfter(start, to("T", "Z"))).toMatchObject({ code: "cell.unknown", subject: "Z" });
		expect(refusalAfter(start, to("X", "A"))).toMatchObject({ code: "unit.unknown", subject: "X" });
		expect(refusalAfter(start, to(null, "A")).code).toBe("layer.must-cover");
	});
});

describe("declared exceptions", () => {
	test("a bridge keeps a unit together, an exclave may lie apart", () => {
		const streets = { S: "ABCD", T: "EFGH" };
		const bridge = planScene(DRAWING, {
			streets,
			exceptions: [{ kind: "bridge", cells: ["B", "D"], reason: "桥" }],
		});
		stateAfter(startState(bridge), to("T", "C"));
		const exclave = planScene(DRAWING, {
			streets,
			exceptions: [{ kind: "exclave", cells: ["D"], reason: "飞地" }],
		});
		stateAfter(startState(exclave), to("T", "C"));
	});

	test("a unit in two parts may stay so, not fall into a third", () => {
		const base = planScene(["A X B C D"], { streets: { S: "ABCD", T: "X" } });
		stateAfter(startState(base), to("T", "B"));
		expect(refusalAfter(startState(base), to("T", "C")).code).toBe("unit.would-split");
	});
});

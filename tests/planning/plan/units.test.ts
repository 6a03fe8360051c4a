// Units are made, fused, ended, renamed and moved about in the tree.
import { describe, expect, test } from "vitest";
import { facilitiesOf } from "../../../planning/plan/facilitiesOf.ts";
import { startState } from "../../../planning/plan/PlanState.ts";
import { straddlers } from "../../../planning/plan/straddlers.ts";
import type { OperationOf } from "../../../planning/wire/plans.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";
import { facility, planScene, refusalAfter, squareAt, stateAfter, unitOf } from "./planScene.ts";

const DRAWING = ["A B C D", "E F G H"];
const TILING = drawnTiling(DRAWING);
const start = startState(
	planScene(DRAWING, {
		districts: { D: "ABEF", E: "CDGH" },
		streets: { R: "AE", S: "BF", T: "CDGH" },
		towns: "RT",
		bmus: { M: "CD", N: "A" },
		circles: { K: "AB", L: "CG" },
		seats: { R: [0, 0] },
		facilities: [
			facility({ id: "F1", lonLat: squareAt(TILING, 1, 0), operatorCode: "S" }),
			facility({ id: "F2", lonLat: squareAt(TILING, 2, 1), operatorCode: "M" }),
			facility({ id: "F3", lonLat: squareAt(TILING, 2, 1), operatorCode: "L" }),
		],
	}),
);
const create = (about: Partial<OperationOf<"createUnit">>): OperationOf<"createUnit"> => ({
	op: "createUnit",
	layer: "street",
	code: "N1",
	name: "新街道",
	cells: ["C"],
	...about,
});

describe("createUnit", () => {
	test("a street split off takes its cells, their committees and the one district they lie in", () => {
		const state = stateAfter(start, create({ cells: ["G", "H"] }));
		expect([unitOf(state, "G", "street"), unitOf(state, "H", "street")]).toEqual(["N1", "N1"]);
		expect(state.layers.street.units.at(-1)).toMatchObject({
			parentCode: "E",
			streetKind: "subdistrict",
		});
		expect(state.layers.committee.units[6].parentCode).toBe("N1");
		expect(straddlers(state)).toEqual([]);
	});

	test("a code that a unit has or had is not free", () => {
		expect(refusalAfter(start, create({ code: "M" })).code).toBe("code.not-free");
		const ended = stateAfter(start, { op: "dissolveUnit", layer: "bmu", unit: "M", to: null });
		expect(refusalAfter(ended, create({ code: "M" })).code).toBe("code.not-free");
	});

	test("its own cells hang together, those left do too, and its seat is among them", () => {
		expect(refusalAfter(start, create({ cells: ["C", "H"] }))).toMatchObject({
			code: "unit.would-split",
		});
		expect(refusalAfter(start, create({ cells: ["A", "E"] })).code).toBe("unit.emptied");
		expect(refusalAfter(start, create({ cells: ["E"] })).code).toBe("seat.outside");
		const seat = squareAt(TILING, 0, 0);
		expect(refusalAfter(start, create({ seat })).code).toBe("seat.outside");
		expect(refusalAfter(start, create({ seat: [0, 0] })).code).toBe("place.outside-city");
		stateAfter(start, create({ cells: ["G", "H"], seat: squareAt(TILING, 3, 0) }));
	});

	test("cells of two districts need a parent to be named, and come to it", () => {
		expect(refusalAfter(start, create({ cells: ["F", "G"] })).code).toBe("parent.differs");
		const state = stateAfter(start, create({ cells: ["F", "G"], parent: "E" }));
		expect(unitOf(state, "F", "district")).toBe("E");
		expect(refusalAfter(start, create({ parent: "X" })).code).toBe("unit.unknown");
	});

	test("a basic management unit lies within one town, a circle within one district", () => {
		const bmu = { layer: "bmu", code: "B1", cells: ["G"] } as const;
		expect(unitOf(stateAfter(start, create(bmu)), "G", "bmu")).toBe("B1");
		expect(refusalAfter(start, create({ ...bmu, cells: ["B"] })).code).toBe("bmu.not-town");
		expect(refusalAfter(start, create({ ...bmu, cells: ["E", "G"] })).code).toBe("parent.differs");
		expect(refusalAfter(start, create({ ...bmu, parent: "R" })).code).toBe("parent.differs");
		const circle = { layer: "circle", code: "Q", cells: ["F", "G"] } as const;
		expect(refusalAfter(start, create(circle)).code).toBe("parent.differs");
		expect(refusalAfter(start, create({ layer: "district", parent: "D" })).code).toBe(
			"parent.none",
		);
	});
});

describe("merge and dissolve", () => {
	test("what belonged to the units that go belongs to the one that stays: committees, facilities", () => {
		const state = stateAfter(start, { op: "merge", layer: "street", units: ["S"], into: "R" });
		expect(unitOf(state, "B", "street")).toBe("R");
		expect(state.layers.committee.units[1].parentCode).toBe("R");
		expect(facilitiesOf(state)[0].operatorCode).toBe("R");
		expect(unitOf(state, "A", "bmu")).toBe("N");
		expect(refusalAfter(state, { op: "rename", layer: "street", unit: "S", name: "x" }).code).toBe(
			"unit.unknown",
		);
	});

	test("a town's basic management units need a town to go to", () => {
		const op = { op: "merge", layer: "street", units: ["R"], into: "S" } as const;
		expect(refusalAfter(start, op)).toMatchObject({ code: "bmu.not-town", subject: "N" });
	});

	test("units of different parents are not merged, nor one with itself, nor apart ones", () => {
		expect(
			refusalAfter(start, { op: "merge", layer: "street", units: ["S"], into: "T" }).code,
		).toBe("parent.differs");
		expect(
			refusalAfter(start, { op: "merge", layer: "street", units: ["S"], into: "S" }).code,
		).toBe("operation.malformed");
		expect(
			refusalAfter(start, { op: "merge", layer: "committee", units: ["H"], into: "C" }).code,
		).toBe("unit.would-split");
		stateAfter(start, { op: "merge", layer: "committee", units: ["H", "D"], into: "C" });
	});

	test("a unit that comes in two parts may be fused with the neighbour of one of them", () => {
		const base = planScene(["A B C D E"], { streets: { R: "AC", S: "B", T: "DE" } });
		stateAfter(startState(base), { op: "merge", layer: "street", units: ["R"], into: "T" });
	});

	test("districts: their streets and circles go with them", () => {
		const state = stateAfter(start, { op: "merge", layer: "district", units: ["E"], into: "D" });
		expect(state.layers.street.units.map(({ parentCode }) => parentCode)).toEqual(["D", "D", "D"]);
		expect(unitOf(state, "C", "circle")).toBe("L");
	});

	test("a basic management unit that ends leaves its facilities to the town, a circle to nobody", () => {
		const state = stateAfter(
			start,
			{ op: "dissolveUnit", layer: "bmu", unit: "M", to: null },
			{ op: "dissolveUnit", layer: "circle", unit: "L", to: null },
		);
		expect(unitOf(state, "C", "bmu")).toBeNull();
		expect(facilitiesOf(state).map(({ operatorCode }) => operatorCode)).toEqual(["S", "T", null]);
	});

	test("a street that ends must go somewhere, and not with a basic management unit still in it", () => {
		const ending = { op: "dissolveUnit", layer: "street", unit: "R" } as const;
		expect(refusalAfter(start, { ...ending, to: null }).code).toBe("layer.must-cover");
		expect(refusalAfter(start, { ...ending, to: "R" }).code).toBe("operation.malformed");
		expect(refusalAfter(start, { ...ending, to: "S" }).code).toBe("bmu.not-town");
		const other = { op: "dissolveUnit", layer: "bmu", unit: "M", to: "N" } as const;
		expect(refusalAfter(start, other).code).toBe("parent.differs");
	});
});

describe("what is said of a unit", () => {
	test("name, kind, seat", () => {
		const state = stateAfter(
			start,
			{ op: "rename", layer: "street", unit: "S", name: "新名街道" },
			{ op: "changeKind", unit: "S", streetKind: "town" },
			{ op: "moveSeat", layer: "street", unit: "S", at: squareAt(TILING, 1, 0) },
		);
		expect(state.layers.street.units[1]).toMatchObject({ name: "新名街道", streetKind: "town" });
		expect(state.layers.street.unitOfCell).toBe(start.layers.street.unitOfCell);
	});

	test("a town with a basic management unit stays a town; a seat stays within", () => {
		expect(refusalAfter(start, { op: "changeKind", unit: "R", streetKind: "other" }).code).toBe(
			"bmu.not-town",
		);
		const at = squareAt(TILING, 3, 0);
		const seat = { op: "moveSeat", layer: "street", unit: "S" } as const;
		expect(refusalAfter(start, { ...seat, at }).code).toBe("seat.outside");
		expect(refusalAfter(start, { ...seat, at: [121, 31] }).code).toBe("place.outside-city");
	});

	test("a street goes to another district with all its cells, a committee to another street", () => {
		const street = stateAfter(start, { op: "reparent", layer: "street", unit: "S", to: "E" });
		expect([unitOf(street, "B", "district"), unitOf(street, "F", "district")]).toEqual(["E", "E"]);
		const committee = stateAfter(start, { op: "reparent", layer: "committee", unit: "B", to: "T" });
		expect(unitOf(committee, "B", "street")).toBe("T");
		const bmu = { op: "reparent", layer: "bmu", unit: "M", to: "R" } as const;
		expect(refusalAfter(start, bmu).code).toBe("parent.differs");
		const district = { op: "reparent", layer: "district", unit: "D", to: "E" } as const;
		expect(refusalAfter(start, district).code).toBe("parent.none");
	});
});

// Facilities and links lie over the base and leave the territory alone.
import { expect, test } from "vitest";
import { facilitiesOf } from "../../../planning/plan/facilitiesOf.ts";
import { startState } from "../../../planning/plan/PlanState.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";
import { facility, planScene, refusalAfter, squareAt, stateAfter } from "./planScene.ts";

const DRAWING = ["A B", "C D"];
const TILING = drawnTiling(DRAWING);
const at = squareAt(TILING, 0, 0);
const elsewhere = squareAt(TILING, 1, 1);
const start = startState(
	planScene(DRAWING, {
		streets: { S: "ABCD" },
		facilities: [
			facility({ id: "1", category: "COM-MKT", lonLat: at }),
			facility({ id: "1", category: "HEA-CHC", lonLat: at, operatorCode: "S" }),
			facility({ id: "2", category: "COM-MKT", lonLat: at, entrances: [elsewhere] }),
		],
	}),
);
const ids = (state: typeof start) =>
	facilitiesOf(state).map(({ category, id }) => `${category} ${id}`);

test("added, moved, closed: the list is the base's with the plan's over it", () => {
	const state = stateAfter(
		start,
		{ op: "addFacility", id: "9", category: "COM-MKT", at, name: "新菜场", operator: "S" },
		{ op: "moveFacility", id: "2", at: elsewhere },
		{ op: "closeFacility", id: "1", category: "HEA-CHC" },
	);
	expect(ids(state)).toEqual(["COM-MKT 1", "COM-MKT 2", "COM-MKT 9"]);
	expect(facilitiesOf(state)[1]).toMatchObject({ lonLat: elsewhere, entrances: [] });
	expect(facilitiesOf(start)).toBe(start.base.facilities);
	expect(state.layers).toBe(start.layers);
	const closed = stateAfter(state, { op: "closeFacility", id: "9" });
	expect(ids(closed)).toEqual(["COM-MKT 1", "COM-MKT 2"]);
});

test("ids are one of a category; closed ones keep theirs", () => {
	const add = { op: "addFacility", category: "COM-MKT", at, name: "x" } as const;
	expect(refusalAfter(start, { ...add, id: "1" }).code).toBe("facility.id-not-free");
	const closed = stateAfter(start, { op: "closeFacility", id: "2" });
	expect(refusalAfter(closed, { ...add, id: "2" }).code).toBe("facility.id-not-free");
	expect(refusalAfter(closed, { op: "moveFacility", id: "2", at }).code).toBe("facility.unknown");
	expect(refusalAfter(start, { op: "closeFacility", id: "1" })).toMatchObject({
		code: "facility.ambiguous",
		subject: "COM-MKT, HEA-CHC",
	});
	stateAfter(start, { ...add, id: "1", category: "EDU-PRI" });
});

test("no such category, operator, place", () => {
	const add = { op: "addFacility", id: "9", category: "COM-MKT", at, name: "x" } as const;
	expect(refusalAfter(start, { ...add, category: "XXX" }).code).toBe("category.unknown");
	expect(refusalAfter(start, { ...add, operator: "Z" }).code).toBe("unit.unknown");
	expect(refusalAfter(start, { ...add, at: [at[1], at[0]] }).code).toBe("place.outside-city");
	expect(refusalAfter(start, { op: "moveFacility", id: "2", at: [0, 0] }).code).toBe(
		"place.outside-city",
	);
});

test("a link that the plan opened is taken back; a street is closed at a place", () => {
	const open = { op: "openLink", id: "L", from: at, to: elsewhere } as const;
	const opened = stateAfter(start, open);
	expect([...opened.links]).toEqual([["L", { kind: "opened", from: at, to: elsewhere }]]);
	expect(stateAfter(opened, { op: "closeLink", id: "L" }).links.size).toBe(0);
	expect(refusalAfter(opened, open).code).toBe("link.id-not-free");
	expect(refusalAfter(opened, { op: "closeLink", id: "L", at }).code).toBe("link.id-not-free");
	expect(refusalAfter(start, { op: "closeLink", id: "L" }).code).toBe("link.unknown");
	const closed = stateAfter(start, { op: "closeLink", id: "C", at });
	expect(closed.links.get("C")).toEqual({ kind: "closed", at });
	expect(refusalAfter(start, { ...open, to: [0, 0] }).code).toBe("place.outside-city");
	expect(refusalAfter(start, { op: "closeLink", id: "C", at: [0, 0] }).code).toBe(
		"place.outside-city",
	);
});

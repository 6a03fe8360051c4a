// Facilities that a plan adds, moves or closes, and people of a cut cell: as a full analysis has them.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FacilityRecord } from "../../../../planning/city/records.ts";
import { facilityKey } from "../../../../planning/plan/facilitiesOf.ts";
import { createMeasurer } from "../../../../planning/plan/measure/createMeasurer.ts";
import type { PlanState } from "../../../../planning/plan/PlanState.ts";
import { blockCity } from "../../../scenes/blockCity.ts";
import { at } from "../../../scenes/streetScene.ts";
import { townCity, WEST_STREET } from "../../../scenes/tinyCity.ts";
import { expectAsAnalysed, planScene } from "./planScene.ts";

const blocks = planScene(
	blockCity({
		seed: 6,
		nodesPerSide: 40,
		residences: 400,
		facilities: 200,
		districts: 1,
		streets: 2,
		committees: 2,
		barriers: 1,
	}),
);
const { facilities, units } = blocks.base.surveyed.city;

/** A facility closed, moved, handed to a unit, or a new one of its category beside it. */
const change = fc.record({
	facility: fc.nat(facilities.length - 1),
	what: fc.constantFrom("close", "move", "add", "hand over" as const),
	eastM: fc.integer({ min: 0, max: 2_300 }),
	northM: fc.integer({ min: 0, max: 2_300 }),
	operator: fc.option(fc.nat(units.length - 1)),
});

function changed(
	state: PlanState,
	{
		facility,
		what,
		eastM,
		northM,
		operator,
	}: typeof change extends fc.Arbitrary<infer T> ? T : never,
): PlanState {
	const record = facilities[facility];
	const key = facilityKey(record);
	const lonLat = at(eastM, northM);
	const operatorCode = operator === null ? null : units[operator].code;
	const put: Record<string, FacilityRecord | null> = {
		close: null,
		move: { ...record, lonLat },
		add: { ...record, id: `F${eastM}`, lonLat, operatorCode },
		"hand over": { ...record, operatorCode },
	};
	const now = put[what] ?? null;
	return {
		...state,
		facilities: new Map(state.facilities).set(now === null ? key : facilityKey(now), now),
	};
}

test("facilities that come, go, move and change hands", () => {
	fc.assert(
		fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
			const measurer = createMeasurer(blocks.base);
			let state = blocks.start;
			for (const one of changes) {
				state = changed(state, one);
				measurer.measure(state);
			}
			expectAsAnalysed(blocks, measurer, state);
			expect(measurer.measure(state)).toEqual(createMeasurer(blocks.base).measure(state));
			const back = measurer.measure(blocks.start);
			expect([back.before, back.gain, back.lose]).toEqual([{}, [], []]);
		}),
		{ numRuns: 6 },
	);
});

test("a second centre in the north brings its people within 15 minutes, seconds told", () => {
	const scene = planScene(townCity);
	const measurer = createMeasurer(scene.base);
	const [school] = townCity.facilities.filter(({ category }) => category === "ADM-PSC");
	const centre = { ...school, id: "new", lonLat: at(800, 900), operatorCode: "310199002000" };
	const state = { ...scene.start, facilities: new Map([[facilityKey(centre), centre]]) };
	const { gain, after } = measurer.measure(state);
	const own = gain.find(({ category, mode }) => category === "ADM-PSC" && mode === "own");
	// both homes of the eastern town have an own centre now: 100 m and 700 m on foot
	expect(own?.residents).toBe(200);
	expect([...(own?.afterDm ?? [])].sort((a, b) => a - b)).toEqual([1_000, 7_000]);
	expect(after["310199002000"].facilities["ADM-PSC"]).toBe(1);
	expect(after[WEST_STREET]).toBeUndefined();
	expectAsAnalysed(scene, measurer, state);
});

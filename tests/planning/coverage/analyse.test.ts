import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import { type City, type Mode, REASONS } from "../../../planning/coverage/analysis.ts";
import { profileNamed } from "../../../planning/reach/profiles.ts";
import { UNREACHED_DM } from "../../../planning/reach/reach.ts";
import { type Door, gridCity, type Home, type PlanUnit } from "../../scenes/gridCity.ts";

const EAST_AND_WEST: readonly PlanUnit[] = [
	{ kind: "street", code: "S1", areas: [[-50, -50, 1050, 1050]] },
	{ kind: "committee", code: "C1", parentCode: "S1", areas: [[-50, -50, 500, 1050]] },
	{ kind: "committee", code: "C2", parentCode: "S1", areas: [[500, -50, 1050, 1050]] },
];

function seen(city: City, category: string, mode: Mode = "any", options = {}) {
	const analysis = analyse(city, options);
	const walks = analysis.times.find((one) => one.category === category && one.mode === mode);
	if (walks === undefined) throw new Error(`No times of ${category} ${mode}.`);
	return city.residences.map((_, residence) => ({
		costDm: walks.costDm[residence],
		facility: city.facilities[walks.facility[residence]]?.id ?? "",
		within: walks.within[residence] === 1,
		reason: REASONS[walks.reason[residence]],
	}));
}

test("a home 300 m east and 300 m north of a school walks 600 m along the grid and is within 10 minutes", () => {
	const city = gridCity({
		homes: [{ at: [300, 300] }],
		doors: [{ category: "EDU-PRI", at: [0, 0] }],
	});
	expect(seen(city, "EDU-PRI")).toEqual([
		{ costDm: 6_000, facility: "F001", within: true, reason: "" },
	]);
});

test("beyond the category's limit the walk is still told, up to 15 minutes", () => {
	const homes = [{ at: [400, 300] }, { at: [600, 400] }, { at: [1000, 100] }] as const;
	const city = gridCity({ homes, doors: [{ category: "EDU-PRI", at: [0, 0] }] });
	expect(seen(city, "EDU-PRI")).toEqual([
		{ costDm: 7_000, facility: "F001", within: false, reason: "beyond" }, // 670 m are 10 minutes
		{ costDm: 10_000, facility: "F001", within: false, reason: "beyond" }, // 1,005 m are 15 minutes
		{ costDm: UNREACHED_DM, facility: "", within: false, reason: "beyond" },
	]);
});

test("reasons come in order: not attached before no facility", () => {
	const city = gridCity({ homes: [{ at: [0, 0] }, { at: [0, -400] }] });
	expect(seen(city, "EDU-PRI").map(({ reason }) => reason)).toEqual([
		"no-facility",
		"not-attached",
	]);
});

test("a radius is a straight line: a bus stop 495 m away diagonally serves, though the walk is 700 m", () => {
	const homes = [{ at: [350, 350] }, { at: [400, 350] }] as const;
	const city = gridCity({
		homes,
		doors: [{ category: "TRA-BUS", at: [0, 0] }],
		blockM: 50,
		columns: 21,
		rows: 21,
	});
	expect(seen(city, "TRA-BUS")).toEqual([
		{ costDm: 7_000, facility: "F001", within: true, reason: "" },
		{ costDm: 7_500, facility: "F001", within: false, reason: "beyond" },
	]);
});

test("a home off the streets is still within a radius, by the straight-line nearest", () => {
	const city = gridCity({
		homes: [{ at: [0, -400] }],
		doors: [{ category: "TRA-BUS", at: [0, 0] }],
	});
	expect(seen(city, "TRA-BUS")).toEqual([
		{ costDm: UNREACHED_DM, facility: "F001", within: true, reason: "" },
	]);
});

test("equal walks give the smaller facility id", () => {
	const doors = [
		{ id: "b", category: "EDU-PRI", at: [200, 0] },
		{ id: "a", category: "EDU-PRI", at: [0, 0] },
	] as const;
	const city = gridCity({ homes: [{ at: [100, 0] }], doors });
	expect(seen(city, "EDU-PRI")[0].facility).toBe("a");
});

test("own mode goes to one's own committee's premises, past the neighbour's", () => {
	const city = gridCity({
		units: EAST_AND_WEST,
		homes: [{ at: [400, 0] }],
		doors: [
			{ id: "west", category: "ADM-NC", at: [200, 0] },
			{ id: "east", category: "ADM-NC", at: [600, 0], operatorCode: "C2" },
			{ id: "near", category: "ADM-NC", at: [400, 100], operatorCode: "C2" },
		],
	});
	expect(seen(city, "ADM-NC")[0]).toMatchObject({ facility: "near", costDm: 1_000 });
	expect(seen(city, "ADM-NC", "own")[0]).toMatchObject({ facility: "west", costDm: 2_000 });
});

test("a town's basic management unit is a branch of the town: its centre is everybody's own", () => {
	const city = gridCity({
		units: [
			{ kind: "street", code: "T1", streetKind: "town", areas: [[-50, -50, 1050, 1050]] },
			{ kind: "bmu", code: "B1", parentCode: "T1", areas: [[500, -50, 1050, 1050]] },
			{ kind: "committee", code: "C1", parentCode: "T1", areas: [[-50, -50, 500, 1050]] },
			{ kind: "committee", code: "C2", parentCode: "T1", areas: [[500, -50, 1050, 1050]] },
		],
		homes: [{ at: [400, 0] }],
		doors: [{ category: "ADM-PSC", at: [600, 0], operatorCode: "B1" }],
	});
	expect(seen(city, "ADM-PSC", "own")[0]).toMatchObject({ costDm: 2_000, within: true });
});

test("without an own facility, or in no unit, the reason says so", () => {
	const city = gridCity({
		units: EAST_AND_WEST,
		homes: [{ at: [900, 0] }, { at: [1100, 0] }],
		doors: [{ category: "ADM-NC", at: [600, 0], operatorCode: "C1" }],
	});
	expect(seen(city, "ADM-NC", "own").map(({ reason }) => reason)).toEqual([
		"no-own-facility",
		"no-own-facility",
	]);
});

test("there is no own mode without divisions, and only for categories that serve their own unit", () => {
	const modes = (city: City) =>
		new Set(analyse(city).times.map(({ category, mode }) => `${category} ${mode}`));
	expect(modes(gridCity({ homes: [{ at: [0, 0] }] })).has("ADM-NC own")).toBe(false);
	const divided = modes(gridCity({ units: EAST_AND_WEST, homes: [{ at: [0, 0] }] }));
	expect(divided.has("ADM-NC own")).toBe(true);
	expect(divided.has("EDU-PRI own")).toBe(false);
});

test("villages travel slowly by default, and on foot when a profile is asked for by name", () => {
	const city = gridCity({
		units: [{ kind: "committee", code: "V1", zone: "village", areas: [[-50, -50, 1050, 1050]] }],
		homes: [{ at: [1000, 1000] }],
		doors: [{ category: "HEA-CHC", at: [0, 0] }],
	});
	expect(seen(city, "HEA-CHC")[0]).toMatchObject({ costDm: 20_000, within: true }); // 200 m/min: 10 minutes
	expect(seen(city, "HEA-CHC", "any", { profile: profileNamed("adult") })[0]).toMatchObject({
		within: false,
	});
	expect(analyse(city).speeds).toEqual([67, 200]);
});

test("a home on the border of two cells belongs to the lower cell code", () => {
	const city = gridCity({
		units: EAST_AND_WEST,
		homes: [{ at: [500, 300] }, { at: [501, 300] }, { at: [2000, 0] }],
	});
	expect([...analyse(city).residenceCell]).toEqual([0, 1, -1]);
});

test("a unit's share counts its own residents, the unattached included", () => {
	const city = gridCity({
		units: EAST_AND_WEST,
		homes: [
			{ at: [0, 0], residents: 100 },
			{ at: [400, 1000], residents: 200 },
			{ at: [700, 0], residents: 50 },
			{ at: [2000, 2000], residents: 7 },
		],
		doors: [{ category: "EDU-PRI", at: [0, 0] }],
	});
	const rows = analyse(city).coverage.filter((row) => row.category === "EDU-PRI");
	expect(
		rows.map((row) => [
			row.unitKind,
			row.unitCode,
			row.total,
			row.covered,
			row.pct,
			row.notAttached,
		]),
	).toEqual([
		["all", "", 357, 100, 28.01, 7],
		["committee", "C1", 300, 100, 33.33, 0],
		["committee", "C2", 50, 0, 0, 0],
		["street", "S1", 350, 100, 28.57, 0],
	]);
});

test("presence categories say yes or no per unit and have no times", () => {
	const city = gridCity({
		units: [
			{ kind: "street", code: "S1", areas: [[-50, -50, 500, 1050]] },
			{ kind: "street", code: "S2", areas: [[500, -50, 1050, 1050]] },
		],
		homes: [{ at: [0, 0] }],
		doors: [{ category: "ADM-SW", at: [0, 0] }],
	});
	const analysis = analyse(city);
	const rows = analysis.coverage.filter((row) => row.category === "ADM-SW");
	expect(rows.map((row) => [row.unitCode, row.denominator, row.total, row.covered])).toEqual([
		["", "units", 2, 1],
		["S1", "units", 1, 1],
		["S2", "units", 1, 0],
	]);
	expect(analysis.times.some(({ category }) => category === "ADM-SW")).toBe(false);
	expect(analysis.categories["ADM-SW"].coveredResidentsAny).toBe(100);
});

const placeM = fc.tuple(fc.integer({ min: -100, max: 1100 }), fc.integer({ min: -100, max: 1100 }));
const homes = fc.array(fc.record({ at: placeM, residents: fc.nat(500) }), {
	minLength: 1,
	maxLength: 12,
});
const doors = fc.array(
	fc.record({
		at: placeM,
		category: fc.constantFrom("EDU-PRI", "ADM-NC", "TRA-BUS"),
		operatorCode: fc.constantFrom(null, "C1", "C2"),
	}),
	{ maxLength: 8 },
);
const plan = (homesOf: readonly Home[], doorsOf: readonly Door[]) =>
	gridCity({ units: EAST_AND_WEST, homes: homesOf, doors: doorsOf });

test("nobody is covered twice, and one's own facility is never nearer than any", () => {
	fc.assert(
		fc.property(homes, doors, (homesOf, doorsOf) => {
			const analysis = analyse(plan(homesOf, doorsOf));
			for (const row of analysis.coverage) expect(row.covered).toBeLessThanOrEqual(row.total);
			for (const own of analysis.times.filter(({ mode }) => mode === "own")) {
				const any = analysis.times.find(
					({ category, mode }) => category === own.category && mode === "any",
				);
				for (const [r, costDm] of own.costDm.entries())
					expect(costDm).toBeGreaterThanOrEqual(any?.costDm[r] ?? 0);
			}
		}),
		{ numRuns: 40 },
	);
});

test("one more facility never lowers coverage", () => {
	fc.assert(
		fc.property(homes, doors, placeM, (homesOf, doorsOf, at) => {
			const covered = (doorsNow: readonly Door[]) =>
				analyse(plan(homesOf, doorsNow)).coverage.filter(
					({ denominator }) => denominator === "residents",
				);
			const before = covered(doorsOf);
			const after = covered([...doorsOf, { at, category: "EDU-PRI" }]);
			for (const [i, row] of after.entries())
				expect(row.covered).toBeGreaterThanOrEqual(before[i].covered);
		}),
		{ numRuns: 40 },
	);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { City, NearestTimes } from "../../../planning/coverage/analysis.ts";
import { searchJobOf } from "../../../planning/coverage/search/job.ts";
import { emptyTimes } from "../../../planning/coverage/search/results.ts";
import { createSearcher } from "../../../planning/coverage/search/searcher.ts";
import { searchTask } from "../../../planning/coverage/search/searchTask.ts";
import { wholeTasks } from "../../../planning/coverage/search/split.ts";
import { type Surveyed, survey } from "../../../planning/coverage/surveyed.ts";
import { type DistrictPack, makePack, packSource } from "../../../planning/wire/districtPack.ts";
import { decodePack, encodePack } from "../../../planning/wire/packFile.ts";
import { surveyPack } from "../../../planning/wire/surveyPack.ts";
import { gridCity } from "../../scenes/gridCity.ts";
import { streetScene } from "../../scenes/streetScene.ts";
import { tinyCity } from "../../scenes/tinyCity.ts";
import { readDemonstration } from "../../server/demonstration/readDemonstration.ts";

const WEST = "310101000000";
const EAST = "310102000000";

/** What a category says of every residence, by ids: independent of how a city or a pack numbers things. */
function answers(surveyed: Surveyed, times: NearestTimes): Map<string, string> {
	const { residences, facilities } = surveyed.city;
	return new Map(
		residences.map(({ id }, r) => [
			id,
			[times.costDm[r], facilities[times.facility[r]]?.id, times.within[r], times.reason[r]].join(),
		]),
	);
}

function timesOf(surveyed: Surveyed): NearestTimes[] {
	const job = searchJobOf(surveyed);
	const times = emptyTimes(job);
	const searcher = createSearcher(job);
	for (const task of wholeTasks(job)) searchTask(searcher, task, times);
	return times;
}

/** Every category in both modes: the pack's residences are answered as the whole city answers them. */
function expectSameAnswers(whole: Surveyed, part: Surveyed): void {
	const expected = timesOf(whole);
	const got = timesOf(part);
	expect(got.map(({ category, mode }) => category + mode)).toEqual(
		expected.map(({ category, mode }) => category + mode),
	);
	got.forEach((times, i) => {
		const wanted = answers(whole, expected[i]);
		for (const [id, answer] of answers(part, times))
			expect(`${times.category} ${times.mode} ${id} ${answer}`).toBe(
				`${times.category} ${times.mode} ${id} ${wanted.get(id)}`,
			);
	});
}

test("every residence of the demonstration city is answered by its district's pack as by the whole city", async () => {
	const city = inTwoDistricts(await readDemonstration());
	const source = packSource(city);
	const whole = survey(city, { horizonS: 900 });
	let answered = 0;
	for (const district of [WEST, EAST]) {
		const pack = decodePack(encodePack(makePack(source, district)));
		expect(pack.graph.edgeHead.length).toBeLessThan(city.graph.edgeHead.length);
		answered += pack.residences.length;
		expectSameAnswers(whole, surveyPack(pack, { horizonS: 900 }));
	}
	expect(answered).toBe(whole.located.residenceCell.filter((cell) => cell >= 0).length);
}, 120_000);

/** The city is one district; here its streets are dealt to two, so that most walks are near a border. */
function inTwoDistricts(city: City): City {
	const streets = [...new Set(city.cells.map(({ units }) => units.street ?? ""))].sort();
	const districtOf = (street: string | undefined) =>
		streets.indexOf(street ?? "") % 2 === 0 ? WEST : EAST;
	return {
		...city,
		cells: city.cells.map((cell) => ({
			...cell,
			units: { ...cell.units, district: districtOf(cell.units.street) },
		})),
	};
}

test("random cities of two districts: random streets, one-way, steps, private and severed; villages ride farther", () => {
	const place = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 1200 }));
	const tags = fc.constantFrom<Record<string, string>>(
		{ highway: "residential" },
		{ highway: "residential" },
		{ highway: "steps" },
		{ highway: "footway", "oneway:foot": "yes" },
		{ highway: "service", access: "private" },
	);
	const city = fc.record({
		tags: fc.array(tags, { minLength: 84, maxLength: 84 }),
		missing: fc.array(fc.integer({ min: 0, max: 83 }), { maxLength: 25 }),
		homes: fc.array(place, { minLength: 1, maxLength: 25 }),
		doors: fc.array(place, { minLength: 1, maxLength: 12 }),
		isVillage: fc.boolean(),
	});
	fc.assert(
		fc.property(city, (drawn) => {
			const scene = raggedGrid(drawn.tags, new Set(drawn.missing));
			const whole = gridCity({
				streets: scene,
				units: [
					{ kind: "district", code: WEST, areas: [[-50, -50, 1500, 1250]] },
					{ kind: "district", code: EAST, areas: [[1500, -50, 3050, 1250]] },
					{
						kind: "committee",
						code: "310101001001",
						parentCode: WEST,
						areas: [[-50, -50, 1500, 1250]],
						zone: drawn.isVillage ? "village" : "urban",
					},
					{
						kind: "committee",
						code: "310102001001",
						parentCode: EAST,
						areas: [[1500, -50, 3050, 1250]],
					},
				],
				homes: drawn.homes.map((home) => ({ at: home })),
				doors: drawn.doors.map((door, i) => ({
					at: door,
					category: ["EDU-PRI", "ADM-NC", "GRN-PK"][i % 3],
					...(i % 4 === 0 ? { operatorCode: "310101001001" } : {}),
				})),
			});
			const surveyed = survey(whole, { horizonS: 240 });
			const source = packSource(whole);
			for (const district of [WEST, EAST, "all"]) {
				const made = makePack(source, district, 270); // 240 s at 67 m/min are 268 m
				expectSameAnswers(surveyed, surveyPack(decodePack(encodePack(made)), { horizonS: 240 }));
			}
		}),
		{ numRuns: 60 },
	);
});

test("a walk that leaves the district and comes back is as short as in the whole city", () => {
	// the two ends of the district's west side are joined by a street 200 m beyond its border only
	const city = gridCity({
		streets: streetScene({ a: [0, 0], b: [-200, 0], c: [-200, 300], d: [0, 300] }).way("a b c d"),
		units: [
			{ kind: "district", code: EAST, areas: [[-20, -50, 500, 350]] },
			{ kind: "district", code: WEST, areas: [[-500, -50, -20, 350]] },
		],
		homes: [{ at: [0, 0] }],
		doors: [{ at: [0, 300], category: "EDU-PRI" }],
	});
	const pack = decodePack(encodePack(makePack(packSource(city), EAST, 710)));
	const school = timesOf(surveyPack(pack, { horizonS: 630 })).find(
		({ category }) => category === "EDU-PRI",
	);
	expect(school?.costDm[0]).toBe(7000);
});

test("no school near is not the same as no school in the city", () => {
	const city = gridCity({
		columns: 60,
		rows: 3,
		units: [
			{ kind: "district", code: WEST, areas: [[-50, -50, 1000, 250]] },
			{ kind: "district", code: EAST, areas: [[1000, -50, 6000, 250]] },
		],
		homes: [{ at: [100, 100] }],
		doors: [{ at: [5500, 100], category: "EDU-PRI" }],
	});
	const whole = survey(city, { horizonS: 900 });
	expectSameAnswers(whole, surveyPack(makePack(packSource(city), WEST), { horizonS: 900 }));
});

test("a pack refuses a question that leads beyond its halo", () => {
	const pack = makePack(packSource(twoDistricts()), WEST, 1000);
	expect(() => surveyPack(pack, { horizonS: 900 })).toThrow("answers up to 895 s, asked for 900");
});

test("a pack of a district is smaller than the city, and its own facilities are kept wherever they stand", () => {
	const city = twoDistricts();
	const pack = makePack(packSource(city), WEST, 300);
	expect(pack.graph.firstEdge.length).toBeLessThan(city.graph.firstEdge.length);
	expect(pack.residences.map(({ id }) => id)).toEqual(["R001"]);
	// F001 only witnesses that the category has facilities; nobody here reaches it
	expect(pack.facilities.map(({ id, doors }) => [id, doors.flat().length])).toEqual([
		["F001", 0],
		["F002", 0],
	]);
	expect(pack.units[pack.facilities[1].operator].code).toBe("310101001001");
});

test("the pack of a whole city is the city", () => {
	const pack = decodePack(encodePack(makePack(packSource(tinyCity), "all")));
	expect(pack.graph.edgeHead.length).toBe(tinyCity.graph.edgeHead.length);
	expect(pack.cells.map(({ code }) => code)).toEqual(tinyCity.cells.map(({ code }) => code));
	expect(pack.residences.length).toBe(tinyCity.residences.length);
});

test("what a pack reads is what was written", () => {
	const made: DistrictPack = makePack(packSource(twoDistricts()), WEST, 300);
	const bytes = encodePack(made);
	const read = decodePack(bytes);
	expect(encodePack(read)).toEqual(bytes);
	const { nodeLonLat, shapeLonLat, ...arrays } = made.graph;
	expect(read.graph).toMatchObject(arrays);
	for (const [i, degrees] of read.graph.nodeLonLat.entries())
		expect(degrees).toBeCloseTo(nodeLonLat[i], 7);
	for (const [i, degrees] of read.graph.shapeLonLat.entries())
		expect(degrees).toBeCloseTo(shapeLonLat[i], 7);
	expect(read.facilities).toEqual(made.facilities);
	expect(read.residences).toEqual(made.residences);
	expect(read.units).toEqual(made.units);
});

test("a foreign, older, damaged or cut-off pack says so", () => {
	const bytes = encodePack(makePack(packSource(tinyCity), "all"));
	const changed = (at: number, value: number) => {
		const copy = bytes.slice();
		copy[at] = value;
		return copy;
	};
	expect(() => decodePack(changed(0, 0))).toThrow("not JQPK");
	expect(() => decodePack(changed(4, 9))).toThrow("version 9; this program reads 1");
	expect(() => decodePack(changed(bytes.length - 9, bytes[bytes.length - 9] ^ 1))).toThrow(
		"damaged",
	);
	expect(() => decodePack(bytes.slice(0, bytes.length - 5))).toThrow("damaged");
	expect(() => decodePack(bytes.slice(0, 7))).toThrow("not JQPK");
});

test("a district that no cell belongs to has no pack", () => {
	expect(() => makePack(packSource(tinyCity), "310999000000")).toThrow("No cell");
});

function twoDistricts() {
	return gridCity({
		columns: 31,
		rows: 3,
		units: [
			{ kind: "committee", code: "310101001001", parentCode: WEST, areas: [[-50, -50, 1500, 250]] },
			{
				kind: "committee",
				code: "310102001001",
				parentCode: EAST,
				areas: [[1500, -50, 3050, 250]],
			},
			{ kind: "district", code: WEST, areas: [[-50, -50, 1500, 250]] },
			{ kind: "district", code: EAST, areas: [[1500, -50, 3050, 250]] },
		],
		homes: [{ at: [120, 100] }, { at: [2900, 100] }],
		doors: [
			{ at: [2950, 100], category: "ADM-NC" },
			{ at: [3000, 100], category: "ADM-NC", operatorCode: "310101001001" },
			{ at: [2980, 0], category: "ADM-NC" },
		],
	});
}

/** A grid of 16 × 5 junctions, 200 m and 300 m apart, each of its 84 … streets a way of its own; some are missing. */
function raggedGrid(tags: readonly Record<string, string>[], missing: ReadonlySet<number>) {
	const places: Record<string, [number, number]> = {};
	for (let column = 0; column < 16; column++)
		for (let row = 0; row < 5; row++) places[`${column},${row}`] = [column * 200, row * 300];
	places["far"] = [-900, -900];
	places["farther"] = [-900, -950];
	const scene = streetScene(places).way("far farther"); // never empty
	let street = 0;
	const add = (from: string, to: string) => {
		if (!missing.has(street % 84)) scene.way(`${from} ${to}`, tags[street % 84]);
		street++;
	};
	for (let column = 0; column < 16; column++)
		for (let row = 0; row < 5; row++) {
			if (column < 15) add(`${column},${row}`, `${column + 1},${row}`);
			if (row < 4) add(`${column},${row}`, `${column},${row + 1}`);
		}
	return scene;
}

// However a city is cut into tasks, everybody's times are the same, to the byte.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, choiceOf } from "../../../planning/coverage/analyse.ts";
import type { City, NearestTimes } from "../../../planning/coverage/analysis.ts";
import { haloOf, nearTest } from "../../../planning/coverage/search/halo.ts";
import { type SearchJob, searchJobOf } from "../../../planning/coverage/search/job.ts";
import { emptyTimes, joinSevered } from "../../../planning/coverage/search/results.ts";
import { createSearcher } from "../../../planning/coverage/search/searcher.ts";
import { searchTask } from "../../../planning/coverage/search/searchTask.ts";
import {
	type SearchTask,
	splitByDistrict,
	tasksOf,
	wholeTasks,
} from "../../../planning/coverage/search/split.ts";
import { type Surveyed, survey } from "../../../planning/coverage/surveyed.ts";
import { profileNamed } from "../../../planning/reach/profiles.ts";
import { blockCity } from "../../scenes/blockCity.ts";
import { gridCity } from "../../scenes/gridCity.ts";
import { plainTimes } from "../../scenes/plainTimes.ts";
import { desertGrid } from "../../scenes/streetScene.ts";
import { tinyCity } from "../../scenes/tinyCity.ts";
import { readDemonstration } from "../../server/demonstration/readDemonstration.ts";

const SMALL = {
	seed: 5,
	nodesPerSide: 64,
	residences: 1_200,
	facilities: 260,
	districts: 2,
	streets: 2,
	committees: 2,
	barriers: 2,
};
const small = surveyed(blockCity(SMALL));
const reference = plainTimes(small);

function surveyed(city: City, horizonS = 900): Surveyed {
	return survey(city, choiceOf({ horizonS }));
}

function searched(job: SearchJob, tasks: readonly SearchTask[]) {
	const times = emptyTimes(job);
	const searcher = createSearcher(job);
	const found = tasks.map((task) => searchTask(searcher, task, times));
	return { times, severed: joinSevered(job, found) };
}

/** Equal, quickly told: a diff of a quarter of a million numbers helps nobody. */
function expectSame(
	got: { times: readonly NearestTimes[]; severed: ReadonlyMap<string, unknown> },
	wanted = reference,
) {
	expect(got.times.map(({ category, mode }) => `${category} ${mode}`)).toEqual(
		wanted.times.map(({ category, mode }) => `${category} ${mode}`),
	);
	for (const [i, walks] of got.times.entries())
		for (const column of ["costDm", "facility", "within", "reason"] as const) {
			const differing = [...walks[column].keys()].filter(
				(residence) => walks[column][residence] !== wanted.times[i][column][residence],
			);
			expect(differing, `${walks.category} ${walks.mode} ${column}`).toEqual([]);
		}
	expect(got.severed).toEqual(wanted.severed);
}

test("the scene has villages, severances, homes off the streets, and homes beyond", () => {
	expect(small.walkers.profiles).toHaveLength(2);
	expect([...reference.severed.values()].flat().length).toBeGreaterThan(10);
	for (const reason of [0, 1, 2, 4])
		expect(reference.times.some((walks) => walks.reason.includes(reason))).toBe(true);
});

test("one piece, districts, and a city without divisions give the same times", () => {
	const job = searchJobOf(small);
	expectSame(searched(job, wholeTasks(job)));
	expect(splitByDistrict(job).length).toBeGreaterThan(4);
	expectSame(searched(job, splitByDistrict(job)));
	const bare = surveyed({ ...small.city, units: [], cells: [] });
	const bareJob = searchJobOf(bare);
	expectSame(searched(bareJob, splitByDistrict(bareJob)), plainTimes(bare));
});

test("any split into groups of residences gives the same times", () => {
	const job = searchJobOf(small);
	const groupOfEach = fc.array(fc.nat(6), {
		minLength: SMALL.residences,
		maxLength: SMALL.residences,
	});
	fc.assert(
		fc.property(groupOfEach, (groups) => {
			const lists = Array.from({ length: 7 }, (_, group) =>
				[...groups.keys()].filter((residence) => groups[residence] === group),
			);
			expectSame(searched(job, tasksOf(job, lists)));
		}),
		{ numRuns: 8 },
	);
});

test("a home alone takes along the facilities near it, and no fewer", () => {
	const job = searchJobOf(small);
	const alone = fc.array(fc.nat(SMALL.residences - 1), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(alone, (homes) => {
			const tasks = tasksOf(
				job,
				homes.map((home) => [home]),
			);
			const { times } = searched(job, tasks);
			for (const [i, walks] of times.entries())
				for (const home of homes) {
					expect(walks.costDm[home]).toBe(reference.times[i].costDm[home]);
					expect(walks.facility[home]).toBe(reference.times[i].facility[home]);
				}
		}),
		{ numRuns: 20 },
	);
});

test("tasks take a part of the facilities only, and the largest comes first", () => {
	const job = searchJobOf(small);
	const tasks = splitByDistrict(job);
	const sizes = tasks.map(({ residences }) => residences.length);
	expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(SMALL.residences);
	expect(tasks[0].facilities.length).toBeLessThan(SMALL.facilities);
});

test("times kept to half an hour, by elders on foot everywhere, split the same", () => {
	const city = blockCity({ ...SMALL, seed: 6 });
	const far = survey(city, choiceOf({ horizonS: 1_800, profile: profileNamed("elder") }));
	const job = searchJobOf(far);
	expectSame(searched(job, splitByDistrict(job)), plainTimes(far));
});

test("a school 1,005 m away across the district's border is found: the halo is not narrower than the walk", () => {
	const units = [
		{ kind: "district", code: "D1", areas: [[-50, -50, 1, 100]] },
		{ kind: "district", code: "D2", areas: [[1, -50, 1200, 100]] },
	] as const;
	const city = gridCity({
		columns: 121,
		rows: 2, // junctions every 10 m
		blockM: 10,
		units,
		homes: [{ at: [0, 0] }],
		doors: [
			{ id: "at", category: "ELD-CARE", at: [1005, 0] },
			{ id: "past", category: "HEA-CHC", at: [1006, 0] },
		],
	});
	const job = searchJobOf(surveyed(city));
	const { times } = searched(job, splitByDistrict(job));
	const costOf = (code: string) => times.find(({ category }) => category === code)?.costDm[0];
	expect(costOf("ELD-CARE")).toBe(10_050);
	expect(costOf("HEA-CHC")).toBe(0xffff_ffff);
});

test("streets shorter than the straight line between their ends widen the halo instead of losing facilities", () => {
	const city = gridCity({
		homes: [{ at: [0, 0] }],
		doors: [{ category: "EDU-PRI", at: [1000, 1000] }],
	});
	// every street is said to be a tenth of its length
	const graph = { ...city.graph, edgeLengthDm: city.graph.edgeLengthDm.map((dm) => dm / 10) };
	const near = surveyed({ ...city, graph });
	const job = searchJobOf(near);
	expectSame(searched(job, splitByDistrict(job)), plainTimes(near));
	expect(
		searched(job, splitByDistrict(job)).times.find(({ category }) => category === "EDU-PRI")
			?.costDm[0],
	).toBe(2_000);
});

test("whoever is near is told so, whoever is half as far again is not", () => {
	const placeM = fc.tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 9_000 }));
	fc.assert(
		fc.property(fc.array(placeM, { minLength: 1, maxLength: 12 }), placeM, (places, one) => {
			const apartM = Math.min(...places.map(([x, y]) => Math.hypot(x - one[0], y - one[1])));
			const isNear = nearTest({ lonM: 1, latM: 1 }, places.flat(), 1_005);
			if (apartM <= 1_005) expect(isNear(...one)).toBe(true);
			if (apartM > 1_750) expect(isNear(...one)).toBe(false);
		}),
		{ numRuns: 500 },
	);
	expect(nearTest({ lonM: 1, latM: 1 }, [], 1_005)(0, 0)).toBe(false);
	expect(nearTest({ lonM: 1, latM: 1 }, [0, 0], Infinity)(1e9, 0)).toBe(true);
	expect(nearTest({ lonM: 1, latM: 1 }, [0, 0, 1e7, 0], 1_005)(Number.NaN, 0)).toBe(false);
	expect(nearTest({ lonM: 1, latM: 1 }, [0, 0, 1e7, 0], 1_005)(1e7 + 1_005, 0)).toBe(true);
});

test("the halo of streets as long as they are is hardly wider than the walk", () => {
	const city = gridCity({ streets: desertGrid({ columns: 11, rows: 11, blockM: 100 }) });
	const reachM = haloOf(city.graph).reachM(small.walkers.profiles[0], 10_050);
	expect(reachM).toBeGreaterThan(1_005);
	expect(reachM).toBeLessThan(1_020);
});

describe.each([
	["the tiny city", () => tinyCity],
	["the demonstration city", readDemonstration],
])("%s", (_, read) => {
	test("analyse says what an unsplit search says", async () => {
		const city = await read();
		const whole = surveyed(city);
		const wanted = plainTimes(whole);
		const job = searchJobOf(whole);
		expectSame(searched(job, splitByDistrict(job)), wanted);
		expectSame({ times: analyse(city).times, severed: wanted.severed }, wanted);
	});
});

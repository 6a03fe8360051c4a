import { afterAll, describe, expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import type { Analysis, City } from "../../../planning/coverage/analysis.ts";
import { coverageCsv } from "../../../planning/coverage/files/coverageCsv.ts";
import { flagsGeoJson } from "../../../planning/coverage/files/flagsGeoJson.ts";
import { timesCsv } from "../../../planning/coverage/files/timesCsv.ts";
import { profileNamed } from "../../../planning/reach/profiles.ts";
import { analyseInPool, createAnalysisPool } from "../../../server/jobs/analysisPool.ts";
import { blockCity } from "../../scenes/blockCity.ts";
import { gridCity } from "../../scenes/gridCity.ts";
import { tinyCity } from "../../scenes/tinyCity.ts";
import { readDemonstration } from "../demonstration/readDemonstration.ts";

const pool = createAnalysisPool(2);
afterAll(() => pool.close());

const BLOCKS = {
	seed: 8,
	nodesPerSide: 90,
	residences: 3_000,
	facilities: 600,
	districts: 2,
	streets: 2,
	committees: 2,
	barriers: 3,
};
const blocks = blockCity(BLOCKS);
const home = gridCity({
	homes: [{ at: [300, 300] }],
	doors: [{ category: "EDU-PRI", at: [0, 0] }],
});
const desert = gridCity({});

describe.each<[string, () => City | Promise<City>, object]>([
	["one home", () => home, {}],
	["nobody at home", () => desert, {}],
	["the tiny city", () => tinyCity, {}],
	["a city of blocks", () => blocks, {}],
	[
		"a city of blocks, elders, half an hour",
		() => blocks,
		{ profile: profileNamed("elder"), horizonS: 1_800 },
	],
	["a city of blocks without divisions", () => ({ ...blocks, units: [], cells: [] }), {}],
	["the demonstration city", readDemonstration, {}],
])("%s", (_, read, options) => {
	test("the pool answers what a call answers, byte for byte", async () => {
		const city = await read();
		const wanted = analyse(city, options);
		expectSame(city, await analyseInPool(pool, city, options), wanted);
	});
});

function expectSame(city: City, got: Analysis, wanted: Analysis): void {
	const { times, ...rest } = got;
	const { times: wantedTimes, ...wantedRest } = wanted;
	expect([...timesCsv(city, got)].join("") === [...timesCsv(city, wanted)].join("")).toBe(true);
	expect(times.map((walks) => bytesOf(walks.costDm))).toEqual(
		wantedTimes.map((walks) => bytesOf(walks.costDm)),
	);
	expect(coverageCsv(got.coverage)).toBe(coverageCsv(wanted.coverage));
	expect([...flagsGeoJson(got.flags)].join("")).toBe([...flagsGeoJson(wanted.flags)].join(""));
	expect(JSON.stringify(got.flags)).toBe(JSON.stringify(wanted.flags));
	expect(rest).toEqual(wantedRest);
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): string {
	return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

test("progress is whole per cent, rises and ends at 100", async () => {
	const heard: number[] = [];
	await analyseInPool(pool, blocks, {}, { progress: (pct) => heard.push(pct) });
	expect(heard.every(Number.isInteger)).toBe(true);
	expect(heard).toEqual([...heard].sort((a, b) => a - b));
	expect(heard.at(-1)).toBe(100);
});

test.each([1, 10, 30, 60, 85])(
	"cancelled at %i %, it ends with the reason, and the next analysis is right",
	async (pct) => {
		const cancel = new AbortController();
		let abortedAt = 0;
		const running = analyseInPool(
			pool,
			blocks,
			{},
			{
				signal: cancel.signal,
				progress(now) {
					if (now < pct || abortedAt > 0) return;
					abortedAt = performance.now();
					cancel.abort(new Error("no longer wanted"));
				},
			},
		);
		await expect(running).rejects.toThrow("no longer wanted");
		expect(performance.now() - abortedAt).toBeLessThan(100);
		expect((await analyseInPool(pool, home)).times).toEqual(analyse(home).times);
	},
);

test("two analyses asked for at once both come out right", async () => {
	const [first, second] = await Promise.all([
		analyseInPool(pool, blocks),
		analyseInPool(pool, home),
	]);
	expectSame(home, second as Analysis, analyse(home));
	expectSame(blocks, first as Analysis, analyse(blocks));
});

test("a facility without a place rejects instead of hanging", async () => {
	const broken = { ...home, facilities: [{ ...home.facilities[0], lonLat: undefined as never }] };
	await expect(analyseInPool(pool, broken as City)).rejects.toThrow();
});

test("a damaged graph rejects instead of hanging, and the pool works on", async () => {
	const graph = { ...home.graph, edgeHead: undefined as never };
	await expect(analyseInPool(pool, { ...home, graph })).rejects.toThrow();
	expect((await analyseInPool(pool, home)).times).toEqual(analyse(home).times);
});

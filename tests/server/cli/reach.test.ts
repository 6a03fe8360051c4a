import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import { main } from "../../../server/cli.ts";
import { migrated, newPlace } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();
const { lonM } = metresPerDegree(41);
/** One street 3 km long through 8.6° W 41° N, with steps in its western half. */
const STREETS = write(
	"streets.osm",
	`<?xml version="1.0"?><osm version="0.6">
	<node id="1" lon="${-8.6 - 1_500 / lonM}" lat="41"/><node id="2" lon="-8.6" lat="41"/>
	<node id="3" lon="${-8.6 + 1_500 / lonM}" lat="41"/>
	<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="steps"/></way>
	<way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way></osm>`,
);
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
	const made = await newPlace("embedded", migrated("embedded"));
	if (!("dataDir" in made.place)) throw new Error("An embedded place has a folder.");
	folder = made.place.dataDir;
	remove = made.remove;
	const { code } = await run(["import", "streets", STREETS, "--accept-warnings"]);
	expect(code).toBe(0);
});
afterAll(() => remove?.());

async function run(words: readonly string[]) {
	const written = { out: "", err: "" };
	const spies = [
		vi.spyOn(process.stdout, "write").mockImplementation((text) => {
			written.out += text;
			return true;
		}),
		vi.spyOn(process.stderr, "write").mockImplementation((text) => {
			written.err += text;
			return true;
		}),
	];
	try {
		return { code: await main([...words, "--data", folder]), ...written };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

test("a place west of Greenwich is read though it begins with a dash, and GeoJSON is all there is on stdout", async () => {
	const { code, out } = await run(["reach", "--from", "-8.595,41", "--limit", "300", "--json"]);
	expect(code).toBe(0);
	const { type, features } = JSON.parse(out);
	expect(type).toBe("FeatureCollection");
	expect(features).toHaveLength(1);
	expect(features[0].geometry.type).toBe("MultiPolygon");
	expect(features[0].properties).toMatchObject({
		kind: "reached-area",
		direction: "from",
		limitS: 300,
		profile: "adult",
		speedMPerMin: 67,
		place: [-8.595, 41],
		connectorM: 0,
		outsidePct: 0,
		missedPct: 0,
	});
	expect(features[0].properties.snapshot).toMatch(/^[0-9a-f]{64}$/);
});

test("--to with --lines writes the streets in bands of five minutes to a file and sums up", async () => {
	const file = write("reach.geojson", "");
	const { code, out } = await run(["reach", "--to", "-8.59,41", "--lines", "--out", file]);
	expect(code).toBe(0);
	expect(out).toContain(`Written to ${file}`);
	const { features } = JSON.parse(readFileSync(file, "utf8"));
	expect(
		features.map(({ geometry, properties: { kind, direction, fromS, limitS } }: never) => [
			(geometry as { type: string }).type,
			kind,
			direction,
			fromS,
			limitS,
		]),
	).toEqual([
		["MultiPolygon", "reached-area", "to", undefined, 900],
		["MultiLineString", "reached-streets", "to", 0, 300],
		["MultiLineString", "reached-streets", "to", 300, 600],
		["MultiLineString", "reached-streets", "to", 600, 900],
	]);
});

test("a place far from every street is refused, saying how far the nearest is", async () => {
	const { code, out, err } = await run(["reach", "--from", "-8.6,41.01", "--json"]);
	expect(code).toBe(1);
	expect(JSON.parse(out)).toMatchObject({ status: "refused", code: "reach.not-attached" });
	expect(err).toContain("最近的在 1111 m 处");
	expect(err.trim().split("\n")).toHaveLength(1);
});

test("latitude before longitude, both possible: the refusal says which way round", async () => {
	const { code, err } = await run(["reach", "--from", "41,-8.6"]);
	expect(code).toBe(1);
	expect(err).toContain("Longitude comes first: -8.6,41?");
});

test.each([
	["31.23,121.47", "longitude comes first: 121.47,31.23"],
	["121.47", "lon,lat in degrees"],
	["somewhere", "lon,lat in degrees"],
	["200,300", "not on the globe"],
])("--from %s is wrong usage", async (place, words) => {
	const { code, err } = await run(["reach", "--from", place]);
	expect(code).toBe(2);
	expect(err).toContain(words);
});

test.each([
	[[]],
	[["--from", "121.4,31.2", "--to", "121.4,31.2"]],
	[["--from", "121.4,31.2", "--limit", "0"]],
	[["--from", "121.4,31.2", "--out", "/"]],
])("wrong usage is exit 2: reach %j", async (words) => {
	expect((await run(["reach", ...words])).code).toBe(2);
});

test("steps are no way for the step-free, an unknown profile is no profile, a minute may be too short", async () => {
	const steps = await run(["reach", "--from", "-8.61,41", "--profile", "stepfree"]);
	expect([steps.code, steps.err]).toEqual([1, expect.stringContaining("reach.street-not-usable")]);
	const unknown = await run(["reach", "--from", "-8.59,41", "--profile", "bird"]);
	expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("profile.unknown")]);
	const short = await run(["reach", "--from", "-8.59,41.002", "--limit", "60"]);
	expect([short.code, short.err]).toEqual([1, expect.stringContaining("reach.limit-too-short")]);
});

// Bad boundaries handed in as a file: told with their place, or taken; never a crash, never a torn tiling.
import { describe, expect, test } from "vitest";
import { decodeTiling } from "../../../planning/partition/encodeTiling.ts";
import { importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { getBlob } from "../../../server/db/blobs.ts";
import type { Database } from "../../../server/db/openDatabase.ts";
import { expectTiling } from "../../planning/partition/tilingByGeos.ts";
import { onBothEngines } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();

type Corner = readonly [lon: number, lat: number];
/** Polygons of rings of corners; rings are closed as a file should. */
type Shape = readonly (readonly (readonly Corner[])[])[];

/** A box whose sides are thousandths of a degree east and north of 121.4, 31.2. */
function box(west: number, south: number, east: number, north: number): Corner[] {
	return ring([west, south], [east, south], [east, north], [west, north]);
}

function ring(...corners: readonly Corner[]): Corner[] {
	return corners.map(([x, y]) => [121.4 + x / 1e3, 31.2 + y / 1e3]);
}

/** A file of streets: two good ones side by side, then these. */
function streets(name: string, ...bad: readonly Shape[]): string {
	const good: Shape[] = [[[box(0, 0, 10, 10)]], [[box(10, 0, 20, 10)]]];
	const features = [...good, ...bad].map((shape, i) => ({
		type: "Feature",
		properties: { code: `3101010${String(i + 2).padStart(2, "0")}`, name: `第${i + 1}街道` },
		geometry: {
			type: "MultiPolygon",
			coordinates: shape.map((rings) => rings.map((open) => [...open, open[0]])),
		},
	}));
	return write(`${name}.geojson`, JSON.stringify({ type: "FeatureCollection", features }));
}

const request = (path: string, more: { dryRun?: boolean } = {}) =>
	importRequest({ kind: "divisions", path, level: "street", acceptWarnings: true, ...more });

describe("a boundary that cannot be one is refused, with the feature and the place", () => {
	test.each<[what: string, shape: Shape, code: string, at: Corner | null]>([
		[
			"latitude before longitude",
			[[box(0, 20, 10, 30).map(([lon, lat]) => [lat, lon])]],
			"place.out-of-range",
			null,
		],
		[
			"metres taken for degrees",
			[[box(0, 20, 10, 30).map(([lon, lat]) => [lon * 95_000, lat * 111_000])]],
			"place.out-of-range",
			null,
		],
		["two corners", [[ring([0, 20], [10, 30])]], "geometry.no-area", [121.4, 31.22]],
		[
			"three corners in a line",
			[
				[
					[
						[121, 31],
						[121.25, 31.25],
						[121.5, 31.5],
					],
				],
			],
			"geometry.no-area",
			[121, 31],
		],
		["no polygon", [], "geometry.invalid", null],
		["a polygon without a ring", [[]], "geometry.invalid", null],
	])("%s", async (what, shape, code, at) => {
		const report = await importLayer(null, request(streets(what, shape), { dryRun: true }));
		expect(report.status).toBe("refused");
		const issue = report.issues.find((found) => found.code === code);
		expect(issue?.first).toMatchObject({ feature: 3, ...(at && { lon: at[0], lat: at[1] }) });
		expect(issue?.first.message.zh).toMatch(/^第 3 个要素：/);
	});

	test("an empty collection", async () => {
		const path = write("empty.geojson", '{"type":"FeatureCollection","features":[]}');
		const report = await importLayer(null, request(path, { dryRun: true }));
		expect([report.status, report.issues.map(({ code }) => code)]).toEqual([
			"refused",
			["features.none"],
		]);
	});
});

test("a boundary that crosses itself is a warning at the place where it does", async () => {
	const path = streets("bow", [[ring([0, 20], [10, 32], [10, 20], [0, 30])]]);
	const report = await importLayer(
		null,
		importRequest({ kind: "divisions", path, level: "street", dryRun: true }),
	);
	expect(report.status).toBe("warnings");
	const [issue] = report.issues.filter(({ code }) => code === "geometry.self-crossing");
	expect(issue?.first).toMatchObject({ feature: 3, lon: 121.4, lat: 31.22 });
});

onBothEngines("bad divisions", (database: () => Database) => {
	/** Import for real; what the city's tiling says of it, by kind. */
	async function imported(path: string): Promise<Record<string, number>> {
		const { knex } = database();
		const report = await importLayer(knex, request(path));
		expect(report.status).toBe("accepted");
		const stored = await knex("tilings")
			.join("snapshots", "snapshots.id", "tilings.snapshot_id")
			.where({ hash: report.snapshot })
			.first("tilings.tiling_hash", "tilings.troubles");
		const tiling = decodeTiling(await getBlob(knex, stored.tiling_hash));
		expectTiling(tiling);
		const shown = tiling.cellCode.slice(0, 2);
		expect(shown).toEqual(["310101002000", "310101003000"]);
		return stored.troubles;
	}

	test.each<[what: string, bad: Shape[], troubles: Record<string, number>]>([
		["nothing bad", [], {}],
		["a bow-tie", [[[ring([0, 20], [10, 32], [10, 20], [0, 30])]]], { "self-crossing": 1 }],
		["a spike", [[[ring([0, 20], [10, 20], [10, 30], [40, 50], [10, 30], [0, 30])]]], { spike: 1 }],
		[
			"a ring walked twice",
			[[[[...box(0, 20, 10, 30), ...box(0, 20, 10, 30)]]]],
			{ "self-crossing": 1 },
		],
		["a part within a part", [[[box(0, 20, 10, 30)], [box(4, 24, 6, 26)]]], { "self-overlap": 1 }],
		[
			"a hole within a hole",
			[[[box(0, 20, 10, 30), box(2, 22, 8, 28), box(4, 24, 6, 26)]]],
			{ "self-overlap": 1, gap: 1 },
		],
		["a unit inside another without a hole", [[[box(2, 2, 8, 8)]]], { overlap: 1 }],
		["the same polygon twice", [[[box(10, 0, 20, 10)]]], { overlap: 1 }],
		["touching at a point only", [[[box(20, 10, 30, 20)]]], {}],
		["a polygon across the whole city", [[[box(-90, -90, 90, 90)]]], { overlap: 2 }],
		[
			"a unit in the wrong place of the world",
			[[[box(0, 20, 10, 30).map(([lon, lat]) => [lat, lon - 50])]]],
			{ "too-far": 1 },
		],
	])("%s: the tiling is whole and says so", async (what, bad, troubles) => {
		expect(await imported(streets(`city ${what}`, ...bad))).toEqual(troubles);
	});
});

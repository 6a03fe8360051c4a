import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ResidenceRecord } from "../../../planning/city/records.ts";
import type { ImportReport } from "../../../server/commands/ImportReport.ts";
import { type ImportRequest, importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { importRecords } from "../../../server/commands/importRecords.ts";
import { RESIDENCE_LAYER, type RecordLayer } from "../../../server/commands/recordLayers.ts";
import type { Database } from "../../../server/db/openDatabase.ts";
import { currentLayers } from "../../../server/queries/currentLayers.ts";
import { loadCity } from "../../../server/queries/loadCity.ts";
import { onBothEngines } from "../engines.ts";
import { geodata, geodataTest } from "../imports/geodata.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();
type Given = Pick<ImportRequest, "kind"> & Partial<ImportRequest>;

/** A table from its lines. */
const table = (name: string, ...lines: string[]) => write(name, `${lines.join("\n")}\n`);

/** Boxes of one degree by west edge, as a GeoJSON file of divisions. */
function boxes(
	name: string,
	units: readonly (readonly [code: string, west: number, name: string, more?: object])[],
) {
	const features = units.map(([code, west, unitName, more]) => ({
		type: "Feature",
		properties: { code, name: unitName, ...more },
		geometry: {
			type: "Polygon",
			coordinates: [
				[
					[west, 30],
					[west + 1, 30],
					[west + 1, 31],
					[west, 31],
					[west, 30],
				],
			],
		},
	}));
	return write(name, JSON.stringify({ type: "FeatureCollection", features }));
}

const codes = ({ issues }: ImportReport) => issues.map(({ code }) => code);

onBothEngines("imports", (database: () => Database) => {
	const run = (path: string, given: Given) =>
		importLayer(database().knex, importRequest({ path, ...given }));
	/** Number of rows in every table that an import writes. */
	const rowCounts = async () => {
		const { knex } = database();
		const counts: Record<string, number> = {};
		for (const name of [
			"layers",
			"layer_versions",
			"layer_commits",
			"facilities",
			"residences",
			"units",
			"unit_versions",
			"snapshots",
			"cells",
			"assignments",
			"blobs",
			"street_graphs",
		]) {
			const { rows } = await knex.raw("select count(*)::integer as count from ??", [name]);
			counts[name] = rows[0].count;
		}
		return counts;
	};

	test("before streets are there, a city is refused with what to do", async () => {
		await expect(loadCity(database().knex, "current")).rejects.toMatchObject({
			code: "snapshot.missing",
		});
		const homes = table("first.csv", "id,lon,lat,residents", "a,0.5,30.5,10");
		await run(homes, { kind: "residences" });
		await expect(loadCity(database().knex, "current")).rejects.toMatchObject({
			code: "streets.missing",
		});
	});

	test("the same content is the same version, in any order of rows", async () => {
		const one = await run(
			table("h1.csv", "id,lon,lat,residents,households", "a,0.5,30.5,10,4", "b,1.5,30.5,20,8"),
			{ kind: "residences" },
		);
		expect(one).toMatchObject({
			status: "accepted",
			unchanged: false,
			residents: 30,
			households: 12,
		});
		const before = await rowCounts();
		const two = await run(
			table("h2.csv", "lat,lon,id,households,residents", "30.5,1.5,b,8,20", "30.5,0.5,a,4,10"),
			{ kind: "residences" },
		);
		expect(two).toMatchObject({
			status: "accepted",
			unchanged: true,
			version: one.version,
			snapshot: one.snapshot,
		});
		expect(await rowCounts()).toEqual(before);
	});

	test("content that was current before becomes current again without being stored twice", async () => {
		const first = table("r1.csv", "id,lon,lat,residents", "x,0.5,30.5,1");
		const a = await run(first, { kind: "residences" });
		await run(table("r2.csv", "id,lon,lat,residents", "x,0.5,30.5,2"), { kind: "residences" });
		const back = await run(first, { kind: "residences" });
		expect(back).toMatchObject({ unchanged: false, version: a.version, snapshot: a.snapshot });
	});

	test("a refused file and one with warnings write nothing", async () => {
		const before = await rowCounts();
		const bad = table("bad.csv", "id,lon,lat", "a,0.5,95", "a,200,30", "b,0.5,30.5");
		const refused = await run(bad, { kind: "facilities", category: "EDU-PRI" });
		expect(refused).toMatchObject({
			status: "refused",
			version: null,
			layers: [],
			features: { read: 3, accepted: 1, leftOut: 2 },
		});
		expect(refused.reason?.code).toBe("place.out-of-range");
		const unsure = table("warn.csv", "id,lon,lat", "a,,", "b,0.5,30.5");
		const warned = await run(unsure, { kind: "facilities", category: "EDU-PRI" });
		expect([warned.status, codes(warned)]).toEqual(["warnings", ["geometry.missing"]]);
		expect(await rowCounts()).toEqual(before);
		const accepted = await run(unsure, {
			kind: "facilities",
			category: "EDU-PRI",
			acceptWarnings: true,
		});
		expect(accepted).toMatchObject({
			status: "accepted",
			features: { read: 2, accepted: 1, leftOut: 1 },
		});
	});

	test("a category column replaces the categories it holds and leaves the others", async () => {
		await run(
			table(
				"f1.csv",
				"id,type,lon,lat",
				"s1,EDU-PRI,0.5,30.5",
				"s2,EDU-PRI,0.6,30.5",
				"c1,HEA-CHC,0.5,30.6",
			),
			{ kind: "facilities", columns: { category: "type" } },
		);
		const second = await run(
			table("f2.csv", "id,type,lon,lat", "s3,EDU-PRI,0.7,30.5", "m1,COM-MKT,0.7,30.6"),
			{ kind: "facilities", columns: { category: "type" } },
		);
		expect(second.layers.map(({ scope, unchanged }) => [scope, unchanged])).toEqual([
			["COM-MKT", false],
			["EDU-PRI", false],
		]);
		const layers = await currentLayers(database().knex);
		const counts = layers
			.filter(({ kind }) => kind === "facilities")
			.map(({ scope, featureCount }) => [scope, featureCount]);
		expect(counts).toEqual([
			["COM-MKT", 1],
			["EDU-PRI", 1],
			["HEA-CHC", 1],
		]);
	});

	test("--add appends, refuses another entry under a known id, and takes the same again as nothing new", async () => {
		const category = "GRN-PK";
		await run(table("p1.csv", "id,lon,lat", "p1,0.5,30.5"), { kind: "facilities", category });
		const added = await run(table("p2.csv", "id,lon,lat", "p2,0.6,30.5"), {
			kind: "facilities",
			category,
			add: true,
		});
		expect(added.layers[0]).toMatchObject({ features: 2 });
		const same = await run(table("p3.csv", "id,lon,lat", "p2,0.6,30.5"), {
			kind: "facilities",
			category,
			add: true,
		});
		expect(same).toMatchObject({ status: "accepted", unchanged: true, version: added.version });
		const moved = await run(table("p4.csv", "id,lon,lat", "p2,0.9,30.5"), {
			kind: "facilities",
			category,
			add: true,
		});
		expect([moved.status, codes(moved)]).toEqual(["refused", ["id.duplicate"]]);
	});

	test("divisions make cells, each assigned to the units above it", async () => {
		await run(
			boxes("streets.geojson", [
				["310101002", 0, "东街道"],
				["310101103", 1, "西镇"],
			]),
			{ kind: "divisions", level: "street" },
		);
		await run(
			boxes("committees.geojson", [
				["310101002001", 0, "一居"],
				["310101103201", 1, "二村"],
			]),
			{ kind: "divisions", level: "committee" },
		);
		await run(boxes("circles.geojson", [["圈1", 1, "一圈"]]), {
			kind: "divisions",
			level: "circle",
		});
		const { rows } = await database().knex.raw(
			"select snapshot_id, cell_code, kind, unit_code from assignments where snapshot_id = (select max(id) from snapshots) order by cell_code, kind",
		);
		expect(
			rows.map((row: Record<string, string>) => [row["cell_code"], row["kind"], row["unit_code"]]),
		).toEqual([
			["310101002001", "committee", "310101002001"],
			["310101002001", "street", "310101002000"],
			["310101103201", "circle", "圈1"],
			["310101103201", "committee", "310101103201"],
			["310101103201", "street", "310101103000"],
		]);
		const other = await run(table("later.csv", "id,lon,lat,residents", "z,0.5,30.5,3"), {
			kind: "residences",
		});
		const { rows: copied } = await database().knex.raw(
			"select count(*)::integer as count from assignments join snapshots on snapshots.id = snapshot_id where hash = ?",
			[other.snapshot],
		);
		expect(copied[0].count).toBe(5);
	});

	test("--within replaces only what lies in the unit", async () => {
		await run(table("w1.csv", "id,lon,lat,residents", "east,0.5,30.5,10", "west,1.5,30.5,20"), {
			kind: "residences",
		});
		const part = table("w2.csv", "id,lon,lat,residents", "new,0.6,30.5,5", "elsewhere,1.6,30.5,7");
		const report = await run(part, { kind: "residences", within: "310101002000" });
		expect(report).toMatchObject({
			status: "accepted",
			features: { read: 2, accepted: 1, leftOut: 1 },
		});
		expect(codes(report)).toEqual(["place.outside-unit"]);
		const { rows } = await database().knex.raw(
			"select feature_id from residences where layer_version_id = ? order by feature_id",
			[report.version],
		);
		expect(rows.map((row: { feature_id: string }) => row.feature_id)).toEqual(["new", "west"]);
		const unknown = await run(part, { kind: "residences", within: "310999000000" });
		expect(unknown.reason?.code).toBe("unit.unknown");
	});

	test("a failure in the middle of a commit leaves nothing of it", async () => {
		const { knex } = database();
		const before = await rowCounts();
		const layers = await currentLayers(knex);
		const half: RecordLayer<ResidenceRecord> = {
			...RESIDENCE_LAYER,
			async insert(trx, versionId, records) {
				await RESIDENCE_LAYER.insert(trx, versionId, records.slice(0, 1));
				throw new Error("The power went.");
			},
		};
		const path = table("mid.csv", "id,lon,lat,residents", "one,0.5,30.5,1", "two,0.6,30.5,2");
		const request = importRequest({ kind: "residences", path });
		await expect(importRecords(knex, request, half)).rejects.toThrow("The power went.");
		expect(await rowCounts()).toEqual(before);
		expect(await currentLayers(knex)).toEqual(layers);
	});

	test("text that a database cannot hold, and numbers beyond it, never reach it", async () => {
		const nul = write(
			"nul.geojson",
			JSON.stringify({
				type: "Feature",
				properties: { id: "n\u0000ul", name: "a\u0000b" },
				geometry: { type: "Point", coordinates: [0.5, 30.5] },
			}),
		);
		expect((await run(nul, { kind: "facilities", category: "SPO-L" })).status).toBe("accepted");
		const huge = table("huge.csv", "id,lon,lat,residents", "a,0.5,30.5,99999999999");
		expect(codes(await run(huge, { kind: "residences" }))).toEqual(["number.too-large"]);
		const long = table("long.csv", "id,lon,lat,residents", `${"x".repeat(5_000)},0.5,30.5,1`);
		expect(codes(await run(long, { kind: "residences" }))).toEqual(["id.too-long"]);
	});

	geodataTest(
		"Porto Alegre: streets, 812,935 people, schools and clinics make a city",
		async () => {
			const streets = await run(geodata("osm-dev/poa_osm.pbf"), { kind: "streets" });
			expect(streets).toMatchObject({
				status: "accepted",
				format: "osm.pbf",
				features: { read: 16_032 },
			});
			expect(streets.graph?.nodes).toBeGreaterThan(18_000);
			const hexagons = geodata("population-dev/poa_hexgrid.csv");
			const homes = await run(hexagons, {
				kind: "residences",
				columns: { residents: "population" },
				acceptWarnings: true, // the units of the other tests lie on another continent
			});
			expect(homes).toMatchObject({
				status: "accepted",
				residents: 812_935,
				features: { accepted: 1_227 },
			});
			for (const [column, category, count] of [
				["schools", "EDU-PRI", 177],
				["healthcare", "HEA-CHC", 117],
			] as const) {
				const path = withSome(hexagons, column);
				const report = await run(path, {
					kind: "facilities",
					category,
					acceptWarnings: true,
				});
				expect(report.features.accepted).toBe(count);
			}
			const { city } = await loadCity(database().knex, "current");
			expect(city.residences.reduce((sum, { residents }) => sum + residents, 0)).toBe(812_935);
			const order = city.residences.map(({ id }) => id);
			expect(order).toEqual([...order].sort());
			expect(city.facilities.filter(({ category }) => category === "HEA-CHC")).toHaveLength(117);
			expect(city.graph.firstEdge.length - 1).toBe(streets.graph?.nodes);
			const again = await run(geodata("osm-dev/poa_osm.pbf"), { kind: "streets" });
			expect(again).toMatchObject({ unchanged: true, version: streets.version });
		},
	);

	test("a committee that does not fit its street is accepted, and told with both choices", async () => {
		const parent = { parent: "310105001000" };
		const streets = boxes("fit-streets.geojson", [
			["310105001000", 60, "甲街道"],
			["310105002000", 61, "乙街道"],
		]);
		const committee = boxes("fit-committee.geojson", [["310105001001", 60.3, "桥头", parent]]);
		await run(streets, { kind: "divisions", level: "street" });
		const report = await run(committee, { kind: "divisions", level: "committee" });
		expect([report.status, codes(report)]).toEqual([
			"accepted",
			["division.border-differs", "division.outside-parent-area", "division.parent-not-filled"],
		]);
		expect(report.issues[0]?.first.message.zh).toContain("而在乙街道");
		expect(report.issues[0]?.first.message.en).toContain("乙街道 310105002000");
		const { rows } = await database().knex.raw(
			"select unit_code from assignments where cell_code = ? and kind = 'street'",
			["310105001001"],
		);
		expect(rows[0]).toEqual({ unit_code: "310105001000" });
	});

	geodataTest("the ten streets of 黄浦 with their names and codes", async () => {
		const report = await run(geodata("shanghai-boundaries/shanghai_streets_osm.geojson"), {
			kind: "divisions",
			level: "street",
			columns: { code: "code12" },
			where: [{ column: "district_code", value: "310101" }],
		});
		expect(report).toMatchObject({
			status: "accepted",
			features: { read: 113, accepted: 10, leftOut: 103 },
		});
		const { rows } = await database().knex.raw(
			"select code, name, street_kind from unit_versions join units on units.id = unit_id where layer_version_id = ? order by code",
			[report.version],
		);
		expect(rows).toHaveLength(10);
		expect(rows[0]).toEqual({
			code: "310101002000",
			name: "南京东路街道",
			street_kind: "subdistrict",
		});
	});
});

test("a dry run needs no database and writes what would be accepted", async () => {
	const path = table("dry.csv", "id,lon,lat,residents", "a,0.5,30.5,10", "b,0.6,30.5,5");
	const outPath = write("dry.geojson", "");
	const report = await importLayer(
		null,
		importRequest({ kind: "residences", path, dryRun: true, outPath }),
	);
	expect(report).toMatchObject({ status: "accepted", version: null, snapshot: null });
	const { features } = JSON.parse(readFileSync(outPath, "utf8"));
	expect(features[0]).toMatchObject({
		properties: { id: "a", residents: 10 },
		geometry: { type: "Point", coordinates: [0.5, 30.5] },
	});
});

test.each([
	["EPSG:2154", "crs.unsupported"], // Lambert-93, of another country
	["EPSG:2437", "crs.datum-needs-parameters"], // Beijing 1954
	["a grid of ours", "crs.unsupported"],
])("coordinates in %s are refused with what is missing", async (crs, code) => {
	const path = table("crs.csv", "id,lon,lat,residents", "a,0.5,30.5,10");
	const report = await importLayer(
		null,
		importRequest({ kind: "residences", path, crs, dryRun: true }),
	);
	expect([report.status, report.reason?.code]).toEqual(["refused", code]);
});

test("CGCS2000 degrees pass under their own name", async () => {
	const path = table("cgcs.csv", "id,lon,lat,residents", "a,0.5,30.5,10");
	const report = await importLayer(
		null,
		importRequest({ kind: "residences", path, crs: "EPSG:4490", dryRun: true }),
	);
	expect(report).toMatchObject({ status: "accepted", crs: "EPSG:4490" });
});

test("streets outside the world, without streets, or cut off are refused", async () => {
	const osm = (lat: number, tag: string) =>
		`<osm><node id="1" lon="1" lat="${lat}"/><node id="2" lon="2" lat="31"/><way id="3"><nd ref="1"/><nd ref="2"/><tag k="${tag}" v="path"/></way></osm>`;
	const reasonOf = async (name: string, content: string) =>
		(
			await importLayer(
				null,
				importRequest({ kind: "streets", path: write(name, content), dryRun: true }),
			)
		).reason?.code;
	expect(await reasonOf("far.osm", osm(95, "highway"))).toBe("place.out-of-range");
	expect(await reasonOf("none.osm", osm(31, "landuse"))).toBe("streets.none");
	expect(await reasonOf("cut.osm", osm(31, "highway").slice(0, 60))).toBe("osm.broken");
});

/** The rows of a table in which a column is above zero, as the file of a test. */
function withSome(path: string, column: string): string {
	const [header = "", ...rows] = readFileSync(path, "utf8").trim().split(/\r?\n/);
	const at = header.split(",").indexOf(column);
	const some = rows.filter((row) => Number(row.split(",")[at]) > 0);
	const made = write(`${column}.csv`, "");
	writeFileSync(made, `${[header, ...some].join("\n")}\n`);
	return made;
}

import { spawn } from "node:child_process";
import { dirname, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { main } from "../../../server/cli.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { currentLayers } from "../../../server/queries/currentLayers.ts";
import { migrated, newPlace } from "../engines.ts";
import { geodata, geodataTest } from "../imports/geodata.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

vi.setConfig({ testTimeout: 240_000 }); // the command is started several times

const JIEQUAN = resolve(import.meta.dirname, "../../../server/jiequan.mjs");
const write = temporaryFiles();
const HOMES = write("homes.csv", "id,lon,lat,people\n甲,121.4,31.2,30\n乙,121.5,31.2,12\n");
/** No data folder unless a test names one. */
const NOWHERE = resolve(dirname(HOMES), "nowhere");

interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Run the command; `onErr` sees stderr as it grows and may kill the process. */
function jiequan(
	words: readonly string[],
	onErr?: (err: string, kill: () => void) => void,
): Promise<Ended> {
	const { DATABASE_URL: _, ...env } = process.env;
	const child = spawn(process.execPath, [JIEQUAN, ...words], {
		env: { ...env, JIEQUAN_DATA: NOWHERE },
	});
	let [out, err] = ["", ""];
	child.stdout.on("data", (chunk: Buffer) => {
		out += chunk.toString();
	});
	child.stderr.on("data", (chunk: Buffer) => {
		err += chunk.toString();
		onErr?.(err, () => child.kill("SIGKILL"));
	});
	return new Promise((done) => child.on("close", (code) => done({ code, out, err })));
}

test("--json prints the report of DESIGN §5 and nothing else on stdout", async () => {
	const words = [
		"import",
		"residences",
		HOMES,
		"--residents-field",
		"people",
		"--dry-run",
		"--json",
	];
	const { code, out } = await jiequan(words);
	expect(code).toBe(0);
	expect(JSON.parse(out)).toEqual({
		status: "accepted",
		version: null,
		unchanged: false,
		layers: [],
		format: "csv",
		crs: "EPSG:4326",
		encoding: "utf-8",
		features: { read: 2, accepted: 2, leftOut: 0 },
		issues: [],
		reason: null,
		snapshot: null,
		residents: 42,
		households: null,
	});
});

test("a column that is not there ends in one line, exit 1, with the columns there are", async () => {
	const words = [
		"import",
		"residences",
		HOMES,
		"--residents-field",
		"persons",
		"--dry-run",
		"--json",
	];
	const { code, out, err } = await jiequan(words);
	expect(code).toBe(1);
	const report = JSON.parse(out);
	expect(report).toMatchObject({ status: "refused", code: "column.absent" });
	expect(report.issues[0]).toMatchObject({ code: "column.absent", severity: "blocking", count: 1 });
	expect(report.issues[0].first.message).toContain("id, lon, lat, people");
	expect(err.split("\n").filter((line) => line.startsWith("jiequan:"))).toHaveLength(1);
});

test.each([
	[["import", "facilities", HOMES]],
	[["import", "facilities", HOMES, "--category", "EDU-PRI", "--category-field", "x"]],
	[["import", "divisions", HOMES, "--level", "province"]],
	[["import", "residences", HOMES, "--where", "people"]],
	[["import", "residences", HOMES, "--within", "310101", "--add"]],
	[["import", "residences", HOMES, "--no-such-option"]],
	[["import", "land", HOMES, "--level", "street"]],
])("wrong usage is exit 2: %j", async (words) => {
	expect(await main(words)).toBe(2);
});

test("a file that is not there is exit 1 before any database is opened", async () => {
	const { code, err } = await jiequan([
		"import",
		"streets",
		"nowhere.osm.pbf",
		"--data",
		"/nowhere/else",
	]);
	expect(code).toBe(1);
	expect(err).toContain("nowhere.osm.pbf");
});

geodataTest("an import killed while it commits leaves the database as it was", async () => {
	const { place, remove } = await newPlace("embedded", migrated("embedded"));
	if (!("dataDir" in place)) throw new Error("An embedded place has a folder.");
	const importing = [
		"import",
		"streets",
		geodata("osm-dev/poa_osm.pbf"),
		"--data",
		place.dataDir,
		"--json",
	];
	try {
		const killed = await jiequan(importing, (err, kill) => {
			if (err.includes("100 %")) setTimeout(kill, 900); // compiled by then, about to be written
		});
		const db = await openDatabase(place);
		await migrate(db);
		const { rows } = await db.knex.raw(
			"select (select count(*) from layer_versions)::integer as versions, (select count(*) from street_graphs)::integer as graphs, (select count(*) from snapshots)::integer as snapshots",
		);
		const whole = killed.code === 0 ? 1 : rows[0].versions; // all of it or nothing of it
		expect(rows[0]).toEqual({ versions: whole, graphs: whole, snapshots: whole });
		expect(await currentLayers(db.knex)).toHaveLength(whole);
		await db.close();
		const again = await jiequan(importing);
		expect(again.code).toBe(0);
		expect(JSON.parse(again.out)).toMatchObject({ status: "accepted", unchanged: whole === 1 });
	} finally {
		await remove();
	}
});

geodataTest(
	"streets in GCJ-02: found beside what is in force, told as a warning, and yes is --accept-warnings",
	async () => {
		const { place, remove } = await newPlace("embedded", migrated("embedded"));
		if (!("dataDir" in place)) throw new Error("An embedded place has a folder.");
		const { dataDir } = place;
		const importing = (file: string, ...options: string[]) =>
			jiequan([
				...["import", "divisions", geodata(`messy-dev/derived_from_shanghai_streets/${file}`)],
				...["--level", "street", "--data", dataDir, "--json", ...options],
			]);
		try {
			expect((await importing("truth_huangpu_wgs84.geojson", "--accept-warnings")).code).toBe(0);
			const asked = await importing("huangpu_GCJ02.geojson");
			expect(asked.code).toBe(1);
			const report = JSON.parse(asked.out);
			expect(report).toMatchObject({ status: "warnings", code: "import.warnings", version: null });
			expect(report).toMatchObject({ crs: "gcj02", encoding: "utf-8", format: "geojson" });
			const offset = report.issues.find(
				({ code }: { code: string }) => code === "crs.offset-gcj02",
			);
			expect(offset).toMatchObject({ severity: "warning", count: 1 });
			expect(report.reasonZh).not.toContain("--");
			expect(asked.err).toContain("[import.warnings] 选项 option: --accept-warnings");
			const taken = await importing("huangpu_GCJ02.geojson", "--accept-warnings");
			expect(taken.code).toBe(0);
			expect(JSON.parse(taken.out)).toMatchObject({
				status: "accepted",
				crs: "gcj02",
				encoding: "utf-8",
				features: { read: 10, accepted: 10, leftOut: 0 },
			});
		} finally {
			await remove();
		}
	},
);

geodataTest("a file of several layers names them; --layer chooses one", async () => {
	const words = [
		...["import", "facilities", geodata("messy-dev/mapshaper/geopackage/data_only_tables.gpkg")],
		...["--category", "GRN-PK", "--dry-run", "--json", "--accept-warnings"],
	];
	const asked = await jiequan(words);
	expect(asked.code).toBe(1);
	expect(JSON.parse(asked.out)).toMatchObject({ status: "refused", code: "layer.choose" });
	expect(asked.err).toMatch(/oregon_cities.*washington_cities.*option: --layer/);
	const chosen = await jiequan([...words, "--layer", "oregon_cities"]);
	expect(chosen.code).toBe(0);
	expect(JSON.parse(chosen.out)).toMatchObject({ features: { read: 5, accepted: 5, leftOut: 0 } });
});

geodataTest(
	"the path of a .shp is enough: its siblings give names, encoding and coordinate system",
	async () => {
		const { code, out } = await jiequan([
			...["import", "divisions"],
			geodata("messy-dev/derived_from_shanghai_streets/huangpu_epsg4549_gbk/黄浦街道.shp"),
			...["--level", "street", "--dry-run", "--json"],
		]);
		expect(JSON.parse(out)).toMatchObject({
			status: "accepted",
			format: "shapefile",
			crs: "EPSG:4549",
			encoding: "gb18030",
			features: { read: 10, accepted: 10, leftOut: 0 },
		});
		expect(code).toBe(0);
	},
);

test("land: the column of the use is told by its name, and a missing one by the option that names it", async () => {
	const land = (column: string) =>
		write(
			`${column}.geojson`,
			JSON.stringify({
				type: "Feature",
				properties: { [column]: "公园绿地" },
				geometry: { type: "Polygon", coordinates: [SQUARE] },
			}),
		);
	const known = await jiequan(["import", "land", land("用地性质"), "--dry-run", "--json"]);
	expect(known.code).toBe(0);
	expect(JSON.parse(known.out)).toMatchObject({
		features: { read: 1, accepted: 1 },
		crs: "EPSG:4326",
	});
	const words = ["import", "land", land("甲"), "--dry-run"];
	const unknown = await jiequan(words);
	expect(unknown.code).toBe(1);
	expect(unknown.out).toContain("option: --use-field");
	expect((await jiequan([...words, "--use-field", "甲"])).code).toBe(0);
});

const SQUARE = [
	[121.4, 31.2],
	[121.41, 31.2],
	[121.41, 31.21],
	[121.4, 31.21],
	[121.4, 31.2],
];

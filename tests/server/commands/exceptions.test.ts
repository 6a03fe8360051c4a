import { expect, test } from "vitest";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import type { ImportReport } from "../../../server/commands/ImportReport.ts";
import { type ImportRequest, importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { runAnalysis } from "../../../server/commands/runAnalysis.ts";
import type { Database } from "../../../server/db/openDatabase.ts";
import { requireSnapshot } from "../../../server/queries/findSnapshot.ts";
import { loadFlags } from "../../../server/queries/loadAnalysis.ts";
import { gridCity, type PlanUnit, type RectM } from "../../scenes/gridCity.ts";
import { desertGrid } from "../../scenes/streetScene.ts";
import { onBothEngines } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";
import { commitCity } from "../routes/commitCity.ts";

const write = temporaryFiles();
const [LEFT, MIDDLE] = ["310101001001", "310101001002"];

/** A street in two pieces, one of them in the middle of the other street: ▐▣ */
const committee = (code: string, street: string, area: RectM): PlanUnit => ({
	kind: "committee",
	code,
	name: code.slice(-3),
	parentCode: street,
	areas: [area],
});
const around: readonly RectM[] = [
	[100, 0, 200, 300],
	[200, 0, 300, 100],
	[300, 0, 400, 300],
	[200, 200, 300, 300],
];
const city = gridCity({
	units: [
		committee(LEFT, "310101001000", [0, 0, 100, 300]),
		committee(MIDDLE, "310101001000", [200, 100, 300, 200]),
		...around.map((area, i) => committee(`31010100200${i}`, "310101002000", area)),
		{
			kind: "street",
			code: "310101001000",
			areas: [
				[0, 0, 100, 300],
				[200, 100, 300, 200],
			],
		},
		{ kind: "street", code: "310101002000", areas: around },
	],
	homes: [{ at: [50, 50] }, { at: [250, 150], residents: 60 }],
});
const HEAD = "kind,from_code,to_code,reason";
const file = (name: string, ...rows: string[]) => write(name, `${[HEAD, ...rows].join("\n")}\n`);
const codes = ({ issues }: ImportReport) => issues.map(({ code, first }) => [code, first.row]);

onBothEngines("exceptions to contiguity", (database: () => Database) => {
	const run = (path: string, given: Partial<ImportRequest> = {}) =>
		importLayer(database().knex, importRequest({ kind: "exceptions", path, ...given }));
	/** Codes of the flags about parts, in the snapshot in force or another. */
	const partFlags = async (snapshot: number | "current" = "current") => {
		const { runId } = await runAnalysis(database().knex, { snapshot });
		const flags = (await loadFlags(database().knex, runId)).map(({ flag }) => flag);
		return flags.filter((flag) => flag === "detached-part" || flag === "exclave");
	};

	test("before there are divisions are refused with what to do first", async () => {
		const report = await run(file("early.csv", `bridge,${LEFT},${MIDDLE},桥`));
		expect(report.reason?.code).toBe("divisions.missing");
	});

	test("a bridge with its reason ends the flags of the snapshot it is in, and of no earlier one", async () => {
		const { knex } = database();
		await commitCity(
			knex,
			city,
			compileStreets(desertGrid({ columns: 11, rows: 11, blockM: 100 })),
		);
		const before = await requireSnapshot(knex, "current");
		expect(await partFlags()).toEqual(["detached-part", "exclave"]);
		const report = await run(file("bridge.csv", `bridge,${LEFT},${MIDDLE},跨河大桥`));
		expect(report).toMatchObject({ status: "accepted", features: { read: 1, accepted: 1 } });
		expect(report.snapshot).not.toBe(before.hash);
		expect(await partFlags()).toEqual([]);
		expect(await partFlags(before.id)).toEqual(["detached-part", "exclave"]);
	});

	test("rows without a reason or with unknown codes refuse the file, each with its row", async () => {
		const report = await run(
			file("bad.csv", `bridge,${LEFT},${MIDDLE},`, `飞地,310101009009,,农场`),
		);
		expect([report.status, codes(report)]).toEqual([
			"refused",
			[
				["contiguity.no-reason", 1],
				["contiguity.unknown-cell", 2],
			],
		]);
	});

	test("new committees without an end of the bridge say that it no longer counts", async () => {
		const features = city.units
			.filter(({ kind, code }) => kind === "committee" && code !== MIDDLE)
			.map(({ code, name, polygons }) => ({
				type: "Feature",
				properties: { code, name },
				geometry: { type: "MultiPolygon", coordinates: polygons },
			}));
		const path = write("rest.geojson", JSON.stringify({ type: "FeatureCollection", features }));
		const report = await importLayer(
			database().knex,
			importRequest({ kind: "divisions", level: "committee", path, dryRun: true, add: false }),
		);
		expect(report.issues.map(({ code }) => code)).toContain("contiguity.unknown-cell");
	});

	test("--add adds one, and a file with nothing but its columns withdraws all", async () => {
		const added = await run(file("add.csv", `飞地,${MIDDLE},,农场`), { add: true });
		expect(added.layers[0]).toMatchObject({ kind: "exceptions", features: 2 });
		const within = await run(file("within.csv", `飞地,${MIDDLE},,农场`), {
			within: "310101001000",
		});
		expect(within.reason?.code).toBe("within.no-place");
		const none = await run(file("none.csv"));
		expect(none.layers[0]).toMatchObject({ kind: "exceptions", features: 0 });
		expect(await partFlags()).toEqual(["detached-part", "exclave"]);
	});
});

import { expect, test } from "vitest";
import type { ImportReport } from "../../../server/commands/ImportReport.ts";
import { type ImportRequest, importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import type { Database } from "../../../server/db/openDatabase.ts";
import { DEMONSTRATION_FOLDER } from "../../../server/demonstration/loadDemonstration.ts";
import { onBothEngines } from "../engines.ts";
import { geodata, geodataTest } from "../imports/geodata.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();
type Box = readonly [code: string, west: number, south: number, east: number, north: number];

/** Boxes in degrees as a file of divisions. */
function boxes(name: string, ...units: readonly Box[]): string {
	const features = units.map(([code, west, south, east, north]) => ({
		type: "Feature",
		properties: { code, name: `单元${code.slice(-3)}` },
		geometry: {
			type: "Polygon",
			coordinates: [
				[
					[west, south],
					[east, south],
					[east, north],
					[west, north],
					[west, south],
				],
			],
		},
	}));
	return write(name, JSON.stringify({ type: "FeatureCollection", features }));
}

const told = ({ issues }: ImportReport) =>
	issues.map(({ code, severity, count }) => `${severity} ${code} ${count}`);
const wordsOf = ({ issues }: ImportReport) =>
	issues.find(({ code }) => code === "division.overlap")?.first.message.zh;
const divisions = (path: string, given: Partial<ImportRequest> = {}) =>
	importRequest({ kind: "divisions", level: "street", path, ...given });

const OVERLAPPING = boxes(
	"overlapping.geojson",
	["310101001", 121, 31, 121.02, 31.01],
	["310101002", 121.01, 31, 121.03, 31.01],
);

onBothEngines("how a layer fits itself", (database: () => Database) => {
	test("an overlap is told, and who has it until somebody decides", async () => {
		const report = await importLayer(database().knex, divisions(OVERLAPPING));
		expect([report.status, told(report)]).toEqual(["warnings", ["warning division.overlap 1"]]);
		const accepted = divisions(OVERLAPPING, { acceptWarnings: true });
		expect((await importLayer(database().knex, accepted)).status).toBe("accepted");
		expect(wordsOf(report)).toContain("未决定前，归编码最小的单元001");
	});

	test("once there are committees, an overlap of streets is theirs to decide", async () => {
		const { knex } = database();
		const committee = boxes("one.geojson", ["310101001001", 121, 31, 121.01, 31.01]);
		await importLayer(knex, divisions(committee, { level: "committee" }));
		const report = await importLayer(knex, divisions(OVERLAPPING));
		expect(wordsOf(report)).toContain("各基础格归占其面积最大的一个");
	});

	test("what is added to a layer is held against what stays", async () => {
		const { knex } = database();
		const added = boxes("added.geojson", ["310101003", 121.02, 31.005, 121.04, 31.01]);
		const report = await importLayer(knex, divisions(added, { add: true }));
		expect(told(report)).toContain("warning division.overlap 2");
	});
});

test("a dry run without a database tells how the file's units fit", async () => {
	const report = await importLayer(null, divisions(OVERLAPPING, { dryRun: true }));
	expect([report.status, told(report)]).toEqual(["warnings", ["warning division.overlap 1"]]);
});

test("the demonstration's committees leave the planted ground to nobody, and fit otherwise", async () => {
	const path = `${DEMONSTRATION_FOLDER}/divisions-committee.geojson`;
	const report = await importLayer(null, divisions(path, { level: "committee", dryRun: true }));
	expect(told(report)).toEqual(["warning division.gap 1"]);
});

const countOf = ({ code, count }: { code: string; count: number }) => `${code} ${count}`;

geodataTest(
	"the ten streets of 黄浦 fit; of 113 streets, 11 pairs overlap by over 100 m²",
	async () => {
		const path = geodata("shanghai-boundaries/shanghai_streets_osm.geojson");
		const columns = { code: "code12" };
		const huangpu = { columns, where: [{ column: "district_code", value: "310101" }] };
		const ten = await importLayer(null, divisions(path, { ...huangpu, dryRun: true }));
		expect([ten.status, told(ten)]).toEqual(["accepted", []]);
		const all = await importLayer(null, divisions(path, { columns, dryRun: true }));
		const overlaps = all.issues
			.filter(({ code }) => code === "division.overlap")
			.flatMap((group) => group.all);
		const squareMetres = overlaps.map(({ message }) =>
			Number(/重叠 (\d+) 平方米/.exec(message.zh)?.[1]),
		);
		expect(squareMetres.filter((m2) => m2 > 100)).toHaveLength(11);
		expect(all.issues.filter(({ severity }) => severity === "warning").map(countOf)).toContain(
			"division.overlap 11",
		);
		expect(squareMetres).toEqual([...squareMetres].sort((a, b) => b - a)); // the largest first
		expect(overlaps[0]?.message.zh).toContain("上钢新村街道与三林镇重叠");
		expect(new Set(all.issues.map(({ code }) => code))).toEqual(
			new Set(["division.overlap", "division.gap", "division.sliver", "geometry.duplicate-vertex"]),
		);
	},
);

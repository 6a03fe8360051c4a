// Real input: Porto Alegre's streets and 1,227 hexagons, judged by a Dijkstra that sees the exported files only.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { byCodeUnit } from "../../../planning/city/codeUnitOrder.ts";
import type { FacilityRecord } from "../../../planning/city/records.ts";
import { analyse } from "../../../planning/coverage/analyse.ts";
import type { Analysis, City } from "../../../planning/coverage/analysis.ts";
import { coverageCsv } from "../../../planning/coverage/files/coverageCsv.ts";
import { flagsGeoJson } from "../../../planning/coverage/files/flagsGeoJson.ts";
import { graphFiles } from "../../../planning/coverage/files/graphFiles.ts";
import { timesCsv } from "../../../planning/coverage/files/timesCsv.ts";
import { survey } from "../../../planning/coverage/surveyed.ts";
import { chooseProfiles } from "../../../planning/coverage/walkers.ts";
import { UNREACHED_DM } from "../../../planning/reach/reach.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { writeFiles } from "../../../server/cli/writeFiles.ts";
import { collectStreets } from "../../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../../server/imports/osm/readOsm.ts";
import { plainDijkstra } from "../../scenes/plainDijkstra.ts";
import { geodata, geodataTest } from "../../server/imports/geodata.ts";

const folder = mkdtempSync(join(tmpdir(), "porto-alegre-"));
afterAll(() => rmSync(folder, { recursive: true }));

let made: Promise<{ city: City; analysis: Analysis }> | undefined;
/** Read, analysed and exported once. */
function scene() {
	made ??= (async () => {
		const city = await portoAlegre();
		const surveyed = survey(city, { horizonS: 900 });
		await writeFiles(folder, graphFiles(surveyed, chooseProfiles({}), "test"));
		return { city, analysis: analyse(city) };
	})();
	return made;
}

geodataTest("nobody is lost: 812,935 people, 177 schools, 117 health centres", async () => {
	const { analysis } = await scene();
	expect(analysis.residents).toBe(812_935);
	expect(analysis.categories["EDU-PRI"].facilities).toBe(177);
	expect(analysis.categories["HEA-CHC"].facilities).toBe(117);
	expect(analysis.coverage.filter(({ unitKind }) => unitKind !== "all")).toEqual([]);
});

for (const category of ["EDU-PRI", "HEA-CHC"])
	geodataTest(`a plain Dijkstra over the export gives every cost of ${category}`, async () => {
		const { city, analysis } = await scene();
		const answers = plainDijkstra(folder, category, 900);
		const walks = analysis.times.find((one) => one.category === category);
		if (walks === undefined) throw new Error(`No times of ${category}.`);
		const told = city.residences.map(({ id }, residence) => ({
			id,
			costDm: walks.costDm[residence] === UNREACHED_DM ? Infinity : walks.costDm[residence],
			facility: city.facilities[walks.facility[residence]]?.id ?? "",
		}));
		expect(told).toEqual(city.residences.map(({ id }) => ({ id, ...answers.get(id) })));
		expect(told.filter(({ costDm }) => costDm < Infinity).length).toBeGreaterThan(300);
	});

geodataTest("a second run writes the same bytes", async () => {
	const { city, analysis } = await scene();
	const again = analyse(city);
	expect([...timesCsv(city, again)].join("")).toBe([...timesCsv(city, analysis)].join(""));
	expect(coverageCsv(again.coverage)).toBe(coverageCsv(analysis.coverage));
	expect([...flagsGeoJson(again.flags)]).toEqual([...flagsGeoJson(analysis.flags)]);
});

async function portoAlegre(): Promise<City> {
	const { waySet } = await collectStreets(readOsm(geodata("osm-dev/poa_osm.pbf")));
	const { graph, barriers } = compileStreets(waySet);
	const [header, ...lines] = readFileSync(geodata("population-dev/poa_hexgrid.csv"), "utf8")
		.trim()
		.split(/\r?\n/);
	const columns = header.split(",");
	const rows = lines.map((line) => {
		const values = line.split(",");
		const number = (column: string) => Number(values[columns.indexOf(column)]);
		return { id: values[0], lonLat: [number("lon"), number("lat")] as const, number };
	});
	const facilities = (column: string, category: string) =>
		rows
			.filter(({ number }) => number(column) > 0)
			.map(({ id, lonLat }): FacilityRecord => ({ ...BARE, id, category, name: id, lonLat }));
	return {
		graph,
		barriers,
		units: [],
		cells: [],
		facilities: [...facilities("schools", "EDU-PRI"), ...facilities("healthcare", "HEA-CHC")].sort(
			(a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id),
		),
		residences: rows
			.map(({ id, lonLat, number }) => ({
				id,
				lonLat,
				residents: number("population"),
				households: null,
				elders: null,
				children: null,
				declaredUnitCode: null,
			}))
			.sort((a, b) => byCodeUnit(a.id, b.id)),
	};
}

const BARE = {
	floorAreaM2: null,
	serviceAreaM2: null,
	officeAreaM2: null,
	capacity: null,
	operatorCode: null,
	premisesId: null,
	address: null,
	entrances: [],
} as const;

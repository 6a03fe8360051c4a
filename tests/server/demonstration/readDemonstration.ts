// The demonstration's files as a city in memory, read by the readers and checks of every import.
import { readFileSync } from "node:fs";
import { byCodeUnit } from "../../../planning/city/codeUnitOrder.ts";
import type { UnitKind, UnitRecord } from "../../../planning/city/records.ts";
import type { City } from "../../../planning/coverage/analysis.ts";
import { unitReader } from "../../../planning/layers/divisions.ts";
import { facilityReader } from "../../../planning/layers/facilities.ts";
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import type { RecordReader } from "../../../planning/layers/RecordReader.ts";
import { residenceReader } from "../../../planning/layers/residences.ts";
import { assignCells } from "../../../planning/partition/assignCells.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import type { CityFile } from "../../../server/demonstration/cityFiles.ts";
import { DEMONSTRATION_FOLDER } from "../../../server/demonstration/loadDemonstration.ts";
import { openSource } from "../../../server/imports/formats.ts";
import { collectStreets } from "../../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../../server/imports/osm/readOsm.ts";

export const LEVELS = ["district", "street", "committee", "bmu", "circle"] as const;

/** What city.json says. */
export function cityFile(): CityFile {
	return JSON.parse(readFileSync(`${DEMONSTRATION_FOLDER}/city.json`, "utf8"));
}

export async function readDemonstration(): Promise<City> {
	const { waySet } = await collectStreets(readOsm(`${DEMONSTRATION_FOLDER}/streets.osm.pbf`));
	const { graph, barriers } = compileStreets(waySet);
	const units: UnitRecord[] = [];
	for (const level of LEVELS)
		units.push(...(await recordsOf(`divisions-${level}.geojson`, unitReader, level)));
	const facilities = await recordsOf("facilities.csv", facilityReader);
	const residences = await recordsOf("residences.csv", residenceReader);
	return {
		graph,
		barriers,
		units,
		cells: assignCells(units),
		facilities: facilities.sort(
			(a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id),
		),
		residences: residences.sort((a, b) => byCodeUnit(a.id, b.id)),
	};
}

async function recordsOf<R>(
	name: string,
	reader: RecordReader<R>,
	level: UnitKind | null = null,
): Promise<R[]> {
	const source = await openSource(`${DEMONSTRATION_FOLDER}/${name}`, {});
	const columns = name === "facilities.csv" ? { category: "category" } : {};
	const check = new LayerCheck(
		reader,
		{ columns, where: [], category: null, level },
		source.columns,
	);
	for await (const feature of source.features) check.add(feature);
	return [...check.finish().records];
}

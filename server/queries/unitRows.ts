// The table of units (台账).
import { labelPoint } from "../../planning/city/labelPoint.ts";
import type { UnitRecord } from "../../planning/city/records.ts";
import type { UnitTree } from "../../planning/city/unitTree.ts";
import type { UnitStatistics } from "../../planning/coverage/unitStatistics.ts";
import type { UnitRow } from "../../planning/wire/api.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import { statisticsOfSnapshot } from "./statisticsOfSnapshot.ts";

/** Every unit of a snapshot, districts first, then by code. */
export const unitRows = remembered<number, readonly UnitRow[]>(2, async (db, snapshotId) => {
	const { tree } = await locatedCity(db, snapshotId);
	const statistics = await statisticsOfSnapshot(db, snapshotId);
	const rows = statistics.map((one) => unitRow(one, tree));
	return rows.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
});

const KIND_ORDER: readonly UnitRow["kind"][] = ["district", "street", "committee", "bmu", "circle"];

function unitRow(statistics: UnitStatistics, tree: UnitTree): UnitRow {
	const { unit } = statistics;
	const parent = parentOf(unit, tree);
	const [labelLon, labelLat] = labelPoint(unit.polygons);
	return {
		kind: unit.kind,
		code: unit.code,
		name: unit.name,
		parentCode: parent?.code ?? unit.parentCode,
		parentName: parent?.name ?? null,
		streetKind: unit.streetKind,
		zone: unit.zone,
		residents: statistics.residents,
		households: statistics.households,
		elders: statistics.elders,
		children: statistics.children,
		declaredResidents: unit.declaredResidents,
		declaredHouseholds: unit.declaredHouseholds,
		areaKm2: statistics.areaKm2,
		facilities: statistics.facilities,
		floorAreaPer100HouseholdsM2: statistics.floorAreaPer100HouseholdsM2,
		judgedHouseholds: statistics.judgedHouseholds,
		premisesAreaM2: statistics.premisesAreaM2,
		largestPremisesM2: largestOf(statistics),
		isConforming: statistics.isConforming,
		labelLon,
		labelLat,
	};
}

function largestOf({ premises }: UnitStatistics): number | null {
	const areas = premises
		.filter(({ isSizeTested }) => isSizeTested)
		.map(({ areaM2 }) => areaM2 ?? 0);
	return areas.length === 0 ? null : Math.max(...areas);
}

/** The unit that the file names as the one above, else the next coarser one it lies in. */
function parentOf(unit: UnitRecord, tree: UnitTree): UnitRecord | undefined {
	const named = unit.parentCode === null ? undefined : tree.anyUnit(unit.parentCode);
	if (named !== undefined || unit.kind === "district") return named;
	return (
		(unit.kind === "street" ? undefined : tree.within(unit, "street")) ??
		tree.within(unit, "district")
	);
}

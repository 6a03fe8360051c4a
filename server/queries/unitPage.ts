// A unit's page: among its peers, its worst places, its facilities against the standard, what was handed in about it.
import type { Knex } from "knex";
import type { UnitRecord } from "../../planning/city/records.ts";
import { isAskedOf } from "../../planning/coverage/figures/presence.ts";
import { BMU_FACILITY_ITEMS } from "../../planning/coverage/figures/scorecard.ts";
import { unitFloorArea } from "../../planning/coverage/figures/unitFloorArea.ts";
import { facilitiesOfUnit, unitServices } from "../../planning/coverage/figures/unitServices.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import type { UnitPage } from "../../planning/wire/unitPage.ts";
import { findUnit, type UnitKey } from "./findUnit.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import type { RunOfSnapshot } from "./runArrays.ts";
import { statisticsOfSnapshot } from "./statisticsOfSnapshot.ts";
import { unitHistory } from "./unitHistory.ts";
import { unitOutlines } from "./unitOutlines.ts";
import { unitPeers } from "./unitPeers.ts";
import { unitPlacesOf } from "./unitPlacesOf.ts";

/** Refused 404 when the snapshot has no such unit. */
export function unitPage(db: Knex, basis: RunOfSnapshot, key: UnitKey): Promise<UnitPage> {
	return pages(db, JSON.stringify([basis.snapshotId, basis.runId, key.kind, key.code]));
}

/** Facilities that are set up at the unit's level, and of a basic management unit's score card; all would be thousands. */
function isShown(code: string, unit: UnitRecord): boolean {
	const category = categoryOf(code);
	const isOfCard = Object.values<string>(BMU_FACILITY_ITEMS).includes(code);
	return (unit.kind === "bmu" && isOfCard) || (category !== undefined && isAskedOf(category, unit));
}

const pages = remembered<string, UnitPage>(60, async (db, question) => {
	const [snapshotId, runId, kind, code] = JSON.parse(question);
	const key = { kind, code };
	const basis = { snapshotId, runId };
	const unit = await findUnit(db, snapshotId, key);
	const located = await locatedCity(db, snapshotId);
	const all = await statisticsOfSnapshot(db, snapshotId);
	const statistics = all.find((one) => one.unit === unit);
	if (statistics === undefined) throw new Error(`Unit ${kind} ${code} has no statistics.`);
	const facilities = facilitiesOfUnit(located, unit);
	return {
		outlines: await unitOutlines(db, snapshotId, key),
		facilities: facilities.filter(({ category }) => isShown(category, unit)),
		peers: await unitPeers(db, basis, key),
		places: await unitPlacesOf(db, basis, unit),
		services: unitServices(located, unit, facilities),
		floorArea: unitFloorArea(statistics, located.city.facilities),
		history: await unitHistory(db, snapshotId, key),
	};
});

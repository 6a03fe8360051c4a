// Statistics of every unit of a snapshot: the table of units, cards and pages of units are made of them.
import { unitStatistics } from "../../planning/coverage/unitStatistics.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";

/** By snapshot number. */
export const statisticsOfSnapshot = remembered<number, ReturnType<typeof unitStatistics>>(
	2,
	async (db, snapshotId) => unitStatistics(await locatedCity(db, snapshotId)),
);

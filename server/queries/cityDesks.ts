// The thread of each snapshot that is asked about.
import type { Knex } from "knex";
import { type CityDesk, createCityDesk } from "../jobs/cityDesk.ts";
import { loadCity } from "./loadCity.ts";
import { remembered } from "./remembered.ts";

/** By snapshot number. A desk that is forgotten ends by itself. */
export const cityDesk: (db: Knex, snapshotId: number) => Promise<CityDesk> = remembered(
	2,
	async (db, snapshotId: number) =>
		createCityDesk(async () => (await loadCity(db, snapshotId)).city),
);

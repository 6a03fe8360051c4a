// Every category of every unit of a level, in one answer: what is missing is seen in a row.
import type { Knex } from "knex";
import type { UnitKind } from "../../planning/city/records.ts";
import { unitCounts } from "../../planning/coverage/figures/unitCounts.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import type { Matrix } from "../../planning/wire/figuresApi.ts";
import { coverageOfRun } from "./coverageOfRun.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import type { RunOfSnapshot } from "./runArrays.ts";

export async function coverageMatrix(
	db: Knex,
	{ runId, snapshotId }: RunOfSnapshot,
	{ mode, level }: { readonly mode: "any" | "own"; readonly level: UnitKind },
): Promise<Matrix> {
	return await matrices(db, JSON.stringify([runId, snapshotId, mode, level]));
}

const CODES = CATEGORIES.map(({ code }) => code);

const matrices = remembered<string, Matrix>(8, async (db, key) => {
	const [runId, snapshotId, mode, unitKind] = JSON.parse(key);
	const located = await locatedCity(db, snapshotId);
	const units = located.tree.units.filter(({ kind }) => kind === unitKind).map(({ code }) => code);
	const shares = new Map(
		(await coverageOfRun(db, runId, { mode, unitKind })).map(({ unitCode, category, pct }) => [
			`${unitCode} ${category}`,
			pct,
		]),
	);
	const counts = unitCounts(located, unitKind);
	const cityCounts = new Map<string, number>();
	for (const { category } of located.city.facilities)
		cityCounts.set(category, (cityCounts.get(category) ?? 0) + 1);
	return {
		categories: CODES,
		units,
		pct: units.map((unit) => CODES.map((category) => shares.get(`${unit} ${category}`) ?? null)),
		counts: units.map((unit) => CODES.map((category) => counts.get(unit)?.get(category) ?? 0)),
		cityCounts: CODES.map((category) => cityCounts.get(category) ?? 0),
	};
});

// The search box: units by name or the beginning of their code, facilities by name or id.
import type { Knex } from "knex";
import { CATEGORIES, type Category, categoryOf } from "../../planning/standards/catalogue.ts";
import type { FacilityRow, SearchResults, UnitRow } from "../../planning/wire/api.ts";
import { facilityRows } from "./facilityRows.ts";
import { unitRows } from "./unitRows.ts";

type Result = SearchResults["results"][number];

const MOST = 20;
const NO_MATCH = 9;

/** At most 20, the closest first: equal, then beginning with, then containing the words; units before facilities. */
export async function searchCity(db: Knex, snapshotId: number, words: string): Promise<Result[]> {
	const wanted = folded(words);
	const units = (await unitRows(db, snapshotId)).map((unit) => ({
		rank: Math.min(rankOf(unit.name, wanted), rankOfCode(unit.code, wanted)),
		result: () => unitResult(unit),
	}));
	const facilities = (await facilityRows(db, snapshotId)).map((facility) => ({
		rank: Math.min(rankOf(facility.name, wanted), rankOfCode(facility.id, wanted)),
		result: () => facilityResult(facility),
	}));
	return [...units, ...facilities]
		.filter(({ rank }) => rank < NO_MATCH)
		.sort((a, b) => a.rank - b.rank)
		.slice(0, MOST)
		.map(({ result }) => result());
}

/** Codes of units whose name has the words in it, or whose code begins with them. */
export async function unitCodesLike(
	db: Knex,
	snapshotId: number,
	words: string,
): Promise<string[]> {
	const wanted = folded(words);
	return (await unitRows(db, snapshotId))
		.filter(({ name, code }) => Math.min(rankOf(name, wanted), rankOfCode(code, wanted)) < NO_MATCH)
		.map(({ code }) => code);
}

/** Codes of categories whose name, in either language, has the words in it, or whose code begins with them. */
export function categoriesLike(words: string): string[] {
	const wanted = folded(words);
	const ranks = ({ nameZh, nameEn, code }: Category) =>
		Math.min(rankOf(nameZh, wanted), rankOf(nameEn, wanted), rankOfCode(code, wanted));
	return CATEGORIES.filter((category) => ranks(category) < NO_MATCH).map(({ code }) => code);
}

function folded(text: string): string {
	return text.normalize("NFKC").toLowerCase();
}

function rankOf(name: string, wanted: string): number {
	const at = folded(name).indexOf(wanted);
	if (at < 0) return NO_MATCH;
	return at > 0 ? 2 : name.length === wanted.length ? 0 : 1;
}

function rankOfCode(code: string, wanted: string): number {
	const text = folded(code);
	if (!text.startsWith(wanted)) return NO_MATCH;
	return text === wanted ? 0 : 1;
}

function unitResult(unit: UnitRow): Result {
	const { kind, code, name, labelLon: lon, labelLat: lat } = unit;
	return { type: "unit", kind, code, name, detail: unit.parentName ?? "", lon, lat };
}

function facilityResult({ category, id, name, lon, lat, streetName }: FacilityRow): Result {
	const kindName = categoryOf(category)?.nameZh ?? category;
	const detail = streetName === null ? kindName : `${kindName} · ${streetName}`;
	return { type: "facility", kind: category, code: id, name, detail, lon, lat };
}

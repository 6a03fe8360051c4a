// Which unit of each level every cell belongs to, as indices: what sums over cells become sums over units with.
import { UNIT_KINDS } from "../../planning/city/records.ts";
import type { Cells } from "../../planning/wire/figuresApi.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";

/** By snapshot number; cells in the order of the analysis, units of a level in the order of their codes. */
export const cellUnitsOf = remembered<number, Cells>(3, async (db, snapshotId) => {
	const { city, tree } = await locatedCity(db, snapshotId);
	const levels = UNIT_KINDS.map((kind) => {
		const codes = tree.units.filter((unit) => unit.kind === kind).map(({ code }) => code);
		const indexOf = new Map(codes.map((code, index) => [code, index]));
		const ofCell = city.cells.map(({ units }) => indexOf.get(units[kind] ?? "") ?? -1);
		return [kind, { codes, ofCell }] as const;
	});
	return {
		cellCount: city.cells.length,
		levels: Object.fromEntries(levels) as Cells["levels"],
	};
});

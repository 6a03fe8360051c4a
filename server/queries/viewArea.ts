// What a view is of: the whole city or one unit, and the units of a level that lie in it.
import type { Knex } from "knex";
import type { UnitKind } from "../../planning/city/records.ts";
import type { LevelCells } from "../../planning/coverage/figures/unitFigures.ts";
import type { UnitRow } from "../../planning/wire/api.ts";
import type { Cells } from "../../planning/wire/figuresApi.ts";
import { cellUnitsOf } from "./cellUnitsOf.ts";
import { findUnit, type UnitKey } from "./findUnit.ts";
import { locatedCity } from "./locatedCity.ts";
import { unitRows } from "./unitRows.ts";

export interface ViewArea {
	/** Null for the whole city. */
	readonly unit: (UnitKey & { readonly name: string }) | null;
	/** The level that is asked for where such units lie in the unit, else committees. */
	readonly level: UnitKind;
	/** Units of the level in the area, by code, and the cells of each. */
	readonly units: readonly UnitRow[];
	readonly levelCells: LevelCells;
	readonly cells: Cells;
}

/** Of one unit, or (null) of the whole city. Refused 404 when there is no such unit. */
export async function viewAreaOf(
	db: Knex,
	snapshotId: number,
	{ unit: key, level }: { readonly unit: UnitKey | null; readonly level: UnitKind },
): Promise<ViewArea> {
	const cells = await cellUnitsOf(db, snapshotId);
	const rows = await unitRows(db, snapshotId);
	const unit = key === null ? null : await findUnit(db, snapshotId, key);
	const isIn = unit === null ? () => true : await within(db, snapshotId, unit);
	const of = (kind: UnitKind) => rows.filter((row) => row.kind === kind && isIn(row));
	const asked = unit?.kind === level ? [] : of(level);
	const found =
		unit === null || asked.length > 0
			? { level, units: asked }
			: { level: "committee" as const, units: of("committee") };
	return {
		unit,
		cells,
		...found,
		levelCells: levelCellsOf(cells, found.level, found.units),
	};
}

/** Whether a unit lies in another. */
async function within(
	db: Knex,
	snapshotId: number,
	area: UnitKey,
): Promise<(row: UnitRow) => boolean> {
	const { tree } = await locatedCity(db, snapshotId);
	return ({ kind, code }) => {
		const unit = tree.unit(kind, code);
		return unit !== undefined && tree.within(unit, area.kind)?.code === area.code;
	};
}

/** Cells by these units only. */
function levelCellsOf({ levels }: Cells, kind: UnitKind, units: readonly UnitRow[]): LevelCells {
	const { codes, ofCell } = levels[kind];
	const placeOf = new Map(units.map(({ code }, place) => [code, place]));
	const places = codes.map((code) => placeOf.get(code) ?? -1);
	return {
		codes: units.map(({ code }) => code),
		ofCell: Int32Array.from(ofCell, (unit) => places[unit] ?? -1),
	};
}

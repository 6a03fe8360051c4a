// Codes of the cells that the divisions in force make.
import type { Knex } from "knex";
import type { UnitKind } from "../../planning/city/records.ts";
import { cellLevelOf } from "../../planning/partition/assignCells.ts";
import { Refused } from "../errors.ts";
import { currentLayers } from "./currentLayers.ts";

/** Codes of the units of the finest level. Refused before there are divisions. */
export async function currentCellCodes(db: Knex): Promise<ReadonlySet<string>> {
	const divisions = (await currentLayers(db)).filter(({ kind }) => kind === "divisions");
	const level = cellLevelOf(divisions.map(({ scope }) => ({ kind: scope as UnitKind })));
	const version = divisions.find(({ scope }) => scope === level);
	if (version === undefined)
		throw new Refused("divisions.missing", {
			zh: "还没有区划，例外无处可指。请先导入：jiequan import divisions 文件.geojson --level committee",
			en: "There are no divisions yet for exceptions to name. Import them first: jiequan import divisions FILE.geojson --level committee",
		});
	const codes: string[] = await db("unit_versions")
		.join("units", "units.id", "unit_versions.unit_id")
		.where({ layer_version_id: version.id })
		.pluck("units.code");
	return new Set(codes);
}

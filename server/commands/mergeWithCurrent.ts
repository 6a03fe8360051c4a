// What the layer would hold: the file's records alone, or with what stays of the version in force.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import type { IssueList } from "../../planning/layers/IssueList.ts";
import { Refused } from "../errors.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { loadUnits } from "../queries/loadRecords.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { mergeRecords } from "./mergeRecords.ts";
import type { RecordLayer } from "./recordLayers.ts";

/** Refused when `--within` names no unit, or a layer that has no places. */
export async function mergeWithCurrent<R extends object>(
	connection: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
	{ records, issues }: { records: readonly R[]; issues: IssueList },
): Promise<{ all: readonly R[]; taken: readonly R[] }> {
	if (!request.add && request.within === null) return { all: records, taken: records };
	const { positionOf } = layer;
	if (request.within !== null && positionOf === null) throw placeless();
	if (connection === null) throw new Error("Adding to a layer needs a database.");
	return mergeRecords({
		incoming: records,
		current: await currentRecords(connection, layer, scopesOf(request, layer, records)),
		within: request.within === null ? null : await territoryOf(connection, request.within),
		positionOf,
		identityOf: layer.reader.identityOf,
		issues,
	});
}

/** Records of the versions in force of some scopes. */
export async function currentRecords<R extends object>(
	db: Knex,
	layer: RecordLayer<R>,
	scopes: readonly string[],
): Promise<R[]> {
	const versionIds = (await currentLayers(db))
		.filter(({ kind, scope }) => kind === layer.kind && scopes.includes(scope))
		.map(({ id }) => id);
	return layer.load(db, versionIds);
}

/** The layers that the import touches: the one named by its options, or each category present. */
export function scopesOf<R extends object>(
	request: ImportRequest,
	layer: RecordLayer<R>,
	records: readonly R[],
): string[] {
	const named =
		layer.kind === "divisions"
			? request.level
			: layer.kind === "facilities"
				? request.category
				: "";
	return named !== null ? [named] : [...new Set(records.map(layer.scopeOf))].sort(byCodeUnit);
}

async function territoryOf(db: Knex, code: string): Promise<MultiPolygonRings> {
	const divisions = (await currentLayers(db)).filter(({ kind }) => kind === "divisions");
	const units = await loadUnits(
		db,
		divisions.map(({ id }) => id),
	);
	const unit = units.find((found) => found.code === code);
	if (unit !== undefined) return unit.polygons;
	throw new Refused("unit.unknown", {
		zh: `要替换的范围：没有编码为 ${code} 的单元。请先导入区划，或核对编码（12 位）。`,
		en: `The unit to replace: there is none with the code ${code}. Import divisions first, or check the code (12 digits).`,
	});
}

function placeless(): Refused {
	return new Refused("within.no-place", {
		zh: "连通例外没有自己的位置，不能只替换一个单元。追加，或导入完整的文件。",
		en: "Exceptions have no place of their own and cannot be replaced within one unit: add them, or import the whole file.",
	});
}

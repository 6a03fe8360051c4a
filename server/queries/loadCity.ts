// A city as committed: everything an analysis of one snapshot stands on.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { CellRecord, UnitKind } from "../../planning/city/records.ts";
import type { City } from "../../planning/coverage/analysis.ts";
import type { StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { decodeBarriers, decodeGraph } from "../../planning/wire/streetFiles.ts";
import { getBlob } from "../db/blobs.ts";
import { polygonsOfEwkb } from "../db/ewkb.ts";
import { Refused } from "../errors.ts";
import { type LayerVersion, type StoredLayerKind, snapshotLayers } from "./currentLayers.ts";
import { requireSnapshot, type Snapshot } from "./findSnapshot.ts";
import { loadExceptions } from "./loadExceptions.ts";
import { loadFacilities, loadResidences, loadUnits } from "./loadRecords.ts";
import { openStored } from "./openStored.ts";

export interface LoadedCity {
	readonly city: City;
	readonly snapshot: Snapshot;
	readonly layers: readonly LayerVersion[];
}

/** Load a snapshot. Refused when there is none, or when it has no streets. */
export async function loadCity(db: Knex, which: number | "current"): Promise<LoadedCity> {
	const snapshot = await requireSnapshot(db, which);
	const layers = await snapshotLayers(db, snapshot.id);
	const versionsOf = (kind: StoredLayerKind) =>
		layers.filter((layer) => layer.kind === kind).map(({ id }) => id);
	const city: City = {
		...(await loadStreets(db, layers)),
		units: await loadUnits(db, versionsOf("divisions")),
		cells: await loadCells(db, snapshot.id),
		facilities: await loadFacilities(db, versionsOf("facilities")),
		residences: await loadResidences(db, versionsOf("residences")),
		exceptions: await loadExceptions(db, versionsOf("exceptions")),
	};
	return { city, snapshot, layers };
}

/** The compiled streets of a snapshot's layers. Refused when it has none. */
export async function loadStreets(
	db: Knex,
	layers: readonly LayerVersion[],
): Promise<Pick<City, "graph" | "barriers">> {
	const versionId = layers.find(({ kind }) => kind === "streets")?.id;
	if (versionId === undefined)
		throw new Refused("streets.missing", {
			zh: "还没有路网。请先导入：jiequan import streets 文件.osm.pbf",
			en: "There is no streets layer yet. Import one: jiequan import streets FILE.osm.pbf",
		});
	const stored = await db("street_graphs")
		.where({ layer_version_id: versionId })
		.first("street_graphs.graph_hash", "street_graphs.barriers_hash");
	if (stored === undefined) throw new Error(`Streets version ${versionId} has no graph.`);
	return {
		graph: openStored(decodeGraph, await getBlob(db, stored.graph_hash)),
		barriers: openStored(decodeBarriers, await getBlob(db, stored.barriers_hash)),
	};
}

/** The compiled graph of one version of the streets. */
export async function graphOfVersion(db: Knex, versionId: number): Promise<StreetGraph> {
	const stored = await db("street_graphs")
		.where({ layer_version_id: versionId })
		.first("street_graphs.graph_hash");
	if (stored === undefined) throw new Error(`Streets version ${versionId} has no graph.`);
	return openStored(decodeGraph, await getBlob(db, stored.graph_hash));
}

/** Cells of a snapshot with their units, sorted by code. */
export async function loadCells(db: Knex, snapshotId: number): Promise<CellRecord[]> {
	const { rows: cells } = await db.raw<{ rows: { code: string; geom: string }[] }>(
		"select cells.code, cells.geom from cells where cells.snapshot_id = ?",
		[snapshotId],
	);
	const { rows: assignments } = await db.raw<{
		rows: { cellCode: string; kind: UnitKind; unitCode: string }[];
	}>(
		`
		select
		  assignments.cell_code as "cellCode",
		  assignments.kind,
		  assignments.unit_code as "unitCode"
		from assignments
		where assignments.snapshot_id = ?
		order by assignments.kind
		`,
		[snapshotId],
	);
	const unitsOf = new Map<string, Partial<Record<UnitKind, string>>>();
	for (const { code } of cells) unitsOf.set(code, {});
	for (const { cellCode, kind, unitCode } of assignments) {
		const units = unitsOf.get(cellCode);
		if (units !== undefined) units[kind] = unitCode;
	}
	return cells
		.map(({ code, geom }) => ({
			code,
			polygons: polygonsOfEwkb(geom),
			units: unitsOf.get(code) ?? {},
		}))
		.sort((a, b) => byCodeUnit(a.code, b.code));
}

// Put a built city into a database through the commands that imports use, and make its snapshot.
import type { Knex } from "knex";
import type { City } from "../../../planning/coverage/analysis.ts";
import type { CompiledStreets } from "../../../planning/streets/compileStreets.ts";
import { encodeBarriers, encodeGraph, encodeScenery } from "../../../planning/wire/streetFiles.ts";
import {
	commitLayerVersion,
	type NewLayerVersion,
} from "../../../server/commands/commitLayerVersion.ts";
import { contentHash } from "../../../server/commands/contentHash.ts";
import {
	insertFacilities,
	insertResidences,
	insertUnits,
} from "../../../server/commands/insertRecords.ts";
import { makeSnapshot } from "../../../server/commands/makeSnapshot.ts";
import { putBlob } from "../../../server/db/blobs.ts";

const provenance = {
	sourceName: "scene",
	sourceHash: "scene",
	format: "scene",
	crs: "EPSG:4326",
	encoding: null,
	committedBy: null,
	options: {},
};

export async function commitCity(
	db: Knex,
	city: City,
	streets: CompiledStreets | null,
): Promise<void> {
	await db.transaction(async (trx) => {
		const commit = (
			layer: Pick<NewLayerVersion, "kind" | "scope">,
			records: readonly object[],
			insert: (id: number) => Promise<void>,
		) =>
			commitLayerVersion(trx, {
				...layer,
				contentHash: contentHash(records),
				featureCount: records.length,
				provenance,
				insertContent: insert,
			});
		for (const kind of new Set(city.units.map((unit) => unit.kind))) {
			const units = city.units.filter((unit) => unit.kind === kind);
			await commit({ kind: "divisions", scope: kind }, units, (id) => insertUnits(trx, id, units));
		}
		for (const category of new Set(city.facilities.map((facility) => facility.category))) {
			const doors = city.facilities.filter((facility) => facility.category === category);
			await commit({ kind: "facilities", scope: category }, doors, (id) =>
				insertFacilities(trx, id, doors),
			);
		}
		await commit({ kind: "residences", scope: "" }, city.residences, (id) =>
			insertResidences(trx, id, city.residences),
		);
		if (streets !== null)
			await commit({ kind: "streets", scope: "" }, [streets.report], (id) =>
				insertStreets(trx, id, streets),
			);
		await makeSnapshot(trx);
	});
}

async function insertStreets(
	trx: Knex,
	versionId: number,
	{ graph, barriers, scenery, report }: CompiledStreets,
) {
	await trx("street_graphs").insert({
		layer_version_id: versionId,
		node_count: report.nodes,
		edge_count: report.edges,
		component_count: report.components,
		largest_share_pct: report.largestSharePct,
		dropped: "{}",
		graph_hash: await putBlob(trx, encodeGraph(graph)),
		barriers_hash: await putBlob(trx, encodeBarriers(barriers)),
		scenery_hash: await putBlob(trx, encodeScenery(scenery)),
	});
}

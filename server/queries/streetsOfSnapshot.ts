// The streets layer of a snapshot: which version, where its files are, and how far it reaches.
import { BrokenSeal } from "../../planning/wire/sealedArrays.ts";
import { decodeGraph } from "../../planning/wire/streetFiles.ts";
import { getBlob } from "../db/blobs.ts";
import { remembered } from "./remembered.ts";

export interface SnapshotStreets {
	readonly versionId: number;
	readonly sceneryHash: string;
	/** West, south, east, north of the nodes; null for a graph without any, or one that cannot be read any more. */
	readonly bbox: [number, number, number, number] | null;
}

/** By snapshot number; null when it has no streets. */
export const streetsOfSnapshot = remembered<number, SnapshotStreets | null>(
	4,
	async (db, snapshotId) => {
		const row = await db("snapshot_layers")
			.join("street_graphs", "street_graphs.layer_version_id", "snapshot_layers.layer_version_id")
			.where("snapshot_layers.snapshot_id", snapshotId)
			.first(
				"street_graphs.layer_version_id",
				"street_graphs.graph_hash",
				"street_graphs.scenery_hash",
			);
		if (row === undefined) return null;
		return {
			versionId: row.layer_version_id,
			sceneryHash: row.scenery_hash,
			bbox: bboxOf(await getBlob(db, row.graph_hash)),
		};
	},
);

function bboxOf(graphBytes: Uint8Array): SnapshotStreets["bbox"] {
	const lonLat = nodesOf(graphBytes);
	if (lonLat === null || lonLat.length === 0) return null;
	const bbox: [number, number, number, number] = [180, 90, -180, -90];
	for (let i = 0; i < lonLat.length; i += 2) {
		const [lon, lat] = [lonLat[i] as number, lonLat[i + 1] as number];
		bbox[0] = Math.min(bbox[0], lon);
		bbox[1] = Math.min(bbox[1], lat);
		bbox[2] = Math.max(bbox[2], lon);
		bbox[3] = Math.max(bbox[3], lat);
	}
	return bbox;
}

/** A map without its box is still a map; figures refuse an unreadable graph in words (`openStored`). */
function nodesOf(graphBytes: Uint8Array): Float64Array | null {
	try {
		return decodeGraph(graphBytes).nodeLonLat;
	} catch (error) {
		if (error instanceof BrokenSeal) return null;
		throw error;
	}
}

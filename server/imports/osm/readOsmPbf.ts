// .osm.pbf: blobs → blocks of objects.
import { PbfReader } from "pbf";
import { Refused } from "../../errors.ts";
import type { OnProgress } from "../Progress.ts";
import { decodePrimitiveBlock } from "./decodePrimitiveBlock.ts";
import type { OsmBlock } from "./OsmBlock.ts";
import { brokenPbf, type PbfBlob, pbfBlobs } from "./pbfBlobs.ts";

const UNDERSTOOD = new Set(["OsmSchema-V0.6", "DenseNodes"]);

/** The objects of an .osm.pbf file, a block at a time. Throws Refused on a broken or unsupported file. */
export async function* readOsmPbf(path: string, onProgress?: OnProgress): AsyncIterable<OsmBlock> {
	for await (const blob of pbfBlobs(path, onProgress)) {
		if (blob.type === "OSMHeader") checkFeatures(blob);
		else if (blob.type === "OSMData") yield decode(blob);
	}
}

function decode(blob: PbfBlob): OsmBlock {
	try {
		return decodePrimitiveBlock(blob.bytes);
	} catch (error) {
		throw brokenPbf(blob.offset, (error as Error).message);
	}
}

function checkFeatures(blob: PbfBlob): void {
	const required: string[] = [];
	try {
		new PbfReader(blob.bytes).readFields((field, list, pbf) => {
			if (field === 4) list.push(pbf.readString());
		}, required);
	} catch (error) {
		throw brokenPbf(blob.offset, (error as Error).message);
	}
	const unknown = required.filter((feature) => !UNDERSTOOD.has(feature));
	if (unknown.length > 0)
		throw new Refused("osm.unsupported-feature", {
			zh: `这个 .osm.pbf 文件要求 ${unknown.join("、")}，无法读取（例如带历史版本的文件）。请改用普通的摘录文件。`,
			en: `This .osm.pbf file requires ${unknown.join(", ")}, which is not supported (a history file, for one). Use a plain extract.`,
		});
}

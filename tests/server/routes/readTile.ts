// A vector tile read back by its published layout: layers, and each feature's properties.
import { PbfReader } from "pbf";

type Properties = Record<string, string>;

/** Properties of the features of each layer. */
export function readTile(bytes: Uint8Array): Record<string, Properties[]> {
	const layers: Record<string, Properties[]> = {};
	const tile = new PbfReader(bytes);
	tile.readFields((tag) => {
		if (tag !== 3) return;
		const { name, keys, values, tags } = readLayer(tile);
		layers[name] = tags.map((pairs) => {
			const properties: Properties = {};
			for (let i = 0; i < pairs.length; i += 2)
				properties[keys[pairs[i] as number] as string] = values[pairs[i + 1] as number] as string;
			return properties;
		});
	}, null);
	return layers;
}

function readLayer(tile: PbfReader) {
	const layer = { name: "", keys: [] as string[], values: [] as string[], tags: [] as number[][] };
	const end = tile.readVarint() + tile.pos;
	tile.readFields(
		(tag) => {
			if (tag === 1) layer.name = tile.readString();
			else if (tag === 2)
				layer.tags.push(readMessage(tile, 2, () => tile.readPackedVarint()) ?? []);
			else if (tag === 3) layer.keys.push(tile.readString());
			else if (tag === 4) layer.values.push(readMessage(tile, 1, () => tile.readString()) ?? "");
		},
		null,
		end,
	);
	return layer;
}

/** One field of an embedded message. */
function readMessage<T>(tile: PbfReader, wanted: number, read: () => T): T | undefined {
	let found: T | undefined;
	const end = tile.readVarint() + tile.pos;
	tile.readFields(
		(tag) => {
			if (tag === wanted) found = read();
		},
		null,
		end,
	);
	return found;
}

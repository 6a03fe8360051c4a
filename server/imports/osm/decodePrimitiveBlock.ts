// One OSMData blob: a string table, then groups of nodes (dense or plain), ways and relations, delta-coded.
// Coordinates are whole nanodegrees divided once by 1e9, so they equal the decimal text of the same object in XML.
import { PbfReader } from "pbf";
import type { OsmBlock, OsmMember, OsmNode, OsmRelation, OsmWay, Tags } from "./OsmBlock.ts";

const NANO = 1e9;
const MEMBER_TYPES = ["node", "way", "relation"] as const;

/** Offsets, scale and strings that every object of the block refers to. */
interface Frame {
	readonly strings: readonly string[];
	granularity: number;
	lonOffset: number;
	latOffset: number;
}

interface Objects {
	readonly nodes: OsmNode[];
	readonly ways: OsmWay[];
	readonly relations: OsmRelation[];
}

/** All objects of a block. Throws an Error on bytes that are not a primitive block. */
export function decodePrimitiveBlock(bytes: Uint8Array): OsmBlock {
	const strings: string[] = [];
	const frame: Frame = { strings, granularity: 100, lonOffset: 0, latOffset: 0 };
	const groups: Uint8Array[] = [];

	// Groups wait until the whole frame is known: granularity and offsets come after them.
	new PbfReader(bytes).readFields((field, _, pbf) => {
		if (field === 1)
			pbf.readMessage((entry, list, table) => {
				if (entry === 1) list.push(table.readString());
			}, strings);
		else if (field === 2) groups.push(pbf.readBytes());
		else if (field === 17) frame.granularity = pbf.readVarint();
		else if (field === 19) frame.latOffset = pbf.readVarint(true);
		else if (field === 20) frame.lonOffset = pbf.readVarint(true);
	}, null);

	const objects: Objects = { nodes: [], ways: [], relations: [] };
	for (const group of groups)
		new PbfReader(group).readFields((field, into, pbf) => {
			if (field === 1) into.nodes.push(readNode(pbf, frame));
			else if (field === 2) readDenseNodes(pbf, frame, into.nodes);
			else if (field === 3) into.ways.push(readWay(pbf, frame));
			else if (field === 4) into.relations.push(readRelation(pbf, frame));
		}, objects);
	return objects;
}

function readDenseNodes(pbf: PbfReader, frame: Frame, nodes: OsmNode[]): void {
	const dense = {
		ids: [] as number[],
		lats: [] as number[],
		lons: [] as number[],
		keyValues: [] as number[],
	};
	pbf.readMessage((field, result, message) => {
		if (field === 1) message.readPackedSVarint(result.ids);
		else if (field === 8) message.readPackedSVarint(result.lats);
		else if (field === 9) message.readPackedSVarint(result.lons);
		else if (field === 10) message.readPackedVarint(result.keyValues);
	}, dense);
	const { ids, lats, lons, keyValues } = dense;
	if (lats.length !== ids.length || lons.length !== ids.length)
		throw new Error(`${ids.length} node ids, ${lats.length} latitudes, ${lons.length} longitudes`);

	let id = 0;
	let lat = 0;
	let lon = 0;
	let next = 0; // keys and values of all nodes in one list, each node's ended by 0
	for (let i = 0; i < ids.length; i++) {
		id += ids[i] as number;
		lat += lats[i] as number;
		lon += lons[i] as number;
		let tags: Record<string, string> | null = null;
		while (next < keyValues.length && keyValues[next] !== 0) {
			tags ??= {};
			tags[stringAt(frame, keyValues[next])] = stringAt(frame, keyValues[next + 1]);
			next += 2;
		}
		next++;
		nodes.push({ id, ...position(frame, lon, lat), tags });
	}
}

function readNode(pbf: PbfReader, frame: Frame): OsmNode {
	const node = { id: 0, lat: 0, lon: 0, keys: [] as number[], values: [] as number[] };
	pbf.readMessage((field, result, message) => {
		if (field === 1) result.id = message.readSVarint();
		else if (field === 2) message.readPackedVarint(result.keys);
		else if (field === 3) message.readPackedVarint(result.values);
		else if (field === 8) result.lat = message.readSVarint();
		else if (field === 9) result.lon = message.readSVarint();
	}, node);
	const tags = node.keys.length > 0 ? tagsOf(frame, node.keys, node.values) : null;
	return { id: node.id, ...position(frame, node.lon, node.lat), tags };
}

function readWay(pbf: PbfReader, frame: Frame): OsmWay {
	const way = { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] };
	pbf.readMessage((field, result, message) => {
		if (field === 1) result.id = message.readVarint(true);
		else if (field === 2) message.readPackedVarint(result.keys);
		else if (field === 3) message.readPackedVarint(result.values);
		else if (field === 8) message.readPackedSVarint(result.refs);
	}, way);
	return { id: way.id, tags: tagsOf(frame, way.keys, way.values), refs: summed(way.refs) };
}

function readRelation(pbf: PbfReader, frame: Frame): OsmRelation {
	const relation = {
		id: 0,
		keys: [] as number[],
		values: [] as number[],
		roles: [] as number[],
		refs: [] as number[],
		types: [] as number[],
	};
	pbf.readMessage((field, result, message) => {
		if (field === 1) result.id = message.readVarint(true);
		else if (field === 2) message.readPackedVarint(result.keys);
		else if (field === 3) message.readPackedVarint(result.values);
		else if (field === 8) message.readPackedVarint(result.roles);
		else if (field === 9) message.readPackedSVarint(result.refs);
		else if (field === 10) message.readPackedVarint(result.types);
	}, relation);
	const members = summed(relation.refs).map((ref, i): OsmMember => {
		const type = MEMBER_TYPES[relation.types[i] ?? -1];
		if (type === undefined) throw new Error(`member type ${relation.types[i]}`);
		return { type, ref, role: stringAt(frame, relation.roles[i]) };
	});
	return { id: relation.id, tags: tagsOf(frame, relation.keys, relation.values), members };
}

function summed(deltas: number[]): number[] {
	let sum = 0;
	return deltas.map((delta) => {
		sum += delta;
		return sum;
	});
}

function position(frame: Frame, lon: number, lat: number): { lon: number; lat: number } {
	return {
		lon: (frame.lonOffset + frame.granularity * lon) / NANO,
		lat: (frame.latOffset + frame.granularity * lat) / NANO,
	};
}

function tagsOf(frame: Frame, keys: readonly number[], values: readonly number[]): Tags {
	const tags: Record<string, string> = {};
	for (let i = 0; i < keys.length; i++) tags[stringAt(frame, keys[i])] = stringAt(frame, values[i]);
	return tags;
}

function stringAt(frame: Frame, index: number | undefined): string {
	const text = frame.strings[index ?? -1];
	if (text === undefined) throw new Error(`string ${index} of ${frame.strings.length}`);
	return text;
}

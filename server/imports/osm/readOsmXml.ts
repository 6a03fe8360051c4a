// .osm and .osm.gz: the XML form, streamed through sax; never the whole document in memory.
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import sax from "sax";
import { Refused } from "../../errors.ts";
import { decodeText } from "../decodeText.ts";
import { bytesOf } from "../fileBytes.ts";
import type { OnProgress } from "../Progress.ts";
import type { OsmBlock, OsmMember, OsmNode, OsmRelation, OsmWay } from "./OsmBlock.ts";

const OBJECTS_PER_BLOCK = 8_000;

type Attributes = Readonly<Record<string, string>>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The objects of an .osm or .osm.gz file, some thousands at a time. Throws Refused on a broken file. */
export async function* readOsmXml(
	path: string,
	{ gzipped, onProgress }: { gzipped: boolean; onProgress?: OnProgress | undefined },
): AsyncIterable<OsmBlock> {
	const bytes = gzipped ? gunzipped(path, onProgress) : bytesOf(path, onProgress);
	const objects = new XmlObjects();
	for await (const text of decodeText(bytes, "utf-8")) {
		objects.write(text);
		if (objects.count >= OBJECTS_PER_BLOCK) yield objects.take();
	}
	objects.close();
	yield objects.take();
}

async function* gunzipped(path: string, onProgress?: OnProgress): AsyncIterable<Buffer> {
	const gunzip = createGunzip();
	// The callback form: an error of the source destroys gunzip, and so reaches the loop below.
	pipeline(Readable.from(bytesOf(path, onProgress)), gunzip, () => {});
	try {
		for await (const chunk of gunzip) yield chunk as Buffer;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code?.startsWith("Z_") !== true) throw error;
		const what = `${(error as Error).message}`;
		throw new Refused("file.broken-gzip", {
			zh: `.gz 文件不完整或已损坏（第 ${gunzip.bytesWritten} 字节附近：${what}）。请重新下载或复制。`,
			en: `The .gz file is cut off or broken (near byte ${gunzip.bytesWritten}: ${what}). Fetch or copy it again.`,
		});
	}
}

/** Collects finished objects from sax events. */
class XmlObjects {
	private block: { nodes: OsmNode[]; ways: OsmWay[]; relations: OsmRelation[] } = emptyBlock();
	private readonly parser = sax.parser(true, { trim: false, position: true });
	private sawRoot = false;
	private open: {
		element: string;
		attributes: Attributes;
		tags: Record<string, string>;
		hasTags: boolean;
		refs: number[];
		members: OsmMember[];
	} | null = null;

	constructor() {
		this.parser.onopentag = ({ name, attributes }) => this.onOpen(name, attributes as Attributes);
		this.parser.onclosetag = (name) => this.onClose(name);
		this.parser.onerror = (error) => {
			throw this.broken((error.message.split("\n")[0] ?? "").trim());
		};
	}

	get count(): number {
		return this.block.nodes.length + this.block.ways.length + this.block.relations.length;
	}

	write(text: string): void {
		this.parser.write(text);
	}

	close(): void {
		this.parser.close();
		if (!this.sawRoot) throw notOsm("");
	}

	take(): OsmBlock {
		const taken = this.block;
		this.block = emptyBlock();
		return taken;
	}

	private onOpen(name: string, attributes: Attributes): void {
		if (!this.sawRoot) {
			if (name !== "osm") throw notOsm(name);
			this.sawRoot = true;
		} else if (name === "node" || name === "way" || name === "relation") {
			this.open = { element: name, attributes, tags: {}, hasTags: false, refs: [], members: [] };
		} else if (this.open !== null) this.addDetail(name, attributes);
	}

	private addDetail(name: string, attributes: Attributes): void {
		const { open } = this;
		if (open === null) return;
		if (name === "tag") {
			open.tags[attributes["k"] ?? ""] = attributes["v"] ?? "";
			open.hasTags = true;
		} else if (name === "nd") open.refs.push(this.number(attributes, "ref"));
		else if (name === "member") {
			const type = attributes["type"];
			if (type !== "node" && type !== "way" && type !== "relation")
				throw this.broken(`member type="${type}"`);
			open.members.push({
				type,
				ref: this.number(attributes, "ref"),
				role: attributes["role"] ?? "",
			});
		}
	}

	private onClose(name: string): void {
		const { open } = this;
		if (open === null || open.element !== name) return;
		this.open = null;
		const { attributes, tags } = open;
		if (attributes["action"] === "delete" || attributes["visible"] === "false") return; // edited in JOSM
		const id = this.number(attributes, "id");
		if (name === "way") this.block.ways.push({ id, tags, refs: open.refs });
		else if (name === "relation") this.block.relations.push({ id, tags, members: open.members });
		else {
			const node: Mutable<OsmNode> = {
				id,
				lon: this.number(attributes, "lon"),
				lat: this.number(attributes, "lat"),
				tags: open.hasTags ? tags : null,
			};
			this.block.nodes.push(node);
		}
	}

	private number(attributes: Attributes, name: string): number {
		const text = attributes[name];
		const value = Number(text);
		if (text === undefined || text.trim() === "" || !Number.isFinite(value))
			throw this.broken(`${name}="${text ?? ""}"`);
		return value;
	}

	private broken(what: string): Refused {
		const line = this.parser.line + 1;
		return new Refused("osm.broken", {
			zh: `.osm 文件在第 ${line} 行不完整或有错（${what}）。请重新导出或下载。`,
			en: `The .osm file is cut off or broken at line ${line} (${what}). Export or fetch it again.`,
		});
	}
}

function emptyBlock(): { nodes: OsmNode[]; ways: OsmWay[]; relations: OsmRelation[] } {
	return { nodes: [], ways: [], relations: [] };
}

function notOsm(root: string): Refused {
	return new Refused("osm.not-osm", {
		zh: `这不是 OpenStreetMap 文件：根元素${root === "" ? "缺失" : `是 <${root}>`}，应为 <osm>。`,
		en: `This is not an OpenStreetMap file: ${root === "" ? "it has no root element" : `its root is <${root}>`}, expected <osm>.`,
	});
}

// A ZIP archive of one or several files: every layer of every file in it can be read. Only what is asked for is unpacked.
import type { SourceLayer } from "../../../planning/wire/understanding.ts";
import { Refused } from "../../errors.ts";
import { chosenLayer } from "../chosenLayer.ts";
import type { OnProgress } from "../Progress.ts";
import type { Formats, OpenOptions, SourceFile } from "../SourceFile.ts";
import { type ArchiveMember, archiveMembers } from "./archiveMembers.ts";
import { inflate } from "./inflate.ts";
import { type TemporaryFolder, withFolder } from "./temporaryFolder.ts";
import { unpackedSource } from "./unpackedSource.ts";
import { withZip, zipEntries } from "./zipEntries.ts";

/** Opens the layer that `options` name, or the only one. Throws Refused `archive.…`, `layer.…` and those of the file. */
export async function openZip(
	path: string,
	options: OpenOptions,
	formats: Formats,
): Promise<SourceFile> {
	const members = await membersOf(path);
	const member = memberFor(members, options.layer);
	return withFolder(async (folder) => {
		const main = await unpack(path, member, { folder, onProgress: options.onProgress });
		const layer = members.length === 1 ? options.layer : innerName(member, options.layer);
		const source = await formats.open(main, { ...options, layer });
		const name = options.layer ?? source.layer ?? member.name;
		return unpackedSource(source, folder, { format: source.format, layer: name });
	});
}

/** All layers of all files. The format is that of the files where they share one, else `zip`. */
export async function zipLayers(path: string, options: OpenOptions, formats: Formats) {
	const members = await membersOf(path);
	const found: { format: string; layers: readonly SourceLayer[] }[] = [];
	for (const member of members)
		found.push(await layersOfMember(path, member, { options, formats }));
	const [only] = found;
	const kinds = new Set(found.map(({ format }) => format));
	const format = only !== undefined && kinds.size === 1 ? only.format : "zip";
	const layers = found.flatMap((one, i) => named(one.layers, members[i], members.length));
	return { format, layers };
}

async function membersOf(path: string): Promise<ArchiveMember[]> {
	const members = await withZip(path, async (zip) =>
		archiveMembers((await zipEntries(zip)).map((entry) => entry.path)),
	);
	if (members.length > 0) return members;
	throw new Refused("archive.nothing-inside", {
		zh: "压缩包里没有能读的数据文件（.shp、.geojson、.gpkg、.kml、.fgb、.csv、.xlsx）。",
		en: "The archive holds no data file that can be read (.shp, .geojson, .gpkg, .kml, .fgb, .csv, .xlsx).",
	});
}

/** A member that cannot be read does not hide the others: it is listed, and opening it tells why. */
async function layersOfMember(
	path: string,
	member: ArchiveMember,
	{ options, formats }: { options: OpenOptions; formats: Formats },
) {
	const unknown = {
		format: "?",
		layers: [{ name: member.name, featureCount: null, geometry: null }],
	};
	return withFolder(async (folder) => {
		const main = await unpack(path, member, { folder, onProgress: options.onProgress });
		const found = await formats.layers(main, { ...options, layer: undefined });
		await folder.remove();
		return found;
	}).catch((error: unknown) => {
		if (!(error instanceof Refused) || error.code.startsWith("archive.")) throw error;
		return unknown;
	});
}

/** In an archive of several files, a layer is named after its file, and after itself where the file has more of them. */
function named(
	layers: readonly SourceLayer[],
	member: ArchiveMember | undefined,
	memberCount: number,
): SourceLayer[] {
	if (memberCount === 1 || member === undefined) return [...layers];
	if (layers.length === 1) return layers.map((layer) => ({ ...layer, name: member.name }));
	return layers.map((layer) => ({ ...layer, name: `${member.name}/${layer.name}` }));
}

function memberFor(members: readonly ArchiveMember[], asked: string | undefined): ArchiveMember {
	const [first] = members;
	if (first !== undefined && members.length === 1) return first;
	const found = members.find(
		({ name }) => name === asked || asked?.startsWith(`${name}/`) === true,
	);
	if (found !== undefined) return found;
	const layers = members.map(({ name }) => ({ name, featureCount: null, geometry: null }));
	throw new Error(`Layer ${chosenLayer(layers, asked)} belongs to no file of the archive.`);
}

function innerName({ name }: ArchiveMember, asked: string | undefined): string | undefined {
	return asked === undefined || asked === name ? undefined : asked.slice(name.length + 1);
}

async function* counted(
	chunks: AsyncIterable<Buffer>,
	count: (bytes: number) => void,
): AsyncIterable<Buffer> {
	for await (const chunk of chunks) {
		count(chunk.length);
		yield chunk;
	}
}

async function unpack(
	path: string,
	member: ArchiveMember,
	{ folder, onProgress }: { folder: TemporaryFolder; onProgress: OnProgress | undefined },
): Promise<string> {
	const wanted = new Set([member.path, ...member.beside]);
	return withZip(path, async (zip) => {
		const entries = (await zipEntries(zip)).filter((entry) => wanted.has(entry.path));
		const totalBytes = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
		let bytes = 0;
		const count = (more: number) => {
			bytes += more;
			onProgress?.(bytes, totalBytes);
		};
		let main = "";
		for (const entry of entries) {
			const written = await folder.write(entry.path, counted(inflate(zip, entry), count));
			if (entry.path === member.path) main = written;
		}
		return main;
	});
}

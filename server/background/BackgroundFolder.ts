// PMTiles files that lie beside the data, for the map beneath the map: their heads, and their tiles one by one.
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Header, PMTiles, type RangeResponse, type Source, TileType } from "pmtiles";
import * as z from "zod";
import { Refused } from "../errors.ts";

export interface TileArchive {
	readonly minzoom: number;
	readonly maxzoom: number;
	readonly tileType: "vector" | "raster";
	/** Media type of its tiles. */
	readonly media: string;
	readonly layers: readonly string[];
	readonly attribution: string;
	/** Unpacked bytes of a tile; null where there is none. */
	tile(z: number, x: number, y: number): Promise<Uint8Array | null>;
}

export interface BackgroundFolder {
	/**
	 * An archive by the name of its file. Refused `background.bad-name` for what is no plain name,
	 * `background.no-file`, `background.not-pmtiles`.
	 */
	archive(file: string): Promise<TileArchive>;
}

const MEDIA: Readonly<Record<number, string>> = {
	[TileType.Mvt]: "application/vnd.mapbox-vector-tile",
	[TileType.Png]: "image/png",
	[TileType.Jpeg]: "image/jpeg",
	[TileType.Webp]: "image/webp",
	[TileType.Avif]: "image/avif",
};

const metadataSchema = z.looseObject({
	vector_layers: z.array(z.looseObject({ id: z.string() })).catch([]),
	attribution: z.string().catch(""),
});

/** Archives of a folder; the last one asked for stays open for reading its directories from memory. */
export function openBackgroundFolder(folder: string): BackgroundFolder {
	let last: { key: string; archive: Promise<TileArchive> } | null = null;
	return {
		archive: async (file) => {
			if (!/^[^/\\\p{C}]+$/u.test(file) || /^\.+$/.test(file)) throw badName(file);
			const path = join(folder, file);
			const found = await stat(path).catch(() => null);
			if (!found?.isFile()) throw await noFile(folder, file);
			const key = `${path} ${found.size} ${found.mtimeMs}`; // a file that was replaced is read anew
			if (last?.key === key) return last.archive;
			const archive = readArchive(file, new PMTiles(fileSource(path, key)));
			archive.catch(() => {
				if (last?.archive === archive) last = null;
			});
			last = { key, archive };
			return archive;
		},
	};
}

async function readArchive(file: string, archive: PMTiles): Promise<TileArchive> {
	const { header, metadata } = await headOf(archive).catch(() => {
		throw notPmtiles(file);
	});
	const media = MEDIA[header.tileType];
	if (media === undefined) throw notPmtiles(file);
	return {
		minzoom: header.minZoom,
		maxzoom: header.maxZoom,
		tileType: header.tileType === TileType.Mvt ? "vector" : "raster",
		media,
		layers: metadata.vector_layers.map(({ id }) => id),
		attribution: plainText(metadata.attribution),
		tile: async (z, x, y) => {
			const found = await archive.getZxy(z, x, y);
			return found === undefined ? null : new Uint8Array(found.data);
		},
	};
}

async function headOf(archive: PMTiles): Promise<{
	header: Header;
	metadata: z.output<typeof metadataSchema>;
}> {
	const header = await archive.getHeader();
	return { header, metadata: metadataSchema.parse(await archive.getMetadata()) };
}

function fileSource(path: string, key: string): Source {
	return {
		getKey: () => key,
		getBytes: async (offset, length): Promise<RangeResponse> => {
			const handle = await open(path);
			try {
				const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
				return { data: buffer.buffer.slice(0, bytesRead) };
			} finally {
				await handle.close();
			}
		},
	};
}

/** Attributions are often written as HTML links; the words are what is shown. */
function plainText(html: string): string {
	return html
		.replaceAll(/<[^>]*>/g, "")
		.replaceAll("&copy;", "©")
		.replaceAll("&amp;", "&")
		.trim()
		.slice(0, 200);
}

function badName(file: string): Refused {
	return new Refused("background.bad-name", {
		zh: `“${file}”不是文件名。把文件放进数据目录的 background 文件夹，只写文件名。`,
		en: `“${file}” is not the name of a file. Put the file into the folder background of the data folder and give its name alone.`,
	});
}

async function noFile(folder: string, file: string): Promise<Refused> {
	const names = await readdir(folder).catch(() => []);
	const there = names.filter((name) => name.endsWith(".pmtiles")).slice(0, 10);
	return new Refused("background.no-file", {
		zh: `数据目录的 background 文件夹里没有 ${file}。${there.length > 0 ? `那里有：${there.join("、")}。` : "那里还没有 .pmtiles 文件。"}`,
		en: `The folder background of the data folder has no ${file}. ${there.length > 0 ? `It has: ${there.join(", ")}.` : "It has no .pmtiles file yet."}`,
	});
}

function notPmtiles(file: string): Refused {
	return new Refused("background.not-pmtiles", {
		zh: `${file} 不是能用的 PMTiles（第 3 版，矢量或图片）。换一个文件。`,
		en: `${file} is no PMTiles file that can be used (version 3, vector tiles or pictures). Choose another.`,
	});
}

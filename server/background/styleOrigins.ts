// Which hosts a MapLibre style loads from: a page may only ask hosts that it is allowed, so they are read once, when the
// style is set.
import * as z from "zod";
import { Refused } from "../errors.ts";

const PATIENCE_MS = 10_000;
const LARGEST_BYTES = 8 * 1024 ** 2;

const sourceSchema = z.looseObject({
	url: z.string().optional(),
	tiles: z.array(z.string()).optional(),
	data: z.unknown().optional(),
});
const styleSchema = z.looseObject({
	version: z.literal(8),
	sources: z.record(z.string(), sourceSchema),
	layers: z.array(z.looseObject({ id: z.string(), type: z.string() })),
	sprite: z.union([z.string(), z.array(z.object({ url: z.string() }))]).optional(),
	glyphs: z.string().optional(),
});
const tileJsonSchema = z.looseObject({ tiles: z.array(z.string()) });

/**
 * Origins of a style, of its sources, sprites and glyphs, sorted. Refused `background.bad-url`,
 * `background.unreachable` or `background.not-style`.
 */
export async function styleOrigins(url: string): Promise<string[]> {
	if (originOf(url) === null) throw badUrl(url);
	const parsed = styleSchema.safeParse(await fetchJson(url));
	if (!parsed.success) throw notStyle(url);
	const { sources, sprite, glyphs } = parsed.data;
	const sprites = typeof sprite === "string" ? [sprite] : (sprite ?? []).map((one) => one.url);
	const named = [url, ...sprites, ...(glyphs === undefined ? [] : [glyphs])];
	for (const { url: tileJson, tiles = [], data } of Object.values(sources)) {
		named.push(...tiles);
		if (typeof data === "string") named.push(data);
		if (tileJson !== undefined) named.push(tileJson, ...(await tilesOf(tileJson, url)));
	}
	return [...new Set(named.flatMap((one) => originOf(one, url) ?? []))].sort();
}

/** Tile addresses that a source of its own describes (TileJSON). */
async function tilesOf(tileJson: string, base: string): Promise<string[]> {
	const url = new URL(tileJson, base).href;
	if (originOf(url) === null) throw badUrl(tileJson);
	const parsed = tileJsonSchema.safeParse(await fetchJson(url));
	if (!parsed.success) throw notStyle(url);
	return parsed.data.tiles.map((tile) => new URL(tile, url).href);
}

/** Null for anything but http and https. */
function originOf(text: string, base?: string): string | null {
	if (!URL.canParse(text, base)) return null;
	const { protocol, origin } = new URL(text, base);
	return protocol === "http:" || protocol === "https:" ? origin : null;
}

async function fetchJson(url: string): Promise<unknown> {
	let text: string;
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
		if (!response.ok) throw new Error(`status ${response.status}`);
		text = await textWithin(response, LARGEST_BYTES);
	} catch {
		throw unreachable(url);
	}
	try {
		return JSON.parse(text);
	} catch {
		throw notStyle(url);
	}
}

async function textWithin(response: Response, mostBytes: number): Promise<string> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of response.body ?? []) {
		bytes += piece.length;
		if (bytes > mostBytes) throw new Error(`more than ${mostBytes} bytes`);
		pieces.push(piece);
	}
	return Buffer.concat(pieces).toString();
}

/** Without its query, which may hold a key. */
function shown(url: string): string {
	return url.split(/[?#]/)[0] ?? "";
}

function badUrl(url: string): Refused {
	return new Refused("background.bad-url", {
		zh: `“${shown(url)}”不是 http 或 https 地址。写出样式文件的完整地址。`,
		en: `“${shown(url)}” is not an http or https address. Give the whole address of the style.`,
	});
}

function unreachable(url: string): Refused {
	return new Refused("background.unreachable", {
		zh: `服务器读不到 ${shown(url)}。核对地址、钥匙和网络，再保存。`,
		en: `The server cannot read ${shown(url)}. Check the address, its key and the network.`,
	});
}

function notStyle(url: string): Refused {
	return new Refused("background.not-style", {
		zh: `${shown(url)} 不是 MapLibre 样式（版本 8）。换成样式 JSON 的地址。`,
		en: `${shown(url)} is not a MapLibre style (version 8). Give the address of the style's JSON.`,
	});
}

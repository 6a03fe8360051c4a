// The map beneath the map: what was set, what the browser needs to draw it, and which hosts it may ask for it.
import type { Knex } from "knex";
import * as z from "zod";
import type { Background } from "../../planning/wire/background.ts";
import type { BackgroundFolder, TileArchive } from "../background/BackgroundFolder.ts";
import { tiandituBackground, tiandituOrigins } from "../background/tianditu.ts";
import { Refused } from "../errors.ts";

/** As the settings keep it. */
const storedBackgroundSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("tianditu"), key: z.string() }),
	/** Origins that the style loads from, its own among them. */
	z.object({ kind: z.literal("style"), url: z.string(), origins: z.array(z.string()) }),
	z.object({ kind: z.literal("pmtiles"), file: z.string() }),
]);
export type StoredBackground = z.infer<typeof storedBackgroundSchema>;

export const BACKGROUND_KEY = "background_map";
const HOLDS_MS = 2_000;
const TILES_URL = "/api/background/tiles/{z}/{x}/{y}";

/** Null for none. Refused like the folder when the file that was set is gone. */
export async function backgroundMap(
	db: Knex,
	folder: BackgroundFolder,
): Promise<Background | null> {
	const stored = await storedBackground(db);
	if (stored === null) return null;
	switch (stored.kind) {
		case "tianditu":
			return tiandituBackground(stored.key);
		case "style":
			return { kind: "style", url: stored.url };
		case "pmtiles": {
			const archive = await folder.archive(stored.file);
			const { minzoom, maxzoom, tileType, layers, attribution } = archive;
			return {
				kind: "pmtiles",
				file: stored.file,
				tilesUrl: TILES_URL,
				minzoom,
				maxzoom,
				tileType,
				layers: [...layers],
				attribution,
			};
		}
	}
}

interface KnownOrigins {
	readonly origins: Promise<readonly string[]>;
	readonly untilMs: number;
}
const known = new WeakMap<Knex, KnownOrigins>();

/**
 * Origins beyond our own that a page may ask for pictures and tiles. Every page and script asks: what was read less than
 * two seconds ago holds still. None while the database is away, so that the page that says so still comes.
 */
export async function pageOrigins(db: Knex): Promise<readonly string[]> {
	const last = known.get(db);
	if (last !== undefined && Date.now() < last.untilMs) return last.origins;
	const origins = originsNow(db).catch(() => []);
	known.set(db, { origins, untilMs: Date.now() + HOLDS_MS });
	return origins;
}

/** Another background was set: the next page is asked anew. */
export function forgetOrigins(db: Knex): void {
	known.delete(db);
}

async function originsNow(db: Knex): Promise<readonly string[]> {
	const stored = await storedBackground(db);
	if (stored?.kind === "tianditu") return tiandituOrigins();
	return stored?.kind === "style" ? stored.origins : [];
}

/** A tile of the file that was set. Refused 404 `background.no-tile` where there is none. */
export async function backgroundTile(
	db: Knex,
	folder: BackgroundFolder,
	{ z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
): Promise<{ readonly media: string; readonly bytes: Uint8Array }> {
	const stored = await storedBackground(db);
	if (stored?.kind !== "pmtiles") throw noTile();
	const archive: TileArchive = await folder.archive(stored.file);
	const bytes = await archive.tile(z, x, y);
	if (bytes === null) throw noTile();
	return { media: archive.media, bytes };
}

async function storedBackground(db: Knex): Promise<StoredBackground | null> {
	const row: { value: unknown } | undefined = await db("settings")
		.where({ key: BACKGROUND_KEY })
		.first("settings.value");
	return row === undefined ? null : storedBackgroundSchema.parse(row.value);
}

function noTile(): Refused {
	return new Refused(
		"background.no-tile",
		{ zh: "背景地图在这里没有图块。", en: "The background map has no tile here." },
		{ status: 404 },
	);
}

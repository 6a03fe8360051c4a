// A PMTiles file written by hand, as version 3 of its specification lays it out: header, root directory, metadata, tiles.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { zxyToTileId } from "pmtiles";

const HEADER_BYTES = 127;
const GZIP = 2;

interface ArchiveOptions {
	/** 1 vector, 2 PNG. */
	readonly tileType?: number;
	readonly metadata?: object;
	readonly minZoom?: number;
	readonly maxZoom?: number;
}

/** Writes a file of the background folder beside `filesFolder`; tiles by `z/x/y`, packed in the file. */
export function writeArchive(
	filesFolder: string,
	file: string,
	tiles: Readonly<Record<string, Uint8Array>>,
	options: ArchiveOptions = {},
): void {
	const folder = join(dirname(filesFolder), "background");
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, file), archiveBytes(tiles, options));
}

function archiveBytes(
	tiles: Readonly<Record<string, Uint8Array>>,
	{ tileType = 1, metadata = {}, minZoom = 0, maxZoom = 14 }: ArchiveOptions,
): Buffer {
	const entries = Object.entries(tiles)
		.map(([address, bytes]) => {
			const [z = 0, x = 0, y = 0] = address.split("/").map(Number);
			return { id: zxyToTileId(z, x, y), bytes: gzipSync(bytes) };
		})
		.sort((a, b) => a.id - b.id);
	const root = gzipSync(directoryOf(entries));
	const words = gzipSync(JSON.stringify(metadata));
	const packed = Buffer.concat(entries.map(({ bytes }) => bytes));
	const metadataAt = HEADER_BYTES + root.length;
	const dataAt = metadataAt + words.length;
	const header = Buffer.alloc(HEADER_BYTES);
	header.write("PMTiles", 0);
	header.writeUInt8(3, 7);
	const places = [
		HEADER_BYTES,
		root.length,
		metadataAt,
		words.length,
		dataAt,
		0,
		dataAt,
		packed.length,
	];
	for (const [i, value] of [...places, ...Array(3).fill(entries.length)].entries())
		header.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
	header.set([1, GZIP, GZIP, tileType, minZoom, maxZoom], 96);
	return Buffer.concat([header, root, words, packed]);
}

/** Columns of numbers: how many, steps between ids, runs, lengths, and offsets, where 0 is "right behind the last". */
function directoryOf(
	entries: readonly { readonly id: number; readonly bytes: Uint8Array }[],
): Buffer {
	const steps = entries.map(({ id }, i) => id - (entries[i - 1]?.id ?? 0));
	const lengths = entries.map(({ bytes }) => bytes.length);
	const offsets = entries.map((_, i) => (i === 0 ? 1 : 0));
	const numbers = [entries.length, ...steps, ...entries.map(() => 1), ...lengths, ...offsets];
	return Buffer.from(numbers.flatMap(varint));
}

function varint(value: number): number[] {
	return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}

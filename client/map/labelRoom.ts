// From which zoom on the name of a unit can find room beside those of more people. MapLibre lays out and compares every
// label it is given, in every frame: of six thousand in sight, of which a few hundred fit, it is given those that may. Pure.
import { NAME_PX } from "./labelLayers.ts";

export interface Named {
	readonly name: string;
	readonly lon: number;
	readonly lat: number;
	/** Larger is placed first. */
	readonly weight: number;
}

/** Below the first all compete as on it; names without room on the last are tried from the next on. */
const ZOOMS: Readonly<Record<"first" | "last", number>> = { first: 6, last: 17 };
const WORLD_PX = 512;
/** What MapLibre keeps free around a text, and the height of its line. */
const PADDING_PX = 5;
const LINE_PX = NAME_PX * 1.2 + 2 * PADDING_PX;
/** Of a letter's height. */
const LATIN_WIDTH = 0.5;
const BUCKETS = 1 << 13;

/** A whole zoom for each name: 0 where it has room from the first on. */
export function zoomsWithRoom(labels: readonly Named[]): Uint8Array {
	const ranked = labels.map((_, i) => i).sort((a, b) => weightOf(labels, b) - weightOf(labels, a));
	const boxes = boxesOf(ranked.flatMap((label) => labels[label] ?? []));
	const zooms = new Uint8Array(labels.length).fill(ZOOMS.last + 1);
	for (let zoom = ZOOMS.last; zoom >= ZOOMS.first; zoom--)
		// a tile is shown until its map is twice as large: what may fit then is given
		for (const rank of thinned(boxes, 2 ** (zoom + 1)))
			zooms[ranked[rank] ?? 0] = zoom === ZOOMS.first ? 0 : zoom;
	return zooms;
}

function weightOf(labels: readonly Named[], index: number): number {
	return labels[index]?.weight ?? 0;
}

/** Middles in the flat world of zoom 0, and widths in px of the screen. */
interface Boxes {
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly widthPx: Float64Array;
}

function boxesOf(labels: readonly Named[]): Boxes {
	return {
		x: Float64Array.from(labels, ({ lon }) => (WORLD_PX * (lon + 180)) / 360),
		y: Float64Array.from(labels, ({ lat }) => {
			const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
			return (WORLD_PX * (1 - north / Math.PI)) / 2;
		}),
		widthPx: Float64Array.from(labels, ({ name }) => {
			const letters = [...name].reduce((sum, one) => sum + (one < "\u2e80" ? LATIN_WIDTH : 1), 0);
			return letters * NAME_PX + 2 * PADDING_PX;
		}),
	};
}

/** Those that keep clear of all before them, each as large as on the screen. */
function thinned({ x, y, widthPx }: Boxes, scale: number): number[] {
	const placed: number[] = [];
	// whatever meets a box lies in its cell or in one around it; cells far apart may share a bucket, which costs a look
	const cellPx = widthPx.reduce((most, width) => Math.max(most, width), 1);
	const last = new Int32Array(BUCKETS).fill(-1);
	const before = new Int32Array(x.length);
	const bucketOf = (column: number, row: number) =>
		(Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)) & (BUCKETS - 1);

	const isTaken = (at: number, column: number, row: number) => {
		for (let near = 0; near < 9; near++) {
			const bucket = bucketOf(column - 1 + (near % 3), row - 1 + Math.floor(near / 3));
			for (let other = last[bucket] ?? -1; other >= 0; other = before[other] ?? -1) {
				const apartPx = ((widthPx[at] ?? 0) + (widthPx[other] ?? 0)) / 2;
				const isBeside = Math.abs((x[at] ?? 0) - (x[other] ?? 0)) * scale >= apartPx;
				if (!isBeside && Math.abs((y[at] ?? 0) - (y[other] ?? 0)) * scale < LINE_PX) return true;
			}
		}
		return false;
	};
	for (let at = 0; at < x.length; at++) {
		const column = Math.floor(((x[at] ?? 0) * scale) / cellPx);
		const row = Math.floor(((y[at] ?? 0) * scale) / LINE_PX);
		if (isTaken(at, column, row)) continue;
		placed.push(at);
		const bucket = bucketOf(column, row);
		before[at] = last[bucket] ?? -1;
		last[bucket] = at;
	}
	return placed;
}

// Which ring lies in which, and which are trifles.
import type { Ring } from "./contours.ts";

/** A ring with its box; `area` is positive when it turns left. */
interface Boxed {
	readonly ring: Ring;
	readonly area: number;
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
}

/** Street nodes in cells, and whether they are reached. */
export interface NodesAt {
	/** column, row of each. */
	readonly at: Float64Array;
	readonly isReached: Uint8Array;
}

/** Rings but holes under `minArea` without unreached nodes and islands under it without reached ones. */
export function withoutTrifles(rings: readonly Ring[], nodes: NodesAt, minArea: number): Ring[] {
	const [unreached, reached, firstPoints] = [new Bins(), new Bins(), new Bins()];
	nodes.isReached.forEach((isReached, node) => {
		(isReached === 1 ? reached : unreached).add(nodes.at[2 * node], nodes.at[2 * node + 1]);
	});
	for (const [x, y] of rings) firstPoints.add(x, y);
	return rings.filter((ring) => {
		const boxed = boxedRing(ring);
		if (Math.abs(boxed.area) >= minArea) return true;
		const wanted = boxed.area > 0 ? reached : unreached;
		// a ring with another in it stays, or the other would lie in the wrong kind of land
		const isOther = (x: number, y: number) => x !== ring[0] || y !== ring[1];
		return wanted.hasIn(boxed) || firstPoints.hasIn(boxed, isOther);
	});
}

/** Polygons, the largest first: each outer ring and the holes that lie directly in it. */
export function nested(rings: readonly Ring[]): Ring[][] {
	const boxed = rings.map(boxedRing);
	const outers = boxed
		.filter(({ area }) => area > 0)
		.sort((a, b) => a.area - b.area)
		.map((outer) => ({ outer, polygon: [outer.ring] }));
	for (const { ring, area } of boxed) {
		if (area > 0) continue;
		const [x, y] = ring;
		const around = outers.filter(({ outer }) => isInBox(outer, x, y));
		// every hole lies in an outer ring, so the last one that is left needs no proof
		const home = around.find(
			({ outer }, i) => i === around.length - 1 || isInside(outer.ring, x, y),
		);
		if (home === undefined) throw new Error(`The hole at ${x}, ${y} lies in no outer ring.`);
		home.polygon.push(ring);
	}
	return outers.reverse().map(({ polygon }) => polygon);
}

function boxedRing(ring: Ring): Boxed {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	let sum = 0;
	let [x, y] = ring.slice(-2);
	for (let i = 0; i < ring.length; i += 2) {
		const [nextX, nextY] = [ring[i], ring[i + 1]];
		sum += x * nextY - nextX * y;
		west = Math.min(west, nextX);
		east = Math.max(east, nextX);
		south = Math.min(south, nextY);
		north = Math.max(north, nextY);
		x = nextX;
		y = nextY;
	}
	return { ring, area: sum / 2, west, south, east, north };
}

function isInBox({ west, south, east, north }: Boxed, x: number, y: number): boolean {
	return x >= west && x <= east && y >= south && y <= north;
}

function isInside(ring: Ring, px: number, py: number): boolean {
	let inside = false;
	let x = ring[ring.length - 2];
	let y = ring[ring.length - 1];
	for (let i = 0; i < ring.length; i += 2) {
		const nextX = ring[i];
		const nextY = ring[i + 1];
		if (y > py !== nextY > py && px < ((nextX - x) * (py - y)) / (nextY - y) + x) inside = !inside;
		x = nextX;
		y = nextY;
	}
	return inside;
}

const BIN_CELLS = 16;
const BINS_PER_ROW = 0x1_0000;

/** Points by squares of 16 cells. */
class Bins {
	private readonly bins = new Map<number, number[]>();

	add(x: number, y: number): void {
		const key = binOf(y) * BINS_PER_ROW + binOf(x);
		const bin = this.bins.get(key);
		if (bin === undefined) this.bins.set(key, [x, y]);
		else bin.push(x, y);
	}

	/** Does any wanted point lie in the ring? */
	hasIn(boxed: Boxed, isWanted: (x: number, y: number) => boolean = () => true): boolean {
		for (let row = binOf(boxed.south); row <= binOf(boxed.north); row++)
			for (let column = binOf(boxed.west); column <= binOf(boxed.east); column++) {
				const bin = this.bins.get(row * BINS_PER_ROW + column) ?? [];
				for (let i = 0; i < bin.length; i += 2)
					if (
						isInBox(boxed, bin[i], bin[i + 1]) &&
						isWanted(bin[i], bin[i + 1]) &&
						isInside(boxed.ring, bin[i], bin[i + 1])
					)
						return true;
			}
		return false;
	}
}

function binOf(cell: number): number {
	return Math.floor(cell / BIN_CELLS);
}

// Fewer points in rings, nothing else changed: a point goes when the sliver between it and its neighbours is small and
// holds neither another ring point nor a street node. So rings stay simple and apart, and every node stays on its side.
// After M. Visvalingam & J. D. Whyatt 1993, with the emptiness test added.
import type { Ring } from "./contours.ts";

/** Slivers up to these areas go, in this order; square metres. */
const SLIVERS_M2 = [1, 2, 4, 8, 16];
/** What lies this near to a sliver counts as in it, so that rounding to centimetres keeps everything apart. */
const CLEARANCE_M = 0.25;
/** A ring keeps at least this many points. */
const FEWEST = 4;

/** Rings in cells of `cellM`, and the street nodes (column, row …) that must keep their side. */
export function thinRings(rings: readonly Ring[], cellM: number, nodes: Float64Array): Ring[] {
	const obstacles = new Obstacles(nodes);
	for (const ring of rings)
		for (let i = 0; i < ring.length; i += 2) obstacles.add(ring[i], ring[i + 1]);
	const clearance = CLEARANCE_M / cellM;
	let thinned = [...rings];
	for (const sliverM2 of SLIVERS_M2)
		thinned = thinned.map((ring) => thinned1(ring, sliverM2 / cellM ** 2, obstacles, clearance));
	return thinned;
}

function thinned1(ring: Ring, maxArea: number, obstacles: Obstacles, clearance: number): Ring {
	let left = ring.length / 2;
	const kept: Ring = [];
	for (let i = 0; i < ring.length; i += 2) {
		const [x, y] = [ring[i], ring[i + 1]];
		const isFirst = kept.length === 0;
		const triangle: Triangle = [
			isFirst ? ring[ring.length - 2] : kept[kept.length - 2],
			isFirst ? ring[ring.length - 1] : kept[kept.length - 1],
			x,
			y,
			i + 2 < ring.length ? ring[i + 2] : (kept[0] ?? ring[0]),
			i + 2 < ring.length ? ring[i + 3] : (kept[1] ?? ring[1]),
		];
		const isSliver = Math.abs(doubleArea(triangle)) <= 2 * maxArea;
		if (left > FEWEST && isSliver && obstacles.areNone(triangle, clearance)) {
			obstacles.remove(x, y);
			left--;
		} else kept.push(x, y);
	}
	return kept;
}

/** Three points: x, y of each; the middle one is the one that would go. */
type Triangle = readonly [number, number, number, number, number, number];

function doubleArea([ax, ay, bx, by, cx, cy]: Triangle): number {
	return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Points by the cell they lie in. */
class Obstacles {
	private readonly cells = new Map<number, number[]>();

	constructor(points: Float64Array) {
		for (let i = 0; i < points.length; i += 2) this.add(points[i], points[i + 1]);
	}

	add(x: number, y: number): void {
		const key = keyOf(Math.floor(x), Math.floor(y));
		const cell = this.cells.get(key);
		if (cell === undefined) this.cells.set(key, [x, y]);
		else cell.push(x, y);
	}

	remove(x: number, y: number): void {
		const cell = this.cells.get(keyOf(Math.floor(x), Math.floor(y))) ?? [];
		for (let i = 0; i < cell.length; i += 2)
			if (cell[i] === x && cell[i + 1] === y) {
				cell.splice(i, 2);
				return;
			}
	}

	/** Does no point but its own corners lie in the triangle or within `clearance` of it? */
	areNone(triangle: Triangle, clearance: number): boolean {
		const [ax, ay, bx, by, cx, cy] = triangle;
		const lastColumn = Math.floor(Math.max(ax, bx, cx) + clearance);
		const lastRow = Math.floor(Math.max(ay, by, cy) + clearance);
		for (let row = Math.floor(Math.min(ay, by, cy) - clearance); row <= lastRow; row++)
			for (
				let column = Math.floor(Math.min(ax, bx, cx) - clearance);
				column <= lastColumn;
				column++
			) {
				const cell = this.cells.get(keyOf(column, row));
				if (cell === undefined) continue;
				for (let i = 0; i < cell.length; i += 2) {
					const [x, y] = [cell[i], cell[i + 1]];
					const isCorner =
						(x === ax && y === ay) || (x === bx && y === by) || (x === cx && y === cy);
					if (!isCorner && isNear(triangle, x, y, clearance)) return false;
				}
			}
		return true;
	}
}

function keyOf(column: number, row: number): number {
	return row * 0x10_0000 + column;
}

/** In the triangle or within `clearance` of the lines of all its sides on the outer side. */
function isNear([ax, ay, bx, by, cx, cy]: Triangle, x: number, y: number, clearance: number) {
	const turn = doubleArea([ax, ay, bx, by, cx, cy]) < 0 ? -1 : 1;
	return (
		turn * leftOf(ax, ay, bx, by, x, y) >= -clearance &&
		turn * leftOf(bx, by, cx, cy, x, y) >= -clearance &&
		turn * leftOf(cx, cy, ax, ay, x, y) >= -clearance
	);
}

/** Distance of a point to the left of the line a → b. */
function leftOf(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
	const length = Math.hypot(bx - ax, by - ay);
	return length === 0 ? 0 : ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
}

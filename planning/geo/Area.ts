// An area made ready for comparing with others: its polygons with all their edges in a tree.
import Flatbush from "flatbush";
import { EdgeList } from "./EdgeList.ts";
import { eachPiece } from "./strips.ts";

/** Rings as x, y, x, y …; closed or not, any direction; inside is where an odd number of rings lie around. */
export type PlanarPolygon = readonly ArrayLike<number>[];
export type Box = readonly [west: number, south: number, east: number, north: number];

/** What two areas have in common, and what only the first has; a place is in the largest piece, null in none. */
export interface Overlay {
	readonly shared: number;
	readonly sharedAt: readonly [x: number, y: number] | null;
	readonly onlyFirst: number;
	readonly onlyFirstAt: readonly [x: number, y: number] | null;
}

interface EdgeTree {
	/** x, y of both ends of each edge. */
	readonly ends: Float64Array;
	readonly tree: Flatbush;
}

const scratch = new EdgeList();

export class Area {
	readonly box: Box;
	private readonly polygons: readonly EdgeTree[];

	constructor(polygons: readonly PlanarPolygon[]) {
		this.polygons = polygons.flatMap((rings) => edgeTree(rings) ?? []);
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (const { tree } of this.polygons) {
			west = Math.min(west, tree.minX);
			south = Math.min(south, tree.minY);
			east = Math.max(east, tree.maxX);
			north = Math.max(north, tree.maxY);
		}
		this.box = [west, south, east, north];
	}

	/** Does any edge come near a box? */
	hasEdgeIn(box: Box): boolean {
		return this.polygons.some(({ tree }) => tree.search(...box).length > 0);
	}

	/** Is a point inside? Points of an edge may count as either. */
	contains(x: number, y: number): boolean {
		return this.polygons.some((polygon) => isOddBelow(polygon, x, y));
	}

	/** Compare with another area, by strips over this one. Rounding: about 1e-12 of the box of this one. */
	overlay(other: Area): Overlay {
		const [west, south, east] = this.box;
		const near = other.polygons.filter(({ tree }) => meets(tree, this.box));
		const passes: number[] = [];
		scratch.clear();
		this.polygons.forEach(({ ends }, which) => {
			for (let i = 0; i < ends.length; i += 4)
				scratch.add(
					ends[i] - west,
					ends[i + 1] - south,
					ends[i + 2] - west,
					ends[i + 3] - south,
					which,
				);
		});
		near.forEach((polygon, i) => {
			addEdgesAbove(polygon, this.box, this.polygons.length + i, passes);
		});
		const shared = { area: 0, largest: 0, x: 0, y: 0 };
		const onlyFirst = { area: 0, largest: 0, x: 0, y: 0 };
		const strips = {
			firstCount: this.polygons.length,
			polygonCount: this.polygons.length + near.length,
			west: 0,
			east: east - west,
			passes,
			isInsideBelow: (which: number, x: number) =>
				isOddBelow(near[which - this.polygons.length], x + west, south),
		};
		eachPiece(scratch, strips, (isInOther, area, x, y) => {
			const kind = isInOther ? shared : onlyFirst;
			kind.area += area;
			if (area <= kind.largest) return;
			kind.largest = area;
			kind.x = x + west;
			kind.y = y + south;
		});
		const placeOf = ({ largest, x, y }: typeof shared) => (largest > 0 ? ([x, y] as const) : null);
		return {
			shared: shared.area,
			sharedAt: placeOf(shared),
			onlyFirst: onlyFirst.area,
			onlyFirstAt: placeOf(onlyFirst),
		};
	}
}

function edgeTree(rings: PlanarPolygon): EdgeTree | null {
	const ends: number[] = [];
	for (const ring of rings)
		for (let i = 0; i < ring.length; i += 2) {
			const before = i === 0 ? ring.length - 2 : i - 2;
			if (ring[i] === ring[before] && ring[i + 1] === ring[before + 1]) continue;
			ends.push(ring[before], ring[before + 1], ring[i], ring[i + 1]);
		}
	if (ends.length === 0) return null;
	const tree = new Flatbush(ends.length / 4);
	for (let i = 0; i < ends.length; i += 4)
		tree.add(
			Math.min(ends[i], ends[i + 2]),
			Math.min(ends[i + 1], ends[i + 3]),
			Math.max(ends[i], ends[i + 2]),
			Math.max(ends[i + 1], ends[i + 3]),
		);
	tree.finish();
	return { ends: Float64Array.from(ends), tree };
}

function meets({ minX, minY, maxX, maxY }: Flatbush, [west, south, east, north]: Box): boolean {
	return minX < east && maxX > west && minY < north && maxY > south;
}

/** Do an odd number of edges lie below a point? */
function isOddBelow({ ends, tree }: EdgeTree, x: number, y: number): boolean {
	let isOdd = false;
	tree.search(x, -Infinity, x, y, (edge) => {
		const [ax, ay, bx, by] = ends.subarray(4 * edge, 4 * edge + 4);
		if (ax < x !== bx < x && ay + ((by - ay) * (x - ax)) / (bx - ax) < y) isOdd = !isOdd;
		return false;
	});
	return isOdd;
}

/** Edges near a box, without what lies below it; where one comes up through its bottom line, a pass. */
function addEdgesAbove({ ends, tree }: EdgeTree, box: Box, which: number, passes: number[]): void {
	const [west, south] = box;
	tree.search(...box, (edge) => {
		const ax = ends[4 * edge] - west;
		const ay = ends[4 * edge + 1] - south;
		const bx = ends[4 * edge + 2] - west;
		const by = ends[4 * edge + 3] - south;
		if (ay >= 0 && by >= 0) scratch.add(ax, ay, bx, by, which);
		else if (ay >= 0 || by >= 0) {
			const x = ax + ((bx - ax) * -ay) / (by - ay);
			passes.push(x, which);
			if (ay >= 0) scratch.add(ax, ay, x, 0, which);
			else scratch.add(x, 0, bx, by, which);
		}
		return false;
	});
}

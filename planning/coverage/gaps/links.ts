// Which residences lie close enough to be of one cluster: the same for all categories, found once per residence layer.
import { PointGrid } from "../../city/pointGrid.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import { type BarrierIndex, barrierBetween } from "../../streets/barrierIndex.ts";

const LINK_MIN_M = 150;
const LINK_SPACINGS = 1.5;

/** Pairs of near residences with no barrier between them. */
export interface Links {
	/** max(150 m, 1.5 × the median nearest-neighbour spacing of the residence layer). */
	readonly linkM: number;
	/** Each pair at its smaller residence r: `other[first[r] … first[r + 1] − 1]`. */
	readonly first: Uint32Array;
	readonly other: Uint32Array;
}

/** Residences `from … to − 1`. */
export type Range = readonly [from: number, to: number];

/** Links of some residences: how many each has, and to whom. */
export interface LinksPart {
	readonly count: Uint32Array;
	readonly other: Uint32Array;
}

/** All links of residences (lon, lat of each). */
export function linksOf(lonLat: Float64Array, barriers: BarrierIndex): Links {
	const grid = linkGrid(lonLat);
	const everybody: Range = [0, lonLat.length / 2];
	const linkM = linkMetres([spacingsIn(grid, lonLat, everybody)]);
	return joinLinks(linkM, [linksIn(grid, lonLat, { linkM, barriers }, everybody)]);
}

export function linkGrid(lonLat: Float64Array): PointGrid {
	return new PointGrid(lonLat, LINK_MIN_M);
}

/** Metres from each residence of a range to its nearest neighbour. */
export function spacingsIn(grid: PointGrid, lonLat: Float64Array, [from, to]: Range): Float64Array {
	if (lonLat.length < 4) return new Float64Array(0);
	const spacings = new Float64Array(to - from);
	for (let i = from; i < to; i++) {
		const near = grid.nearestOther(i);
		spacings[i - from] = distanceM(
			[lonLat[2 * i], lonLat[2 * i + 1]],
			[lonLat[2 * near], lonLat[2 * near + 1]],
		);
	}
	return spacings;
}

/** The link distance that these spacings ask for. */
export function linkMetres(parts: readonly Float64Array[]): number {
	const spacings = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
	let used = 0;
	for (const part of parts) {
		spacings.set(part, used);
		used += part.length;
	}
	if (used === 0) return LINK_MIN_M;
	spacings.sort();
	const medianM = (spacings[(used - 1) >> 1] + spacings[used >> 1]) / 2;
	return Math.max(LINK_MIN_M, LINK_SPACINGS * medianM);
}

/** Links of a range of residences. */
export function linksIn(
	grid: PointGrid,
	lonLat: Float64Array,
	{ linkM, barriers }: { readonly linkM: number; readonly barriers: BarrierIndex },
	[from, to]: Range,
): LinksPart {
	const count = new Uint32Array(to - from);
	const other: number[] = [];
	for (let residence = from; residence < to; residence++) {
		const place = [lonLat[2 * residence], lonLat[2 * residence + 1]] as const;
		grid.within(place[0], place[1], linkM, (near) => {
			if (near <= residence) return;
			if (barrierBetween(barriers, place, [lonLat[2 * near], lonLat[2 * near + 1]]) >= 0) return;
			other.push(near);
			count[residence - from]++;
		});
	}
	return { count, other: Uint32Array.from(other) };
}

/** Parts of all residences, in their order. */
export function joinLinks(linkM: number, parts: readonly LinksPart[]): Links {
	const residences = parts.reduce((sum, { count }) => sum + count.length, 0);
	const first = new Uint32Array(residences + 1);
	const other = new Uint32Array(parts.reduce((sum, part) => sum + part.other.length, 0));
	let [residence, used] = [0, 0];
	for (const part of parts) {
		other.set(part.other, used);
		for (const count of part.count) {
			used += count;
			first[++residence] = used;
		}
	}
	return { linkM, first, other };
}

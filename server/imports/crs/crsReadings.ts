// Which coordinate systems the numbers themselves allow: degrees, Gauss–Krüger metres with or without zone number,
// Web Mercator, UTM, local grids; each in both orders of the two numbers.
import { CHINESE_GRIDS } from "./chineseGrids.ts";
import type { LocalGrid } from "./LocalGrid.ts";

export type Numbers = readonly [x: number, y: number];
export type Range = readonly [low: number, high: number];

/** A way to read the numbers. */
export interface Reading {
	readonly crs: string;
	readonly isSwapped: boolean;
}

/** Coordinates of a file as they stand there: for each feature looked at, some of its positions. */
export interface CrsSample {
	readonly features: readonly (readonly Numbers[])[];
	/** What the features are, for the words. */
	readonly noun: "areas" | "lines" | "points" | "rows";
}

/** Share of the features left out at each end, so that an empty (0, 0) does not hide what the rest say. */
const TRIMMED = 0.05;

/** Where most of the first and the second numbers lie. */
export function rangesOf({ features }: CrsSample): { x: Range; y: Range } {
	const firsts = features.flatMap((positions) => positions[0] ?? []);
	const xs = features.flatMap((positions) => (positions[0] === undefined ? [] : [positions[0][0]]));
	const ys = features.flatMap((positions) => (positions[0] === undefined ? [] : [positions[0][1]]));
	if (firsts.length === 0) return { x: [Number.NaN, Number.NaN], y: [Number.NaN, Number.NaN] };
	return { x: trimmed(xs), y: trimmed(ys) };
}

/** Readings that the numbers allow, the usual ones first. Those of local grids need a city to be judged by. */
export function readingsOf(sample: CrsSample, localGrids: readonly LocalGrid[]): Reading[] {
	const { x, y } = rangesOf(sample);
	if (!Number.isFinite(x[0]) || !Number.isFinite(y[0])) return [];
	const bothOrders = (named: (east: Range, north: Range) => string[]): Reading[] => [
		...named(x, y).map((crs) => ({ crs, isSwapped: false })),
		...named(y, x).map((crs) => ({ crs, isSwapped: true })),
	];
	const degrees = bothOrders(inDegrees);
	return [
		...(isChineseBackwards(x, y) ? degrees.reverse() : degrees),
		...bothOrders(inZones),
		...bothOrders(withoutZones),
		...bothOrders(inWebMercator),
		...bothOrders(inUtm),
		...bothOrders(() => localGrids.map(({ name }) => `local:${name}`)),
	];
}

function inDegrees(lon: Range, lat: Range): string[] {
	return within(lon, [-180, 180]) && within(lat, [-90, 90]) ? ["EPSG:4326"] : [];
}

/** Latitude first, of a place in China. */
function isChineseBackwards(x: Range, y: Range): boolean {
	return within(x, [3, 54]) && within(y, [73, 136]);
}

/** 40,512,345 is zone 40: the meridian of 120° E. */
function inZones(east: Range, north: Range): string[] {
	if (!isNorthing(north)) return [];
	return CHINESE_GRIDS.filter(
		({ datum, falseEastingM }) =>
			datum === "cgcs2000" &&
			falseEastingM > 1_000_000 &&
			within(east, [falseEastingM - HALF_ZONE_M, falseEastingM + HALF_ZONE_M]),
	).map(({ epsg }) => `EPSG:${epsg}`);
}

/** 512,345: any meridian. */
function withoutZones(east: Range, north: Range): string[] {
	if (!isNorthing(north) || !within(east, BARE_EASTING)) return [];
	return CHINESE_GRIDS.filter(
		({ datum, widthDeg, falseEastingM }) =>
			datum === "cgcs2000" && widthDeg === 3 && falseEastingM < 1_000_000,
	).map(({ epsg }) => `EPSG:${epsg}`);
}

function inUtm(east: Range, north: Range): string[] {
	if (!isNorthing(north) || !within(east, BARE_EASTING)) return [];
	return Array.from({ length: 11 }, (_, i) => `EPSG:${32_643 + i}`);
}

/** China, 73–136° E and 3–54° N. */
function inWebMercator(east: Range, north: Range): string[] {
	const fits = within(east, [8_100_000, 15_200_000]) && within(north, [330_000, 7_200_000]);
	return fits ? ["EPSG:3857"] : [];
}

const BARE_EASTING: Range = [100_000, 900_000];
const HALF_ZONE_M = 400_000;

/** 3–54° N */
function isNorthing(range: Range): boolean {
	return within(range, [330_000, 6_000_000]);
}

function within([low, high]: Range, [least, most]: Range): boolean {
	return low >= least && high <= most;
}

function trimmed(values: readonly number[]): Range {
	const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
	const skipped = Math.floor(sorted.length * TRIMMED);
	return [sorted[skipped] ?? Number.NaN, sorted[sorted.length - 1 - skipped] ?? Number.NaN];
}

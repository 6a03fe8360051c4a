// The Gauss–Krüger grids of the Chinese surveys by EPSG code. Codes run by zone within a family, so a table of families
// says them all (EPSG dataset: CGCS2000 4491–4554, Xian 1980 2327–2390, Beijing 1954 2401–2442 and 21413–21463).

export type ChineseDatum = "cgcs2000" | "xian80" | "beijing54";

export interface ChineseGrid {
	readonly epsg: number;
	readonly datum: ChineseDatum;
	/** Width of the zones, degrees. */
	readonly widthDeg: 3 | 6;
	/** Degrees east. */
	readonly centralLon: number;
	/** 500,000, in front of it the zone where eastings are written with it (40,500,000 is zone 40). */
	readonly falseEastingM: number;
}

interface Family {
	readonly datum: ChineseDatum;
	readonly widthDeg: 3 | 6;
	/** EPSG code of the first zone with zone numbers in the eastings, and of the first without. */
	readonly zoned: number;
	readonly bare: number;
}

const FAMILIES: readonly Family[] = [
	{ datum: "cgcs2000", widthDeg: 3, zoned: 4513, bare: 4534 },
	{ datum: "cgcs2000", widthDeg: 6, zoned: 4491, bare: 4502 },
	{ datum: "xian80", widthDeg: 3, zoned: 2349, bare: 2370 },
	{ datum: "xian80", widthDeg: 6, zoned: 2327, bare: 2338 },
	{ datum: "beijing54", widthDeg: 3, zoned: 2401, bare: 2422 },
	{ datum: "beijing54", widthDeg: 6, zoned: 21_413, bare: 21_453 },
];

/** Both run from 75° E to 135° E. */
const FIRST_ZONE = { 3: 25, 6: 13 } as const;
const ZONE_COUNT = { 3: 21, 6: 11 } as const;
const FIRST_LON = 75;
const MIDDLE_M = 500_000;
const ZONE_M = 1_000_000;

/** All grids; of each datum the 3° ones first. */
export const CHINESE_GRIDS: readonly ChineseGrid[] = FAMILIES.flatMap(gridsOf);

const byCode = new Map(CHINESE_GRIDS.map((grid) => [grid.epsg, grid]));

/** Geographic systems of the datums (longitude and latitude in degrees). */
export const CHINESE_DEGREES: Readonly<Record<ChineseDatum, number>> = {
	cgcs2000: 4490,
	xian80: 4610,
	beijing54: 4214,
};

/** The grid of an EPSG code, or undefined. */
export function chineseGridOf(epsg: number): ChineseGrid | undefined {
	return byCode.get(epsg);
}

/** The grid with these parameters, the 3° one where both widths have it; undefined when there is none. */
export function chineseGridWith(
	datum: ChineseDatum,
	centralLon: number,
	falseEastingM: number,
): ChineseGrid | undefined {
	return CHINESE_GRIDS.find(
		(grid) =>
			grid.datum === datum &&
			Math.abs(grid.centralLon - centralLon) < 1e-6 &&
			Math.abs(grid.falseEastingM - falseEastingM) < 1e-3,
	);
}

function gridsOf({ datum, widthDeg, zoned, bare }: Family): ChineseGrid[] {
	const zones = Array.from({ length: ZONE_COUNT[widthDeg] }, (_, i) => i);
	const grid = (epsg: number, i: number, prefix: number): ChineseGrid => ({
		epsg: epsg + i,
		datum,
		widthDeg,
		centralLon: FIRST_LON + widthDeg * i,
		falseEastingM: prefix * ZONE_M + MIDDLE_M,
	});
	return [
		...zones.map((i) => grid(zoned, i, FIRST_ZONE[widthDeg] + i)),
		...zones.map((i) => grid(bare, i, 0)),
	];
}

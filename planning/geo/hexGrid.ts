// A regular lattice of hexagons over a box: where places are shown as a surface, and neighbours are joined.
// The plane is that of metres per degree at the box's middle latitude: over a city of 100 km its widths are within 1 %.
// No hexagon is kept: an index says where it is, so that a lattice of a million costs nothing.
import type { Box } from "./box.ts";
import { metresPerDegree } from "./ellipsoid.ts";
import type { LonLat } from "./LonLat.ts";

/** Rows of pointed-top hexagons; odd rows stand half a width further east. Index = row × columns + column, from south-west. */
export interface HexGrid {
	readonly columns: number;
	readonly rows: number;
	/** columns × rows. */
	readonly count: number;
	/** From flat side to flat side. */
	readonly widthM: number;
	readonly areaKm2: number;
	/** Widths east and north of the first centre. */
	place(lon: number, lat: number): [x: number, y: number];
	/** The hexagon whose centre is nearest; -1 outside the lattice. */
	hexOf(lon: number, lat: number): number;
	/** The same for many places at once. */
	hexColumns(lon: ArrayLike<number>, lat: ArrayLike<number>): Int32Array;
	centre(hex: number): LonLat;
	/** The six corners, counter-clockwise from the south-east. */
	corners(hex: number): LonLat[];
	/** The hexagons that share a side, at most six. */
	neighbours(hex: number): number[];
}

/** From row to row, and from the centre to a corner, in widths. */
const [ROW_STEP, RADIUS] = [Math.sqrt(3) / 2, 1 / Math.sqrt(3)];
const CORNERS = [
	[0.5, -RADIUS / 2],
	[0.5, RADIUS / 2],
	[0, RADIUS],
	[-0.5, RADIUS / 2],
	[-0.5, -RADIUS / 2],
	[0, -RADIUS],
] as const;

/** A lattice that covers a box. */
export function hexGridOf([west, south, east, north]: Box, widthM: number): HexGrid {
	const { lonM, latM } = metresPerDegree((south + north) / 2);
	const [widthsPerLon, widthsPerLat] = [lonM / widthM, latM / widthM];
	const columns = Math.floor((east - west) * widthsPerLon + 0.5) + 1;
	const rows = Math.floor(((north - south) * widthsPerLat + RADIUS) / ROW_STEP) + 1;
	const lattice = { columns, rows };
	const place = (lon: number, lat: number): [number, number] => [
		(lon - west) * widthsPerLon,
		(lat - south) * widthsPerLat,
	];
	const hexOf = (lon: number, lat: number): number => nearestHex(...place(lon, lat), lattice);
	const placeBy = (hex: number, [dx, dy]: readonly [number, number]): LonLat => {
		const row = Math.floor(hex / columns);
		const x = (hex % columns) + (row & 1) / 2 + dx;
		return [west + x / widthsPerLon, south + (row * ROW_STEP + dy) / widthsPerLat];
	};
	return {
		columns,
		rows,
		count: columns * rows,
		widthM,
		areaKm2: (widthM * widthM * ROW_STEP) / 1e6,
		place,
		hexOf,
		hexColumns: (lon, lat) => {
			const hexes = new Int32Array(lon.length);
			for (let i = 0; i < lon.length; i++) hexes[i] = hexOf(lon[i], lat[i]);
			return hexes;
		},
		centre: (hex) => placeBy(hex, [0, 0]),
		corners: (hex) => CORNERS.map((corner) => placeBy(hex, corner)),
		neighbours: (hex) => neighboursOf(hex, lattice),
	};
}

type Lattice = Pick<HexGrid, "columns" | "rows">;

/** By place in widths from the first centre. The nearest centre is the nearest one of the row below or of the row above. */
function nearestHex(x: number, y: number, { columns, rows }: Lattice): number {
	const below = Math.floor(y / ROW_STEP);
	const [belowShift, aboveShift] = below & 1 ? [0.5, 0] : [0, 0.5];
	const belowColumn = Math.round(x - belowShift);
	const aboveColumn = Math.round(x - aboveShift);
	const [belowX, aboveX] = [x - belowColumn - belowShift, x - aboveColumn - aboveShift];
	const belowY = y - below * ROW_STEP;
	const aboveY = ROW_STEP - belowY;
	const isAbove = aboveX * aboveX + aboveY * aboveY < belowX * belowX + belowY * belowY;
	const row = isAbove ? below + 1 : below;
	const column = isAbove ? aboveColumn : belowColumn;
	if (row < 0 || row >= rows || column < 0 || column >= columns) return -1;
	return row * columns + column;
}

function neighboursOf(hex: number, { columns, rows }: Lattice): number[] {
	const [row, column] = [Math.floor(hex / columns), hex % columns];
	const found: number[] = [];
	if (column > 0) found.push(hex - 1);
	if (column + 1 < columns) found.push(hex + 1);
	// beside it, an odd row touches its own column and the next, an even row its own and the one before
	const west = column - 1 + (row & 1);
	for (const other of [row - 1, row + 1]) {
		if (other < 0 || other >= rows) continue;
		if (west >= 0) found.push(other * columns + west);
		if (west + 1 < columns) found.push(other * columns + west + 1);
	}
	return found;
}

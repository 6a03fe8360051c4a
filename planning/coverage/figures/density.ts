// A smooth surface of people, for the big picture: kernel density with a Gaussian kernel, on a regular grid.
// B. W. Silverman 1986, Density Estimation. The kernel is three box blurs in each direction: W. M. Wells 1986, IEEE TPAMI 8(2),
// 234–239; their widths as P. Kovesi 2010, Fast almost-Gaussian filtering (all from memory). A home's peak is an eighth lower
// than a true Gaussian's, its width within 3 % where cells are smaller than the bandwidth. Cost: homes + cells.
import type { Box } from "../../geo/box.ts";
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { Counted } from "./people.ts";

/** Standard deviation of the kernel: about six minutes of walking. An editable default of the app. */
export const DENSITY_BANDWIDTH_M = 400;
const PASSES = 3;

export interface DensityGrid {
	readonly box: Box;
	readonly columns: number;
	readonly rows: number;
	readonly bandwidthM?: number;
}

export interface Density {
	readonly box: Box;
	readonly columns: number;
	readonly rows: number;
	/** By row from the north, as pictures are, then by column from the west. */
	readonly perKm2: Float32Array;
	readonly max: number;
}

/**
 * People per square kilometre (of those beyond a limit: `peopleBeyond`). Cells are equal in degrees. Homes around the box
 * count as far as they are spread into it, so that a surface does not depend on where it was cut.
 */
export function density(
	homes: HomeColumns,
	people: Counted,
	{ box, columns, rows, bandwidthM = DENSITY_BANDWIDTH_M }: DensityGrid,
): Density {
	const [west, south, east, north] = box;
	const { lonM, latM } = metresPerDegree((south + north) / 2);
	const [cellLon, cellLat] = [(east - west) / columns, (north - south) / rows];
	const across = boxWidths(bandwidthM / (cellLon * lonM));
	const along = boxWidths(bandwidthM / (cellLat * latM));
	const margin = { x: marginOf(across), y: marginOf(along) };
	const wide = { columns: columns + 2 * margin.x, rows: rows + 2 * margin.y };
	const corner = [west - margin.x * cellLon, north + margin.y * cellLat] as const;
	let cells = peopleByCell(homes, people, { ...wide, corner, cellLon, cellLat });
	for (const width of across) cells = summedAcross(cells, wide, width);
	for (const width of along) cells = summedAlong(cells, wide, width);
	const widths = [...across, ...along].reduce((product, width) => product * width, 1);
	const km2 = (widths * cellLon * lonM * cellLat * latM) / 1e6;
	const perKm2 = new Float32Array(columns * rows);
	for (let cell = 0; cell < perKm2.length; cell++) {
		const row = margin.y + Math.floor(cell / columns);
		perKm2[cell] = cells[row * wide.columns + margin.x + (cell % columns)] / km2;
	}
	return { box, columns, rows, perKm2, max: perKm2.reduce((max, one) => Math.max(max, one), 0) };
}

interface HomeColumns {
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

interface Cells extends Shape {
	/** North-west. */
	readonly corner: LonLat;
	readonly cellLon: number;
	readonly cellLat: number;
}

function peopleByCell(
	{ lon, lat }: HomeColumns,
	{ count }: Counted,
	{ columns, rows, corner: [west, north], cellLon, cellLat }: Cells,
): Float64Array {
	const people = new Float64Array(columns * rows);
	for (let home = 0; home < count.length; home++) {
		const column = Math.floor((lon[home] - west) / cellLon);
		const row = Math.floor((north - lat[home]) / cellLat);
		if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
		people[row * columns + column] += count[home];
	}
	return people;
}

/** Odd widths of boxes, in cells, whose variances (width² − 1) / 12 together come nearest to that of the kernel. */
function boxWidths(sigma: number): number[] {
	const ideal = Math.sqrt((12 * sigma * sigma) / PASSES + 1);
	const narrow = 2 * Math.floor((ideal - 1) / 2) + 1;
	const missing = 12 * sigma * sigma - PASSES * (narrow * narrow - 1);
	const wide = Math.round(missing / (4 * narrow + 4)); // a box 2 wider adds 4 × width + 4
	return Array.from({ length: PASSES }, (_, pass) => (pass < wide ? narrow + 2 : narrow));
}

/** As far as all boxes together spread a home, in cells. */
function marginOf(widths: readonly number[]): number {
	return widths.reduce((sum, width) => sum + (width - 1) / 2, 0);
}

interface Shape {
	readonly columns: number;
	readonly rows: number;
}

/** Sums of whole people by a window that slides along each row: they stay whole numbers, so nothing is lost on the way. */
function summedAcross(cells: Float64Array, { columns, rows }: Shape, width: number): Float64Array {
	const reach = (width - 1) / 2;
	const summed = new Float64Array(cells.length);
	for (let row = 0; row < rows; row++) {
		const start = row * columns;
		let sum = 0;
		for (let column = 0; column < Math.min(reach, columns); column++) sum += cells[start + column];
		for (let column = 0; column < columns; column++) {
			if (column + reach < columns) sum += cells[start + column + reach];
			if (column - reach - 1 >= 0) sum -= cells[start + column - reach - 1];
			summed[start + column] = sum;
		}
	}
	return summed;
}

/** The same along columns, for all columns of a row at once, as they lie in memory. */
function summedAlong(cells: Float64Array, { columns, rows }: Shape, width: number): Float64Array {
	const reach = (width - 1) / 2;
	const summed = new Float64Array(cells.length);
	const sums = new Float64Array(columns);
	const add = (row: number, sign: number) => {
		if (row < 0 || row >= rows) return;
		for (let column = 0; column < columns; column++)
			sums[column] += sign * cells[row * columns + column];
	};
	for (let row = 0; row < reach; row++) add(row, 1);
	for (let row = 0; row < rows; row++) {
		add(row + reach, 1);
		add(row - reach - 1, -1);
		summed.set(sums, row * columns);
	}
	return summed;
}

// The lattice: a warped grid of quadrilateral cells on which everything is built. Streets run along its edges and
// territory is a union of its cells, so units share their borders vertex by vertex and tile exactly.
import { metresPerDegree } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { at } from "./at.ts";
import type { CityPlan, Style } from "./CityPlan.ts";
import type { Random } from "./Random.ts";

/** Cell c = row × columns + column; node n = row × (columns + 1) + column; rows from the north. */
export interface Lattice {
	readonly columns: number;
	readonly rows: number;
	/** Position of each node, 7 decimals. */
	readonly nodes: readonly LonLat[];
	/** Unit letter, style and tile (row × tile columns + column) of each cell; "." outside. */
	readonly unitOf: readonly string[];
	readonly styleOf: readonly Style[];
	readonly tileOf: readonly number[];
	/** Lattice column and row where each tile begins; one more than there are tiles. */
	readonly firstColumn: readonly number[];
	readonly firstRow: readonly number[];
	/** Cell rows of the river, north half and south half. */
	readonly riverRows: readonly [number, number];
}

const RIVER_CELL_M = 90;

export function buildLattice(plan: CityPlan, random: Random): Lattice {
	const tileColumns = at(plan.unitSheet, 0).length;
	const perTile = plan.cellsPerTile;
	const firstColumn = Array.from({ length: tileColumns + 1 }, (_, i) => i * perTile);
	const firstRow = [0];
	plan.unitSheet.forEach((row, i) => {
		firstRow.push(at(firstRow, i) + (row.startsWith("~") ? 2 : perTile));
	});
	const columns = at(firstColumn, tileColumns);
	const rows = at(firstRow, plan.unitSheet.length);
	const riverTileRow = plan.unitSheet.findIndex((row) => row.startsWith("~"));
	const riverRow = at(firstRow, riverTileRow);

	const cells = cellsOf(plan, { columns, rows, firstRow, perTile });
	const nodes = warpedNodes(plan, { columns, rows, riverRow }, cells.styleOf, random);
	return {
		columns,
		rows,
		nodes,
		...cells,
		firstColumn,
		firstRow,
		riverRows: [riverRow, riverRow + 1],
	};
}

interface Size {
	readonly columns: number;
	readonly rows: number;
	readonly firstRow: readonly number[];
	readonly perTile: number;
}

function cellsOf(plan: CityPlan, { columns, rows, firstRow, perTile }: Size) {
	const unitOf: string[] = [];
	const styleOf: Style[] = [];
	const tileOf: number[] = [];
	for (let row = 0; row < rows; row++) {
		const tileRow = firstRow.findLastIndex((first) => first <= row);
		const isRiver = at(plan.unitSheet, tileRow).startsWith("~");
		const ownerRow = isRiver ? tileRow + (row === at(firstRow, tileRow) ? -1 : 1) : tileRow;
		for (let column = 0; column < columns; column++) {
			const tileColumn = Math.floor(column / perTile);
			const letter = at(at(plan.unitSheet, ownerRow), tileColumn);
			unitOf.push(letter);
			styleOf.push(letter === "." ? "." : (at(at(plan.styleSheet, tileRow), tileColumn) as Style));
			tileOf.push(tileRow * at(plan.unitSheet, 0).length + tileColumn);
		}
	}
	return { unitOf, styleOf, tileOf };
}

/** Node positions: uneven spacing, a river that bends, old lanes more crooked than new streets. */
function warpedNodes(
	plan: CityPlan,
	{ columns, rows, riverRow }: { columns: number; rows: number; riverRow: number },
	styleOf: readonly Style[],
	random: Random,
): LonLat[] {
	const isRiver = (row: number) => row === riverRow || row === riverRow + 1;
	const eastM = [0];
	for (let i = 0; i < columns; i++)
		eastM.push(at(eastM, i) + plan.cellM * random.between(0.9, 1.1));
	const southM = [0];
	for (let j = 0; j < rows; j++)
		southM.push(
			at(southM, j) + (isRiver(j) ? RIVER_CELL_M : plan.cellM * random.between(0.9, 1.1)),
		);
	const riverM = at(southM, riverRow + 1);
	const { lonM, latM } = metresPerDegree(plan.corner[1]);
	const railColumn = plan.railway.column * plan.cellsPerTile;

	const nodes: LonLat[] = [];
	for (let j = 0; j <= rows; j++)
		for (let i = 0; i <= columns; i++) {
			const isStraight = Math.abs(j - riverRow - 1) <= 1 || i === railColumn;
			const isOld = [j - 1, j].every(
				(row) => styleOf[row * columns + Math.min(i, columns - 1)] === "o",
			);
			const crookedM = isStraight ? 0 : isOld ? 17 : 4;
			const [x, y] = [at(eastM, i), at(southM, j)];
			const nearRiver = Math.exp(-Math.abs(y - riverM) / 2_300);
			const warpedE =
				x +
				150 * Math.sin(y / 1_350 + 0.5) +
				40 * Math.sin((x + y) / 900) +
				random.between(-crookedM, crookedM);
			const warpedS =
				y +
				nearRiver * (260 * Math.sin(x / 1_450 + 0.25) + 70 * Math.sin(x / 560 + 1)) +
				40 * Math.sin((x - y) / 800) +
				random.between(-crookedM, crookedM);
			// a slight turn against north
			const e = warpedE * 0.9976 + warpedS * 0.07;
			const s = warpedS * 0.9976 - warpedE * 0.07;
			nodes.push([degrees(plan.corner[0] + e / lonM), degrees(plan.corner[1] - s / latM)]);
		}
	return nodes;
}

/** Degrees with 7 decimals, the grain of OpenStreetMap. */
export function degrees(value: number): number {
	return Math.round(value * 1e7) / 1e7;
}

/** Node of a lattice corner. */
export function nodeAt(lattice: Lattice, column: number, row: number): number {
	return row * (lattice.columns + 1) + column;
}

/** Cell at a column and row; -1 beyond the lattice. */
export function cellAt({ columns, rows }: Lattice, column: number, row: number): number {
	return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
}

/** True inside the district. */
export function isInside(lattice: Lattice, cell: number): boolean {
	return cell >= 0 && at(lattice.unitOf, cell) !== ".";
}

/** Position at lattice coordinates (fractions allowed), bilinear within the cell. */
export function placeAt(lattice: Lattice, u: number, v: number): LonLat {
	const i = Math.min(lattice.columns - 1, Math.max(0, Math.floor(u)));
	const j = Math.min(lattice.rows - 1, Math.max(0, Math.floor(v)));
	const [s, t] = [u - i, v - j];
	const corner = (di: number, dj: number) => at(lattice.nodes, nodeAt(lattice, i + di, j + dj));
	const mix = (k: 0 | 1) =>
		degrees(
			(corner(0, 0)[k] * (1 - s) + corner(1, 0)[k] * s) * (1 - t) +
				(corner(0, 1)[k] * (1 - s) + corner(1, 1)[k] * s) * t,
		);
	return [mix(0), mix(1)];
}

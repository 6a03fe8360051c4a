// Parcels: what lies between streets. Each tile is cut into rectangles of cells by a pattern of its style.
import { at } from "./at.ts";
import type { Style } from "./CityPlan.ts";
import type { Lattice } from "./Lattice.ts";
import type { Random } from "./Random.ts";

/** A rectangle of lattice cells; `u`, `v` its north-west corner. */
export interface Parcel {
	readonly u: number;
	readonly v: number;
	readonly width: number;
	readonly height: number;
	readonly style: Style;
	readonly unit: string;
	readonly cells: readonly number[];
}

export interface Parcels {
	readonly parcels: readonly Parcel[];
	/** Parcel of each cell; -1 outside the district. */
	readonly parcelOf: Int32Array;
}

type Pattern = readonly (readonly [u: number, v: number, width: number, height: number])[];

const SINGLE: Pattern = [0, 1, 2].flatMap((v) => [0, 1, 2].map((u) => [u, v, 1, 1] as const));
const WHOLE: Pattern = [[0, 0, 3, 3]];
const PINWHEEL: Pattern = [
	[0, 0, 2, 1],
	[2, 0, 1, 2],
	[0, 1, 1, 2],
	[1, 1, 1, 1],
	[1, 2, 2, 1],
];
const COLUMNS: Pattern = [
	[0, 0, 2, 3],
	[2, 0, 1, 3],
];
const ROWS: Pattern = [
	[0, 0, 3, 2],
	[0, 2, 3, 1],
];
const STEPS: Pattern = [
	[0, 0, 2, 2],
	[2, 0, 1, 3],
	[0, 2, 2, 1],
];
const STEPS_BACK: Pattern = [
	[0, 0, 1, 3],
	[1, 0, 2, 1],
	[1, 1, 2, 2],
];

const PATTERNS: Readonly<Partial<Record<Style, readonly Pattern[]>>> = {
	o: [SINGLE, PINWHEEL, SINGLE, STEPS],
	w: [COLUMNS, ROWS, STEPS, STEPS_BACK],
	n: [WHOLE, COLUMNS, WHOLE, ROWS],
	t: [COLUMNS, STEPS, PINWHEEL, STEPS_BACK],
	x: [COLUMNS],
	k: [ROWS],
	e: [COLUMNS],
	"~": [],
};

export function cutParcels(lattice: Lattice, random: Random): Parcels {
	const parcels: Parcel[] = [];
	const parcelOf = new Int32Array(lattice.columns * lattice.rows).fill(-1);
	const add = (u: number, v: number, width: number, height: number) => {
		const cells: number[] = [];
		for (let row = v; row < v + height; row++)
			for (let column = u; column < u + width; column++) cells.push(row * lattice.columns + column);
		for (const cell of cells) parcelOf[cell] = parcels.length;
		const style = at(lattice.styleOf, at(cells, 0));
		parcels.push({ u, v, width, height, style, unit: at(lattice.unitOf, at(cells, 0)), cells });
	};
	for (let tileRow = 0; tileRow + 1 < lattice.firstRow.length; tileRow++)
		for (let tileColumn = 0; tileColumn + 1 < lattice.firstColumn.length; tileColumn++) {
			const [u, v] = [at(lattice.firstColumn, tileColumn), at(lattice.firstRow, tileRow)];
			const cell = v * lattice.columns + u;
			const style = at(lattice.styleOf, cell);
			if (style === "~" || v === lattice.riverRows[0]) addWater(lattice, u, v, add);
			else if (style !== ".") {
				const pattern = random.pick(PATTERNS[style] ?? [WHOLE]);
				for (const [du, dv, width, height] of pattern) add(u + du, v + dv, width, height);
			}
		}
	return { parcels, parcelOf };
}

/** Water is cut cell by cell: each belongs to the bank it touches. */
function addWater(
	lattice: Lattice,
	u: number,
	v: number,
	add: (u: number, v: number, width: number, height: number) => void,
): void {
	for (let row = v; row < v + 2; row++)
		for (let column = u; column < u + 3; column++)
			if (at(lattice.unitOf, row * lattice.columns + column) !== ".") add(column, row, 1, 1);
}

/** Parcels that share an edge, with the number of cell sides they share. */
export function parcelNeighbours(
	lattice: Lattice,
	{ parcels, parcelOf }: Parcels,
): ReadonlyMap<number, number>[] {
	const neighbours = parcels.map(() => new Map<number, number>());
	const join = (a: number, b: number) => {
		if (a < 0 || b < 0 || a === b) return;
		const [ofA, ofB] = [at(neighbours, a), at(neighbours, b)];
		ofA.set(b, (ofA.get(b) ?? 0) + 1);
		ofB.set(a, (ofB.get(a) ?? 0) + 1);
	};
	for (let row = 0; row < lattice.rows; row++)
		for (let column = 0; column < lattice.columns; column++) {
			const cell = row * lattice.columns + column;
			if (column + 1 < lattice.columns) join(at(parcelOf, cell), at(parcelOf, cell + 1));
			if (row + 1 < lattice.rows) join(at(parcelOf, cell), at(parcelOf, cell + lattice.columns));
		}
	return neighbours;
}

// A small seeded city for looking at the interface and its states without the real server.
export interface FakeUnit {
	kind: "district" | "street" | "committee" | "bmu" | "circle";
	code: string;
	name: string;
	parentCode: string | null;
	cells: number[];
	rings: [number, number][][];
	label: [number, number];
}

const COLUMNS = 16;
const ROWS = 11;
const WEST = 120.55;
const SOUTH = 30.9;
const CELL_LON = 0.0084;
const CELL_LAT = 0.0072;
const STREETS: readonly [string, number, number][] = [
	["青禾街道", 2, 9],
	["桐荫街道", 7, 9],
	["东篱镇", 13, 8],
	["云桥街道", 6, 5],
	["望江街道", 10, 4],
	["柳浦街道", 2, 3],
	["梧里镇", 13, 2],
];
const SYLLABLES = ["晓长北南新红书水栖兰梅竹锦文和永嘉清", "园桥塘里院门霞苑浜泾庭坊湾林埠溪"];

export function seeded(seed: number): () => number {
	let s = seed;
	return () => {
		s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
		return s / 4294967296;
	};
}

const random = seeded(7);
const corners = Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, i): [number, number] => {
	const column = i % (COLUMNS + 1);
	const row = Math.floor(i / (COLUMNS + 1));
	const bend = 0.004 * Math.sin(column / 3) + 0.002 * Math.sin(row);
	return [
		WEST + (column + (random() - 0.5) * 0.45) * CELL_LON + 0.003 * Math.sin(row / 2),
		SOUTH + (row + (random() - 0.5) * 0.45) * CELL_LAT + bend,
	];
});

/** The four corners of a cell, counter-clockwise. */
function cornersOf(cell: number): number[] {
	const low = Math.floor(cell / COLUMNS) * (COLUMNS + 1) + (cell % COLUMNS);
	return [low, low + 1, low + COLUMNS + 2, low + COLUMNS + 1];
}

function ringsOf(cells: readonly number[]): [number, number][][] {
	const next = new Map<string, [number, number]>();
	for (const cell of cells) {
		const ring = cornersOf(cell);
		ring.forEach((from, i) => {
			const to = ring[(i + 1) % 4];
			if (!next.delete(`${to} ${from}`)) next.set(`${from} ${to}`, [from, to]);
		});
	}
	const edges = [...next.values()];
	const rings: [number, number][][] = [];
	while (edges.length > 0) {
		const [start, second] = edges.shift() as [number, number];
		const ring = [start, second];
		while (ring.at(-1) !== start) {
			const at = edges.findIndex(([from]) => from === ring.at(-1));
			ring.push(edges[at][1]);
			edges.splice(at, 1);
		}
		rings.push(ring.map((corner) => corners[corner]));
	}
	return rings;
}

const streetOfCell = Array.from({ length: COLUMNS * ROWS }, (_, cell) => {
	const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
	const distances = STREETS.map(([, x, y]) => Math.hypot(column - x, row - y));
	return distances.indexOf(Math.min(...distances));
});

function unit(
	kind: FakeUnit["kind"],
	code: string,
	name: string,
	parentCode: string | null,
	cells: number[],
): FakeUnit {
	const middle = cells
		.flatMap(cornersOf)
		.map((corner) => corners[corner])
		.reduce(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0])
		.map((sum) => sum / (cells.length * 4));
	const label: [number, number] = [middle[0], middle[1]];
	return { kind, code, name, parentCode, cells, rings: ringsOf(cells), label };
}

const allCells = streetOfCell.map((_, cell) => cell);
const streetCode = (street: number) => `310199${String(street + 1).padStart(3, "0")}000`;

export const units: FakeUnit[] = [
	unit("district", "310199000000", "江临区", null, allCells),
	...STREETS.map(([name], i) =>
		unit(
			"street",
			streetCode(i),
			name,
			"310199000000",
			allCells.filter((c) => streetOfCell[c] === i),
		),
	),
	...allCells.map((cell) => {
		const street = streetOfCell[cell];
		const name = `${SYLLABLES[0][cell % 18]}${SYLLABLES[1][Math.floor(cell / 18 + cell * 3) % 16]}居委会`;
		const code = `${streetCode(street).slice(0, 9)}${String(cell + 1).padStart(3, "0")}`;
		return unit("committee", code, name, streetCode(street), [cell]);
	}),
	unit("bmu", "BMU-1", "梧里东片", streetCode(6), [30, 31, 46, 47, 14, 15]),
	...STREETS.slice(0, 4).map(([name, x], i) =>
		unit(
			"circle",
			`C-${i + 1}`,
			`${name.slice(0, 2)}生活圈`,
			null,
			allCells.filter((c) => streetOfCell[c] === i && c % COLUMNS !== x),
		),
	),
];

/** Each border once, with the coarsest level it separates. */
export const borders = (() => {
	const sides = new Map<string, { corners: [number, number]; cells: number[] }>();
	for (const cell of allCells) {
		const ring = cornersOf(cell);
		ring.forEach((from, i) => {
			const to = ring[(i + 1) % 4];
			const key = from < to ? `${from} ${to}` : `${to} ${from}`;
			const side = sides.get(key) ?? { corners: [from, to] as [number, number], cells: [] };
			side.cells.push(cell);
			sides.set(key, side);
		});
	}
	return [...sides.values()].map(({ corners: [from, to], cells: [a, b] }) => ({
		level:
			b === undefined ? "district" : streetOfCell[a] === streetOfCell[b] ? "committee" : "street",
		line: [corners[from], corners[to]],
	}));
})();

export const bbox = [
	WEST - 0.004,
	SOUTH - 0.005,
	WEST + COLUMNS * CELL_LON + 0.004,
	SOUTH + ROWS * CELL_LAT + 0.006,
];

/** A place inside a cell. */
export function within(cell: number, u: number, v: number): [number, number] {
	const [a, b, c, d] = cornersOf(cell).map((corner) => corners[corner]);
	const mix = (k: 0 | 1) =>
		a[k] * (1 - u) * (1 - v) + b[k] * u * (1 - v) + c[k] * u * v + d[k] * (1 - u) * v;
	return [mix(0), mix(1)];
}

export const CELL_COUNT = COLUMNS * ROWS;

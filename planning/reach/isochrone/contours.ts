// Marching squares: the lines where a raster passes through zero, as closed rings with the positive side on the left.
// Every ring point lies strictly inside one side of the raster, each side has at most one, and saddles are decided by
// the middle of the cell: so rings neither cross nor touch themselves or one another.

export interface Raster {
	readonly columns: number;
	readonly rows: number;
	/** Row by row; the border must be negative. */
	readonly value: Float32Array;
}

/** Points column, row, column, row … of one ring; the last joins the first. Outer rings turn left, holes right. */
export type Ring = number[];

/** No ring point is nearer than this share of a side to a raster point. */
const CLEAR = 0.02;
/** Sides of a cell, and for each of the 16 patterns (SW 1, SE 2, NE 4, NW 8 positive) the pieces [from, to]. */
const [S, E, N, W] = [0, 1, 2, 3];
const PIECES: readonly (readonly (readonly [number, number])[])[] = [
	[],
	[[S, W]],
	[[E, S]],
	[[E, W]],
	[[N, E]],
	[
		[S, W],
		[N, E],
	],
	[[N, S]],
	[[N, W]],
	[[W, N]],
	[[S, N]],
	[
		[E, S],
		[W, N],
	],
	[[E, N]],
	[[W, E]],
	[[S, E]],
	[[W, S]],
	[],
];
/** The two saddles when the middle is positive. */
const JOINED_SW_NE = [
	[S, E],
	[N, W],
] as const;
const JOINED_SE_NW = [
	[W, S],
	[E, N],
] as const;

export function contours(raster: Raster): Ring[] {
	const { columns, rows, value } = raster;
	// side → next side of its ring; horizontal sides are even, vertical odd
	const next = new Int32Array(2 * columns * rows).fill(-1);
	for (let row = 0; row + 1 < rows; row++)
		for (let column = 0; column + 1 < columns; column++) {
			const sw = row * columns + column;
			const corners = [value[sw], value[sw + 1], value[sw + columns + 1], value[sw + columns]];
			let pattern = 0;
			for (let i = 0; i < 4; i++) if (corners[i] > 0) pattern |= 1 << i;
			if (pattern === 0 || pattern === 15) continue;
			const sides = [2 * sw, 2 * (sw + 1) + 1, 2 * (sw + columns), 2 * sw + 1];
			for (const [from, to] of piecesOf(pattern, corners)) next[sides[from]] = sides[to];
		}
	const rings: Ring[] = [];
	for (let start = 0; start < next.length; start++) {
		if (next[start] < 0) continue;
		const ring: Ring = [];
		for (let side = start; next[side] >= 0; ) {
			pushPoint(raster, side, ring);
			const following = next[side];
			next[side] = -1;
			side = following;
		}
		rings.push(ring);
	}
	return rings;
}

function piecesOf(pattern: number, corners: readonly number[]) {
	const isMiddlePositive = () => corners[0] + corners[1] + corners[2] + corners[3] > 0;
	if (pattern === 5 && isMiddlePositive()) return JOINED_SW_NE;
	if (pattern === 10 && isMiddlePositive()) return JOINED_SE_NW;
	return PIECES[pattern];
}

function pushPoint({ columns, value }: Raster, side: number, ring: Ring): void {
	const at = side >> 1;
	const isVertical = (side & 1) === 1;
	const from = value[at];
	const to = value[isVertical ? at + columns : at + 1];
	const share = Math.min(1 - CLEAR, Math.max(CLEAR, from / (from - to)));
	const column = at % columns;
	const row = Math.floor(at / columns);
	ring.push(isVertical ? column : column + share, isVertical ? row + share : row);
}

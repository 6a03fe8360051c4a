// Small tilings drawn as text: one letter per square, equal letters are one cell, a dot is outside.
// Its own tracing of arcs and rings, on the lattice alone, so that what planning says can be held against it.
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import { type Assignment, OUTSIDE, type Tiling } from "../../planning/partition/Tiling.ts";

export interface TilingOptions {
	/** Side of a square, 100 m unless told. */
	readonly stepCm?: number;
	/** Moves the corner of column x and row y; keep below a quarter of a square. */
	readonly moved?: (x: number, y: number) => readonly [eastCm: number, northCm: number];
	/** Further points on each side of a square, for long arcs. */
	readonly pointsBetween?: number;
	/** Moves the points between, by their number; keep below a quarter of their spacing. */
	readonly bent?: (point: number) => readonly [eastCm: number, northCm: number];
}

/** Labels of squares, row by row from the south; -1 is outside. */
export interface LabelGrid {
	readonly columns: number;
	readonly rows: number;
	readonly label: Int32Array;
	readonly codes: readonly string[];
}

const FRAME = { centralLon: 121.47, originXCm: 0, originYCm: 345_000_000 };
/** East, north, west, south. */
const STEP = [
	[1, 0],
	[0, 1],
	[-1, 0],
	[0, -1],
] as const;

/** A tiling drawn as rows of letters, the first row in the north. */
export function drawnTiling(rows: readonly string[], options: TilingOptions = {}): Tiling {
	return gridTiling(drawnLabels(rows), options);
}

/** Labels of a drawing: cells in the order of their letters. */
export function drawnLabels(drawing: readonly string[]): LabelGrid {
	const rows = drawing.map((row) => row.replaceAll(" ", "")).reverse();
	const codes = [...new Set(rows.join("").replaceAll(".", ""))].sort(byCodeUnit);
	const label = Int32Array.from(rows.join(""), (letter) => codes.indexOf(letter));
	return { columns: rows[0].length, rows: rows.length, label, codes };
}

/** An assignment drawn as `unit: cells`, e.g. `{ S: "AB", T: "C" }`; cells not named belong to none. */
export function assignmentOf(tiling: Tiling, units: Readonly<Record<string, string>>): Assignment {
	const unitCode = Object.keys(units).sort(byCodeUnit);
	const unitOfCell = Int32Array.from(tiling.cellCode, (cell) =>
		unitCode.findIndex((unit) => units[unit].includes(cell)),
	);
	return { unitCode, unitOfCell };
}

/** The tiling of a grid of labels; codes must be sorted. */
export function gridTiling(grid: LabelGrid, options: TilingOptions = {}): Tiling {
	const arcs = arcsOf(grid);
	const rings = ringsOf(grid, arcs);
	const points = pointsOf(grid, arcs, options);
	const nodes = [...new Set(arcs.flatMap(({ path }) => [path[0], path[path.length - 1]]))].sort(
		(a, b) => a - b,
	);
	const nodeOf = new Map(nodes.map((vertex, node) => [vertex, node]));
	return {
		frame: FRAME,
		pointCm: Int32Array.from(points.flat()),
		arcFirstPoint: starts(points.map((list) => list.length / 2)),
		arcFrom: Uint32Array.from(arcs, ({ path }) => nodeOf.get(path[0]) ?? -1),
		arcTo: Uint32Array.from(arcs, ({ path }) => nodeOf.get(path[path.length - 1]) ?? -1),
		arcLeft: Int32Array.from(arcs, ({ left }) => left),
		arcRight: Int32Array.from(arcs, ({ right }) => right),
		arcFlags: new Uint16Array(arcs.length),
		cellCode: grid.codes,
		cellFirstRing: starts(rings.map((ofCell) => ofCell.length)),
		ringFirstSide: starts(rings.flat().map((ring) => ring.length)),
		ringSide: Uint32Array.from(rings.flat(2)),
	};
}

interface Arc {
	/** Lattice corners, ends included. */
	readonly path: readonly number[];
	readonly firstWay: number;
	readonly lastWay: number;
	readonly left: number;
	readonly right: number;
}

function labelAt({ columns, rows, label }: LabelGrid, x: number, y: number): number {
	return x < 0 || y < 0 || x >= columns || y >= rows ? OUTSIDE : label[y * columns + x];
}

/** Labels left and right of the side that leaves a corner one way. */
function sidesOf(grid: LabelGrid, corner: number, way: number): [left: number, right: number] {
	const [x, y] = [corner % (grid.columns + 1), Math.floor(corner / (grid.columns + 1))];
	const [ne, nw] = [labelAt(grid, x, y), labelAt(grid, x - 1, y)];
	const [se, sw] = [labelAt(grid, x, y - 1), labelAt(grid, x - 1, y - 1)];
	return (
		[
			[ne, se],
			[nw, ne],
			[sw, nw],
			[se, sw],
		] as [number, number][]
	)[way];
}

function arcsOf(grid: LabelGrid): Arc[] {
	const width = grid.columns + 1;
	const corners = width * (grid.rows + 1);
	const isBorder = (corner: number, way: number) => {
		const [left, right] = sidesOf(grid, corner, way);
		return left !== right;
	};
	const waysFrom = (corner: number) => [0, 1, 2, 3].filter((way) => isBorder(corner, way));
	const used = new Set<number>();
	const walk = (start: number, firstWay: number): Arc => {
		const path = [start];
		let [corner, way] = [start, firstWay];
		for (;;) {
			used.add(corner * 4 + way);
			corner += STEP[way][0] + STEP[way][1] * width;
			path.push(corner);
			used.add(corner * 4 + ((way + 2) % 4));
			const ways = waysFrom(corner);
			if (corner === start || ways.length !== 2) break;
			way = ways.find((next) => next !== (way + 2) % 4) ?? way;
		}
		const [left, right] = sidesOf(grid, start, firstWay);
		return { path, firstWay, lastWay: way, left, right };
	};
	const all = [...Array(corners).keys()];
	const junctionsFirst = [...all.filter((corner) => waysFrom(corner).length > 2), ...all];
	return junctionsFirst.flatMap((corner) =>
		waysFrom(corner).flatMap((way) => (used.has(corner * 4 + way) ? [] : [walk(corner, way)])),
	);
}

/** Rings of each cell: keep left at every junction, then cut where a corner is met again. */
function ringsOf(grid: LabelGrid, arcs: readonly Arc[]): number[][][] {
	const sides = arcs.flatMap(({ path, firstWay, lastWay, left, right }, arc) => {
		const [from, to] = [path[0], path[path.length - 1]];
		return [
			{ side: 2 * arc, cell: left, from, to, out: firstWay, into: lastWay },
			{
				side: 2 * arc + 1,
				cell: right,
				from: to,
				to: from,
				out: (lastWay + 2) % 4,
				into: (firstWay + 2) % 4,
			},
		];
	});
	const rings: number[][][] = grid.codes.map(() => []);
	const key = (cell: number, corner: number) => `${cell} ${corner}`;
	const leaving = new Map<string, typeof sides>();
	for (const side of sides) {
		const list = leaving.get(key(side.cell, side.from)) ?? [];
		leaving.set(key(side.cell, side.from), [...list, side]);
	}
	const used = new Set<number>();
	for (const first of sides) {
		if (first.cell === OUTSIDE || used.has(first.side)) continue;
		let path: typeof sides = [];
		let side = first;
		do {
			used.add(side.side);
			const met = path.findIndex(({ from }) => from === side.from);
			if (met >= 0) {
				rings[first.cell].push(path.slice(met).map((one) => one.side));
				path = path.slice(0, met);
			}
			path.push(side);
			const { into } = side;
			const next = leaving.get(key(side.cell, side.to)) ?? [];
			for (const turn of [1, 0, 3]) {
				const found = next.find(({ out }) => out === (into + turn) % 4);
				if (found === undefined) continue;
				side = found;
				break;
			}
		} while (side !== first);
		rings[first.cell].push(path.map((one) => one.side));
	}
	return rings;
}

function pointsOf(grid: LabelGrid, arcs: readonly Arc[], options: TilingOptions): number[][] {
	const { stepCm = 10_000, moved = () => [0, 0], pointsBetween = 0, bent = () => [0, 0] } = options;
	const width = grid.columns + 1;
	const cornerCm = (corner: number): [number, number] => {
		const [x, y] = [corner % width, Math.floor(corner / width)];
		const [east, north] = moved(x, y);
		return [x * stepCm + east, y * stepCm + north];
	};
	let count = 0;
	return arcs.map(({ path }) => {
		const points = [...cornerCm(path[0])];
		for (let i = 1; i < path.length; i++) {
			const [from, to] = [cornerCm(path[i - 1]), cornerCm(path[i])];
			for (let k = 1; k <= pointsBetween; k++) {
				const along = k / (pointsBetween + 1);
				const [east, north] = bent(count++);
				points.push(
					Math.round(from[0] + (to[0] - from[0]) * along + east),
					Math.round(from[1] + (to[1] - from[1]) * along + north),
				);
			}
			points.push(...to);
		}
		return points;
	});
}

function starts(counts: readonly number[]): Uint32Array {
	const first = new Uint32Array(counts.length + 1);
	counts.forEach((count, i) => {
		first[i + 1] = first[i] + count;
	});
	return first;
}

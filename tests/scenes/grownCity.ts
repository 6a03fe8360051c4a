// A tiling of the size of a city: cells grown at random over a lattice, units grown over the cells; seeded.
import type { Assignment, Tiling } from "../../planning/partition/Tiling.ts";
import type { CellStatistics } from "../../planning/partition/unitFigures.ts";
import { gridTiling } from "./tilingScene.ts";

export interface GrownCity {
	readonly tiling: Tiling;
	readonly assignment: Assignment;
	readonly statistics: CellStatistics;
}

export interface GrownPlan {
	readonly cells: number;
	readonly units: number;
	/** Squares per cell on average; more make longer borders. */
	readonly squaresPerCell?: number;
	readonly seed?: number;
}

export function grownCity({ cells, units, squaresPerCell = 20, seed = 1 }: GrownPlan): GrownCity {
	const random = randomOf(seed);
	const columns = Math.ceil(Math.sqrt(cells * squaresPerCell));
	const rows = columns;
	const label = grow(columns * rows, cells, random, (square) => {
		const x = square % columns;
		const around = [square - columns, square + columns];
		if (x > 0) around.push(square - 1);
		if (x + 1 < columns) around.push(square + 1);
		return around.filter((next) => next >= 0 && next < columns * rows);
	});
	const shifts = Int32Array.from({ length: 4_096 }, () => Math.round((random() - 0.5) * 3_000));
	const tiling = gridTiling(
		{ columns, rows, label, codes: Array.from({ length: cells }, (_, i) => codeOf(i)) },
		{
			moved: (x, y) => [shifts[(x * 131 + y * 17) & 4095], shifts[(x * 29 + y * 311) & 4095]],
			pointsBetween: 2,
			bent: (point) => [shifts[point & 4095] >> 2, shifts[(point * 7) & 4095] >> 2],
		},
	);
	const neighbours = Array.from({ length: cells }, () => new Set<number>());
	tiling.arcLeft.forEach((left, arc) => {
		const right = tiling.arcRight[arc];
		if (left < 0 || right < 0) return;
		neighbours[left].add(right);
		neighbours[right].add(left);
	});
	const unitOfCell = grow(cells, units, random, (cell) => [...neighbours[cell]]);
	return {
		tiling,
		assignment: { unitCode: Array.from({ length: units }, (_, i) => codeOf(i)), unitOfCell },
		statistics: {
			residents: Int32Array.from({ length: cells }, () => Math.floor(random() * 8_000)),
			households: Int32Array.from({ length: cells }, () => Math.floor(random() * 3_000)),
		},
	};
}

/** Numbers 0 … 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Groups grown from random seeds until all is taken. */
function grow(
	count: number,
	groups: number,
	random: () => number,
	around: (place: number) => readonly number[],
): Int32Array {
	const groupOf = new Int32Array(count).fill(-1);
	const edge: number[] = [];
	for (let group = 0; group < groups; ) {
		const place = Math.floor(random() * count);
		if (groupOf[place] >= 0) continue;
		groupOf[place] = group++;
		edge.push(place);
	}
	while (edge.length > 0) {
		const pick = Math.floor(random() * edge.length);
		const free = around(edge[pick]).filter((next) => groupOf[next] < 0);
		if (free.length === 0) {
			edge[pick] = edge[edge.length - 1];
			edge.pop();
			continue;
		}
		const next = free[Math.floor(random() * free.length)];
		groupOf[next] = groupOf[edge[pick]];
		edge.push(next);
	}
	return groupOf;
}

function codeOf(index: number): string {
	return `3101${String(index).padStart(8, "0")}`;
}

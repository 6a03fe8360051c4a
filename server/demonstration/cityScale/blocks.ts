// Which neighbours of the lattice a street joins, and the rivers, railways, expressways and walls between the others.
import type { Random } from "../Random.ts";

/** Bit per lattice edge: to the east, to the north; and whether that edge crosses a barrier on a bridge. */
export const EAST = 1;
export const NORTH = 2;
export const EAST_BRIDGE = 4;
export const NORTH_BRIDGE = 8;

export type BarrierTags = Readonly<Record<string, string>>;

/** A line between two columns (or rows) of junctions, from one row (column) to another. */
export interface BarrierRun {
	readonly isVertical: boolean;
	/** It runs between this column (row) and the next. */
	readonly line: number;
	readonly from: number;
	readonly to: number;
	/** Every so many streets one crosses; 0 for none. */
	readonly crossingEvery: number;
	readonly tags: BarrierTags;
}

export interface Blocks {
	readonly edges: Uint8Array;
	readonly barriers: readonly BarrierRun[];
}

const KEPT = 0.85;
const ARTERIAL_EVERY = 9;
const WALLS_PER_1000_BLOCKS = 2;

export function isArterial(line: number): boolean {
	return line % ARTERIAL_EVERY === 4;
}

export function layBlocks(side: number, random: Random): Blocks {
	const edges = new Uint8Array(side * side);
	for (let row = 0; row < side; row++)
		for (let column = 0; column < side; column++) {
			const east = isArterial(row) || random.chance(KEPT);
			const north = isArterial(column) || random.chance(KEPT);
			edges[row * side + column] =
				(column + 1 < side && east ? EAST : 0) | (row + 1 < side && north ? NORTH : 0);
		}
	const barriers = [...greatBarriers(side), ...walls(side, random)];
	for (const barrier of barriers) cutBy(edges, side, barrier);
	return { edges, barriers };
}

function greatBarriers(side: number): BarrierRun[] {
	const whole = { from: 0, to: side - 1 };
	const at = (share: number) => Math.round(share * side);
	const river = (name: string) => ({ waterway: "river", name });
	const railway = (name: string) => ({ railway: "rail", name });
	const expressway = (name: string) => ({ highway: "motorway", name });
	return [
		{ isVertical: true, line: at(0.56), ...whole, crossingEvery: 14, tags: river("浦汀江") },
		{ isVertical: false, line: at(0.53), ...whole, crossingEvery: 5, tags: river("澄河") },
		{ isVertical: true, line: at(0.2), ...whole, crossingEvery: 6, tags: river("西泽塘") },
		{ isVertical: false, line: at(0.64), ...whole, crossingEvery: 8, tags: railway("澜北铁路") },
		{ isVertical: true, line: at(0.41), ...whole, crossingEvery: 8, tags: railway("澜西铁路") },
		{ isVertical: true, line: at(0.3), ...whole, crossingEvery: 7, tags: expressway("外环西段") },
		{ isVertical: true, line: at(0.7), ...whole, crossingEvery: 7, tags: expressway("外环东段") },
		{ isVertical: false, line: at(0.3), ...whole, crossingEvery: 7, tags: expressway("外环南段") },
		{ isVertical: false, line: at(0.7), ...whole, crossingEvery: 7, tags: expressway("外环北段") },
	];
}

function walls(side: number, random: Random): BarrierRun[] {
	const count = Math.round((side * side * WALLS_PER_1000_BLOCKS) / 1000);
	return Array.from({ length: count }, () => {
		const from = random.whole(1, side - 8);
		return {
			isVertical: random.chance(0.5),
			line: random.whole(1, side - 3),
			from,
			to: from + random.whole(2, 6),
			crossingEvery: 0,
			tags: { barrier: "wall" },
		};
	});
}

function cutBy(
	edges: Uint8Array,
	side: number,
	{ isVertical, line, from, to, crossingEvery }: BarrierRun,
): void {
	for (let along = from; along <= to; along++) {
		const junction = isVertical ? along * side + line : line * side + along;
		const [edge, bridge] = isVertical ? [EAST, EAST_BRIDGE] : [NORTH, NORTH_BRIDGE];
		const bits = edges[junction] ?? 0;
		const isCrossing = crossingEvery > 0 && along % crossingEvery === 4;
		edges[junction] = isCrossing ? bits | edge | bridge : bits & ~edge;
	}
}

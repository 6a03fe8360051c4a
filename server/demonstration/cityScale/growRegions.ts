// Land shared out among seeds: each grows to its neighbours, in irregular steps, until nothing is left.
import FlatQueue from "flatqueue";
import type { Random } from "../Random.ts";

/** Calls back for every neighbour of a piece of land. */
export type Neighbours = (piece: number, visit: (neighbour: number) => void) => void;

/** The number of the seed that each piece went to; every region is connected, -1 where no seed could come. */
export function growRegions(
	count: number,
	neighbours: Neighbours,
	seeds: readonly number[],
	random: Random,
): Int32Array {
	const region = new Int32Array(count).fill(-1);
	const queue = new FlatQueue<number>();
	const claims: number[] = [];
	const claim = (piece: number, seed: number, cost: number) => {
		queue.push(claims.length / 2, cost);
		claims.push(piece, seed);
	};
	seeds.forEach((piece, seed) => {
		claim(piece, seed, 0);
	});
	for (;;) {
		const cost = queue.peekValue();
		const next = queue.pop();
		if (next === undefined || cost === undefined) return region;
		const [piece, seed] = [claims[2 * next] as number, claims[2 * next + 1] as number];
		if (region[piece] !== -1) continue;
		region[piece] = seed;
		neighbours(piece, (neighbour) => {
			if (region[neighbour] === -1) claim(neighbour, seed, cost + random.between(0.5, 1.5));
		});
	}
}

/** Neighbours of the squares of a grid. */
export function squareNeighbours(side: number): Neighbours {
	return (square, visit) => {
		const column = square % side;
		if (column > 0) visit(square - 1);
		if (column + 1 < side) visit(square + 1);
		if (square >= side) visit(square - side);
		if (square + side < side * side) visit(square + side);
	};
}

/** Neighbours of the regions of a grid. */
export function regionNeighbours(region: Int32Array, side: number, count: number): Neighbours {
	const known = Array.from({ length: count }, () => new Set<number>());
	const visit = squareNeighbours(side);
	for (let square = 0; square < region.length; square++)
		visit(square, (other) => {
			const [a, b] = [region[square] as number, region[other] as number];
			if (a !== b) known[a]?.add(b);
		});
	return (piece, each) => {
		for (const neighbour of known[piece] ?? []) each(neighbour);
	};
}

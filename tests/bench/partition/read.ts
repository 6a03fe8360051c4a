// How fast a tiling of a city is read: figures, hulls, assignments, its binary.
import { gunzipSync, gzipSync } from "node:zlib";
import { createAssigner } from "../../../planning/partition/assigner.ts";
import { unitHulls } from "../../../planning/partition/compactness.ts";
import { decodeTiling, encodeTiling } from "../../../planning/partition/encodeTiling.ts";
import { unitFigures } from "../../../planning/partition/unitFigures.ts";
import { type GrownCity, grownCity, randomOf } from "../../scenes/grownCity.ts";
import type { Figure } from "../Figure.ts";
import { leastMs } from "../measure.ts";

const MOVES = 60_000;

/** Figures of reading a tiling; without a scene, of 6,000 grown cells in 220 units. */
export async function readFigures(
	{ tiling, assignment, statistics }: GrownCity = grownCity({ cells: 6_000, units: 220 }),
): Promise<Figure[]> {
	const zipped = gzipSync(encodeTiling(tiling));
	const assigner = createAssigner(tiling, assignment, statistics);
	const moves = borderMoves(tiling);
	let assigned = 0;
	const ms = leastMs({
		recompute: () => unitFigures(tiling, assignment, statistics),
		hulls: () => unitHulls(tiling, assignment),
		// both ways: every change and its undo is an assignment with contiguity and statistics
		assign: () => {
			assigned = 0;
			for (const [cell, neighbour] of moves)
				if (assigner.assign(cell, assigner.unitOfCell[neighbour])) assigned++;
		},
		takeBack: () => {
			while (assigner.undo());
		},
		decode: () => decodeTiling(gunzipSync(zipped)),
	});
	return [
		{ id: "recompute-all", value: ms.recompute, unit: "ms", atMost: 5 },
		{ id: "hulls-all", value: ms.hulls, unit: "ms", atMost: 30 },
		{
			id: "assign-per-s",
			value: (1_000 * assigned) / ms.assign,
			unit: "per s",
			atLeast: 200_000,
		},
		{ id: "encoded-mb", value: zipped.length / 1e6, unit: "MB", atMost: 1.5 },
		{ id: "decode", value: ms.decode, unit: "ms", atMost: 50 },
	];
}

/** Cells on both sides of random arcs: one is to go to the unit that the other is in by then. */
function borderMoves({ arcLeft, arcRight }: GrownCity["tiling"]): [number, number][] {
	const random = randomOf(7);
	const moves: [number, number][] = [];
	while (moves.length < MOVES) {
		const arc = Math.floor(random() * arcLeft.length);
		const [left, right] = [arcLeft[arc], arcRight[arc]];
		if (left >= 0 && right >= 0) moves.push(random() < 0.5 ? [left, right] : [right, left]);
	}
	return moves;
}

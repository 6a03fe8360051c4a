// Which parts of cells share a border, and how much of a part's border faces nobody.
import type { CellPart } from "../city/cellIndex.ts";
import { arcMeasures } from "./arcMeasures.ts";
import { buildTiling } from "./buildTiling.ts";
import { OUTSIDE } from "./Tiling.ts";

export interface CellAdjacency {
	/** Parts that share some length of border with each part; a shared point does not count. */
	readonly neighbours: readonly ReadonlySet<number>[];
	/** Metres of each part's border, and of what no other part shares. */
	readonly borderM: Float64Array;
	readonly outsideM: Float64Array;
}

/** Adjacency of cell parts: those of a tiling in which each part is a cell of its own. */
export function adjacencyOf(parts: readonly CellPart[]): CellAdjacency {
	const digits = String(parts.length).length;
	const { tiling } = buildTiling(
		parts.map(({ rings }, part) => ({
			code: String(part).padStart(digits, "0"), // so that codes sort as numbers do
			polygons: [rings],
		})),
	);
	const partOf = tiling.cellCode.map(Number); // a part that cannot be read is no cell
	const neighbours = parts.map(() => new Set<number>());
	const borderM = new Float64Array(parts.length);
	const outsideM = new Float64Array(parts.length);
	const { lengthCm } = arcMeasures(tiling);
	tiling.arcLeft.forEach((left, arc) => {
		const sides = [left, tiling.arcRight[arc]];
		sides.forEach((cell, side) => {
			if (cell === OUTSIDE) return;
			const [part, other] = [partOf[cell], sides[1 - side]];
			borderM[part] += lengthCm[arc] / 100;
			if (other === OUTSIDE) outsideM[part] += lengthCm[arc] / 100;
			else neighbours[part].add(partOf[other]);
		});
	});
	return { neighbours, borderM, outsideM };
}

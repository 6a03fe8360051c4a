// How densely the people beyond the limit live, on a grid over the city: the same grid for both sides of a swipe.
import {
	DENSITY_BANDWIDTH_M,
	type Density,
	type DensityGrid,
	density,
} from "../../../planning/coverage/figures/density.ts";
import { peopleBeyond } from "../../../planning/coverage/figures/peopleBeyond.ts";
import { type Box, boxAround } from "../../../planning/geo/box.ts";
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import { lastAnswer } from "../lastAnswer.ts";
import type { Figures } from "./FiguresContext.tsx";
import { isWalked, type WalkedHomes } from "./walkedHomes.ts";

/** Cells in the longer direction; more are not seen, fewer than a sixth of the bandwidth is wasted. */
const MOST_CELLS = 512;
const CELL_M = DENSITY_BANDWIDTH_M / 6;

/** Three bandwidths wider than the city, so that nobody is spread over the edge. */
export const densitiesOn = lastAnswer(([west, south, east, north]: Box): DensityGrid => {
	const corners = [
		[west, south],
		[east, north],
	] as const;
	const box = boxAround(corners, 3 * DENSITY_BANDWIDTH_M);
	const { lonM, latM } = metresPerDegree((box[1] + box[3]) / 2);
	const [widthM, heightM] = [(box[2] - box[0]) * lonM, (box[3] - box[1]) * latM];
	const cellM = Math.max(CELL_M, Math.max(widthM, heightM) / MOST_CELLS);
	return { box, columns: Math.ceil(widthM / cellM), rows: Math.ceil(heightM / cellM) };
});

const worked = lastAnswer((homes: WalkedHomes, limit: number, grid: DensityGrid) =>
	density(homes.residences, peopleBeyond(homes.farness, homes.people, limit), grid),
);

/** Null until loaded, and for presence. */
export function densityOf(
	{ homes, figure: { limit } }: Figures,
	grid: DensityGrid,
): Density | null {
	return limit === null || !isWalked(homes) ? null : worked(homes, limit, grid);
}

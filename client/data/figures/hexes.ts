// The figures of a side by hexagon. What does not depend on the limit is kept: a limit costs one pass over the homes.
import {
	type HexPeople,
	hexMeasure,
	hexPeople,
	hexSums,
} from "../../../planning/coverage/figures/hexFigures.ts";
import type { People } from "../../../planning/coverage/figures/people.ts";
import { peopleBeyond } from "../../../planning/coverage/figures/peopleBeyond.ts";
import type { Box } from "../../../planning/geo/box.ts";
import { type HexGrid, hexGridOf } from "../../../planning/geo/hexGrid.ts";
import { lastAnswer } from "../lastAnswer.ts";
import type { Residences } from "../residenceColumns.ts";
import type { Figures } from "./FiguresContext.tsx";
import { isWalked, type WalkedHomes } from "./walkedHomes.ts";

/** Further columns have a slot for each hexagon where people live. */
export interface Hexes {
	readonly grid: HexGrid;
	readonly people: HexPeople;
	/** Median walk, in the unit of limits; NaN beyond the horizon. */
	readonly measure: Float32Array;
	readonly beyond: Float64Array;
	/** Most people beyond in one hexagon. */
	readonly peak: number;
}

/** One lattice for everybody who looks at the same box, so that both sides of a swipe have the same hexagons. */
export const hexLattice = lastAnswer((box: Box, widthM: number) => hexGridOf(box, widthM));

const hexOfHomes = lastAnswer(
	({ lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array }, grid: HexGrid) =>
		grid.hexColumns(lon, lat),
);
/** By people and not by homes: with another facility or another way to it the same live in the same hexagons. */
const sorted = lastAnswer((people: People, residences: Residences, grid: HexGrid) =>
	hexPeople(hexOfHomes(residences, grid), people),
);
const medians = lastAnswer((people: HexPeople, { farness, people: counted }: WalkedHomes) =>
	hexMeasure(people, farness, counted),
);
const sumsBeyond = lastAnswer((people: HexPeople, homes: WalkedHomes, limit: number) =>
	hexSums(people, peopleBeyond(homes.farness, homes.people, limit)),
);

/** Null until loaded, and for presence. */
export function hexesOf({ homes, figure: { limit } }: Figures, grid: HexGrid): Hexes | null {
	if (limit === null || !isWalked(homes)) return null;
	const people = sorted(homes.people, homes.residences, grid);
	const beyond = sumsBeyond(people, homes, limit);
	const peak = beyond.reduce((most, one) => Math.max(most, one), 0);
	return { grid, people, measure: medians(people, homes), beyond, peak };
}

/** Slot of a hexagon; -1 where nobody lives. */
export function slotOf({ people: { hex } }: Hexes, index: number): number {
	let [low, high] = [0, hex.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const at = hex[middle] ?? -1;
		if (at === index) return middle;
		if (at < index) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

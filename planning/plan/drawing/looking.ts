// What lies where on a drawing table: cells in a ring, units beside a border, facilities, cells that a line crosses.

import { sideOf } from "../../city/pointInPolygon.ts";
import type { FacilityRecord, UnitKind } from "../../city/records.ts";
import { distanceM, metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { facilitiesOf } from "../facilitiesOf.ts";
import type { PlanState } from "../PlanState.ts";
import { cellAt } from "../placeAt.ts";
import type { PlanCell } from "./PlanPicture.ts";
import { placesAlong } from "./placesAlong.ts";

/** Directions in which a border is looked for. */
const DIRECTIONS = 16;
const RINGS = [0.25, 0.5, 1];
const STEP_M = 5;

/** What lies at a place. */
export interface PlaceNews {
	readonly cell: string | null;
	/** Units on both sides of the nearest border of the layer, within reach; the first is the one of the place. */
	readonly border: readonly [string, string] | null;
	/** The nearest facility of the category, within reach. */
	readonly facility: Pick<FacilityRecord, "id" | "category" | "name"> | null;
}

/** Codes of the cells whose name stands within a ring. */
export function cellsInRing(cells: readonly PlanCell[], ring: readonly LonLat[]): string[] {
	if (ring.length < 3) return [];
	const closed = [[...ring, ring[0]]];
	return cells.filter(({ label }) => sideOf(label, closed) !== "outside").map(({ code }) => code);
}

interface Looked {
	readonly at: LonLat;
	readonly reachM: number;
	readonly layer: UnitKind;
	readonly category: string;
}

/** Everything at a place, within reach. */
export function placeNews(state: PlanState, { at, reachM, layer, category }: Looked): PlaceNews {
	const cell = cellAt(state, at);
	const near = facilitiesOf(state)
		.filter((facility) => facility.category === category)
		.map(({ id, name, lonLat }) => ({ id, name, farM: distanceM(at, lonLat) }))
		.filter(({ farM }) => farM <= reachM)
		.sort((a, b) => a.farM - b.farM)
		.at(0);
	return {
		cell: cell < 0 ? null : state.tiling.cellCode[cell],
		border: unitsBeside(state, layer, at, reachM),
		facility: near === undefined ? null : { id: near.id, category, name: near.name },
	};
}

/** The unit of a place and the nearest other one within reach. */
export function unitsBeside(
	state: PlanState,
	layer: UnitKind,
	at: LonLat,
	reachM: number,
): [string, string] | null {
	const codeAt = (place: LonLat) => {
		const cell = cellAt(state, place);
		const { unitCode, unitOfCell } = state.layers[layer];
		return cell < 0 ? undefined : unitCode[unitOfCell[cell]];
	};
	const here = codeAt(at);
	const { lonM, latM } = metresPerDegree(at[1]);
	for (const share of RINGS)
		for (let i = 0; i < DIRECTIONS; i++) {
			const angle = (2 * Math.PI * i) / DIRECTIONS;
			const there = codeAt([
				at[0] + (Math.cos(angle) * reachM * share) / lonM,
				at[1] + (Math.sin(angle) * reachM * share) / latM,
			]);
			if (there === undefined || there === here) continue;
			if (here !== undefined) return [here, there];
		}
	return null;
}

/** Codes of the cells that a line passes, the one it is longest in first. */
export function crossedCells(state: PlanState, line: readonly LonLat[]): string[] {
	const steps = new Map<number, number>();
	for (const place of placesAlong(line, STEP_M)) {
		const cell = cellAt(state, place);
		if (cell >= 0) steps.set(cell, (steps.get(cell) ?? 0) + 1);
	}
	return [...steps].sort((a, b) => b[1] - a[1]).map(([cell]) => state.tiling.cellCode[cell]);
}

// What measures of plans stand on: a surveyed city, the walk times of its analysis, and its territory. Opened once per
// snapshot; everything here is read only.
import type { NearestTimes } from "../../coverage/analysis.ts";
import type { Surveyed } from "../../coverage/surveyed.ts";
import { chooseProfiles, type ProfileChoice } from "../../coverage/walkers.ts";
import { type ReadExceptions, readExceptions } from "../../partition/contiguityExceptions.ts";
import type { Tiling } from "../../partition/Tiling.ts";
import { type Attacher, createAttacher } from "../../reach/attacher.ts";
import type { Profile } from "../../reach/profiles.ts";
import { once } from "../../steps.ts";
import type { PlanBase } from "../PlanBase.ts";

export interface MeasureBase {
	readonly surveyed: Surveyed;
	/** Of the base's analysis with the same choice: any before own, by the catalogue, as `emptyTimes` orders them. */
	readonly times: readonly NearestTimes[];
	/** How everyone walks, then how villages do where that differs. */
	readonly profiles: readonly Profile[];
	readonly plan: PlanBase;
	/**
	 * Cells are those of a tiling; after them come cells of the city that the base's tiling had to leave out, which have
	 * people but no territory. Indices into the city's cells.
	 */
	readonly leftOut: Int32Array;
	/** Cell, so numbered in the base's tiling, of each residence and each facility of the city; -1 where none. */
	readonly residenceCell: Int32Array;
	readonly facilityCell: Int32Array;
	/** m² of built-up land by cell of the base's tiling; null without a land layer (无数据). */
	readonly builtUpM2: Float64Array | null;
	/** For facilities that a plan puts somewhere. */
	readonly attacher: () => Attacher;
	/** Declared exceptions on a tiling; remembered. */
	readonly exceptionsOn: (tiling: Tiling) => ReadExceptions;
}

export interface MeasureOptions {
	/** The choice that the analysis was made with. */
	readonly choice?: ProfileChoice;
	readonly builtUpM2?: Float64Array | null;
	/** Where one is there already: else made when first needed, about 1 s per million street edges. */
	readonly attacher?: Attacher;
}

/** A base from a city's survey and the times of its analysis. `plan` is of the same snapshot. */
export function openMeasureBase(
	surveyed: Surveyed,
	times: readonly NearestTimes[],
	plan: PlanBase,
	{ choice = {}, builtUpM2 = null, attacher }: MeasureOptions = {},
): MeasureBase {
	const { city, located } = surveyed;
	const { main, village } = chooseProfiles(choice);
	const tileOf = new Map(plan.tiling.cellCode.map((code, tile) => [code, tile]));
	const leftOut = Int32Array.from(city.cells.keys()).filter(
		(cell) => !tileOf.has(city.cells[cell].code),
	);
	const cellOfCity = Int32Array.from(city.cells, ({ code }) => tileOf.get(code) ?? -1);
	leftOut.forEach((cell, i) => {
		cellOfCity[cell] = plan.tiling.cellCode.length + i;
	});
	const renumbered = (cells: Int32Array) => cells.map((cell) => (cell < 0 ? -1 : cellOfCity[cell]));
	const read = new WeakMap<Tiling, ReadExceptions>();
	return {
		surveyed,
		times,
		profiles: village === null ? [main] : [main, village],
		plan,
		leftOut,
		residenceCell: renumbered(located.residenceCell),
		facilityCell: renumbered(located.facilityCell),
		builtUpM2,
		attacher: once(() => attacher ?? createAttacher(city.graph, city.barriers)),
		exceptionsOn(tiling) {
			const made = read.get(tiling) ?? readExceptions(tiling, plan.exceptions);
			read.set(tiling, made);
			return made;
		},
	};
}

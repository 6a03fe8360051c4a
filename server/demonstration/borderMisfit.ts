// A border misfit is planted: two streets are drawn with their common border a lattice cell off, through a committee.

import { at, valueAt } from "./at.ts";
import type { UnitPlan } from "./CityPlan.ts";
import type { Land } from "./layOutCity.ts";
import { cellsBeside, outlineOf } from "./outline.ts";

export interface BorderMisfit {
	/** The lattice cell on the wrong side. */
	readonly cell: number;
	/** Units that it belongs to, and that it is drawn in. */
	readonly owner: UnitPlan;
	readonly other: UnitPlan;
	readonly committee: string;
}

/** A cell of the smallest committee along the border. People go with their committee: no figure changes. */
export function plantBorderMisfit(land: Land): BorderMisfit {
	const { lattice, territory, plan } = land;
	const { letter, neighbour } = plan.planted.borderMisfit;
	const unitOf = (wanted: string) => valueAt(new Map(plan.units.map((u) => [u.letter, u])), wanted);
	const own = [...lattice.unitOf.keys()].filter((cell) => at(lattice.unitOf, cell) === letter);
	const parts = outlineOf(lattice, own).length;
	const candidates = territory.committees
		.filter(({ unit }) => unit.letter === letter)
		.sort((a, b) => a.cells.length - b.cells.length || (a.code < b.code ? -1 : 1));
	for (const { code, cells } of candidates)
		for (const cell of cells) {
			const beside = cellsBeside(lattice, cell).map((next) => at(lattice.unitOf, next));
			if (cells.length < 4 || !beside.includes(neighbour)) continue;
			const rest = own.filter((other) => other !== cell);
			if (outlineOf(lattice, rest).length !== parts) continue;
			return { cell, owner: unitOf(letter), other: unitOf(neighbour), committee: code };
		}
	throw new Error(`No committee of ${letter} along ${neighbour} for a border misfit.`);
}

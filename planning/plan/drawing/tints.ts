// A few tints so that neighbours differ: the units of a layer in the order of their codes, each the first that no
// neighbour has.
import type { UnitKind } from "../../city/records.ts";
import { unitBorders } from "../../partition/unitBorders.ts";
import type { PlanBase } from "../PlanBase.ts";

/** Tints there are; where neighbours have them all, the one that fewest of them have would do, and the first is taken. */
export const TINT_COUNT = 6;

const known = new WeakMap<PlanBase, Map<UnitKind, readonly number[]>>();

/** Tint of a unit of a layer; those of the base keep theirs in every plan. */
export function tintOf(base: PlanBase, layer: UnitKind, unit: number): number {
	return baseTints(base, layer)[unit] ?? unit % TINT_COUNT;
}

function baseTints(base: PlanBase, layer: UnitKind): readonly number[] {
	const made = known.get(base) ?? new Map<UnitKind, readonly number[]>();
	known.set(base, made);
	const before = made.get(layer);
	if (before !== undefined) return before;
	const neighbours: number[][] = base.layers[layer].units.map(() => []);
	for (const { a, b } of unitBorders(base.tiling, base.layers[layer]))
		if (a >= 0) {
			neighbours[a].push(b);
			neighbours[b].push(a);
		}
	const tints: number[] = [];
	for (const near of neighbours) {
		const taken = new Set(near.map((unit) => tints[unit]));
		let tint = 0;
		while (taken.has(tint) && tint < TINT_COUNT - 1) tint++;
		tints.push(tint);
	}
	made.set(layer, tints);
	return tints;
}

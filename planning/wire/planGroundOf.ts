// The ground of plans from a city that was put in its place.
import type { ContiguityException } from "../city/records.ts";
import type { Located } from "../coverage/located.ts";
import type { Tiling } from "../partition/Tiling.ts";
import type { PlanGround } from "./planGround.ts";

interface Stand {
	/** Hash of the snapshot. */
	readonly snapshot: string;
	readonly tiling: Tiling;
	readonly exceptions: readonly ContiguityException[];
}

export function planGroundOf(located: Located, stand: Stand): PlanGround {
	const { city, tree, facilityCell, operators } = located;
	const numberOf = new Map(tree.units.map((unit, number) => [unit, number]));
	return {
		...stand,
		units: tree.units.map(({ polygons: _, ...unit }) => unit),
		cells: city.cells.map(({ code, units }) => ({ code, units })),
		facilities: city.facilities.map((facility, number) => {
			const { unit, isPresumed } = operators[number];
			return {
				...facility,
				cell: facilityCell[number],
				operator: unit === undefined ? -1 : (numberOf.get(unit) ?? -1),
				isPresumed,
			};
		}),
	};
}

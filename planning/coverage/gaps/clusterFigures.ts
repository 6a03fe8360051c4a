// Figures of one cluster, in numbers: who, where, whose.
import type { CellUnits } from "../located.ts";
import { hullRing } from "./hull.ts";
import { middleOf } from "./middle.ts";

/** Numbers only; units by their number in the search, -1 for none. */
export interface ClusterFigures {
	readonly people: number;
	/** Ascending. */
	readonly members: Int32Array;
	/** The residence nearest to the middle. */
	readonly middle: number;
	/** lon, lat of each corner of the hull, closed. */
	readonly ring: Float64Array;
	readonly streets: UnitSums;
	readonly committees: UnitSums;
}

/** People by unit, by ascending number of unit. */
export interface UnitSums {
	readonly unit: Int32Array;
	readonly people: Float64Array;
}

/** What clusters are measured on. */
interface ClusterGround {
	/** lon, lat of each residence. */
	readonly lonLat: Float64Array;
	readonly people: Float64Array;
	/** Cell of each residence, -1 where none. */
	readonly cell: Int32Array;
	readonly cellUnits: Pick<CellUnits, "street" | "committee">;
}

export type ClusterMeter = (members: Int32Array) => ClusterFigures;

/** Prepare the measuring of clusters; its memory is kept from call to call. */
export function clusterMeterOf({ lonLat, people, cell, cellUnits }: ClusterGround): ClusterMeter {
	const streets = unitCounter(cellUnits.street, cell, people);
	const committees = unitCounter(cellUnits.committee, cell, people);
	return (members) => {
		const places = new Float64Array(2 * members.length);
		let sum = 0;
		for (let i = 0; i < members.length; i++) {
			places[2 * i] = lonLat[2 * members[i]];
			places[2 * i + 1] = lonLat[2 * members[i] + 1];
			sum += people[members[i]];
		}
		return {
			people: sum,
			members,
			middle: members[middleOf(places)],
			ring: hullRing(places),
			streets: streets(members),
			committees: committees(members),
		};
	};
}

function unitCounter(
	cellUnit: Int32Array,
	cell: Int32Array,
	people: Float64Array,
): (members: Int32Array) => UnitSums {
	// slot 0 is for those in no unit
	let most = -1;
	for (const unit of cellUnit) most = Math.max(most, unit);
	const sums = new Float64Array(most + 2);
	const isTouched = new Uint8Array(most + 2);
	const touched = new Int32Array(most + 2);
	return (members) => {
		let count = 0;
		for (let i = 0; i < members.length; i++) {
			const at = cell[members[i]];
			const slot = at < 0 ? 0 : cellUnit[at] + 1;
			if (isTouched[slot] === 0) {
				isTouched[slot] = 1;
				touched[count++] = slot;
				sums[slot] = 0;
			}
			sums[slot] += people[members[i]];
		}
		const unit = touched.slice(0, count).sort();
		const counted = new Float64Array(count);
		for (let i = 0; i < count; i++) {
			counted[i] = sums[unit[i]];
			isTouched[unit[i]] = 0;
			unit[i]--;
		}
		return { unit, people: counted };
	};
}

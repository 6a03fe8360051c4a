// Figures of clusters in the words of flags: ids, codes, shapes, made when first asked for. The same cluster is without
// a park, a school and a market: put into words once.

import { once } from "../../steps.ts";
import { type ClusterFigures, clusterMeterOf, type UnitSums } from "../gaps/clusterFigures.ts";
import { territoryOf } from "../gaps/hull.ts";
import type { Surveyed } from "../surveyed.ts";
import { idsOf, type Whereabouts } from "./flagParts.ts";

/** Shared between flags: not to be changed. */
export interface ClusterFacts extends Whereabouts {
	/** Codes of street-level units and committees, sorted. */
	readonly unitCodes: string[];
	readonly figures: {
		readonly residences: number;
		/** Residents by unit code, those in no unit under ""; keys in UTF-16 order. */
		readonly residentsByStreet: Readonly<Record<string, number>>;
		readonly residentsByCommittee: Readonly<Record<string, number>>;
	};
}

/** Facts of clusters, remembered by their members. */
export function factsBookOf(surveyed: Surveyed): (members: Int32Array) => ClusterFacts {
	const meter = once(() =>
		clusterMeterOf({
			lonLat: surveyed.residenceLonLat,
			people: surveyed.residents,
			cell: surveyed.located.residenceCell,
			cellUnits: surveyed.located.cellUnits,
		}),
	);
	const byFirst = new Map<number, { members: Int32Array; facts: ClusterFacts }[]>();
	return (members) => {
		let known = byFirst.get(members[0]);
		if (known === undefined) {
			known = [];
			byFirst.set(members[0], known);
		}
		for (const one of known) if (isSame(one.members, members)) return one.facts;
		const facts = factsOf(surveyed, meter()(members));
		known.push({ members, facts });
		return facts;
	};
}

function factsOf(
	surveyed: Surveyed,
	{ people, members, middle, ring, streets, committees }: ClusterFigures,
): ClusterFacts {
	const { residenceLonLat: lonLat } = surveyed;
	const residentsByStreet = byCode(surveyed, streets);
	const residentsByCommittee = byCode(surveyed, committees);
	const codes = new Set(Object.keys(residentsByStreet));
	for (const code in residentsByCommittee) codes.add(code);
	codes.delete("");
	return {
		residents: people,
		residenceIds: idsOf(surveyed, members),
		at: [lonLat[2 * middle], lonLat[2 * middle + 1]],
		place: territoryOf(ring),
		unitCodes: [...codes].sort(),
		figures: { residences: members.length, residentsByStreet, residentsByCommittee },
	};
}

/** Units are numbered by kind and code, none comes first: the keys come in order. */
function byCode({ located }: Surveyed, { unit, people }: UnitSums): Record<string, number> {
	const sums: Record<string, number> = {};
	for (let i = 0; i < unit.length; i++)
		sums[unit[i] < 0 ? "" : located.tree.units[unit[i]].code] = people[i];
	return sums;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

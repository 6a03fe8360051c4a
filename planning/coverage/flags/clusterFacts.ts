// Who and where clusters of residences are. The same cluster is without a park, a school and a market: looked at once.
import type { Surveyed } from "../surveyed.ts";
import { type Whereabouts, whereabouts } from "./flagParts.ts";
import { type UnitCounts, type UnitShares, unitCountsOf } from "./unitCounts.ts";

/** Shared between flags: not to be changed. */
export type ClusterFacts = Readonly<Whereabouts & UnitShares>;

interface Known {
	readonly members: Int32Array;
	readonly facts: ClusterFacts;
}

/** Facts of clusters (ascending), remembered by their members. */
export function clusterFactsOf(surveyed: Surveyed): (cluster: Int32Array) => ClusterFacts {
	const byFirst = new Map<number, Known[]>();
	let counts: UnitCounts | undefined;
	return (members) => {
		const first = members[0];
		let known = byFirst.get(first);
		if (known === undefined) {
			known = [];
			byFirst.set(first, known);
		}
		for (const one of known) if (isSame(one.members, members)) return one.facts;
		counts ??= unitCountsOf(surveyed);
		const facts = { ...whereabouts(surveyed, members), ...counts.of(members) };
		known.push({ members, facts });
		return facts;
	};
}

function isSame(a: Int32Array, b: Int32Array): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

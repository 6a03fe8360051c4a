// Links a plan may open: a gate in a wall, a crossing, a footbridge; and what one edge is on the ground.
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Profile } from "./profiles.ts";
import { SHUT_DM } from "./records.ts";

/** A junction, or a place along an edge; for private ways the copy that can be left, as attachments name it. */
export type LinkPlace =
	| { readonly node: number }
	| { readonly edge: number; readonly offsetDm: number };

/** Something new to walk on. Both ends, if on edges, are where it meets the street. */
export interface NewLink {
	readonly from: LinkPlace;
	readonly to: LinkPlace;
	readonly lengthDm: number;
	/** Waiting at a crossing, deciseconds. */
	readonly penaltyDs?: number;
	/** Bits of `EDGE_FLAG`; steps cost as steps do, and profiles without steps do not use them. */
	readonly flags?: number;
	/** Walked from `from` to `to` only. */
	readonly isOneWay?: boolean;
}

/** Throws when a link's places are not on the graph or its length is no whole number of decimetres. */
export function mustBeOn(graph: StreetGraph, link: Partial<NewLink>): void {
	for (const place of [link.from, link.to]) {
		if (place === undefined) continue;
		const isThere =
			"node" in place
				? place.node in graph.firstEdge && place.node + 1 < graph.firstEdge.length
				: Number.isInteger(place.offsetDm) &&
					place.offsetDm >= 0 &&
					place.offsetDm <= graph.edgeLengthDm[place.edge];
		if (!isThere) throw new Error(`${JSON.stringify(place)} is not on the street graph.`);
	}
	const { lengthDm = 0 } = link;
	if (!Number.isInteger(lengthDm) || lengthDm < 0)
		throw new Error(`A link cannot be ${lengthDm} dm long.`);
}

/** Cost of a link; `SHUT_DM` for profiles that may not use it. */
export function linkCostDm(profile: Profile, link: NewLink): number {
	const flags = link.flags ?? 0;
	if ((flags & profile.forbiddenFlags) !== 0) return SHUT_DM;
	const penaltyDm = Math.round(((link.penaltyDs ?? 0) * profile.speedMPerMin) / 60);
	const isSteps = (flags & EDGE_FLAG.steps) !== 0;
	const levelDm = isSteps ? Math.round(link.lengthDm * profile.stepFactor) : link.lengthDm;
	return Math.min(levelDm + penaltyDm, SHUT_DM);
}

/** The arc that stands for an edge and its reverse: attachments name this one. */
export function standingEdge({ edgeReverse }: StreetGraph, edge: number): number {
	return Math.min(edge, edgeReverse[edge]);
}

/** Start and end copies of private ways, each by the other. */
export function twinsOf({ privateTwins }: StreetGraph): ReadonlyMap<number, number> {
	const twinOf = new Map<number, number>();
	for (let i = 0; i < privateTwins.length; i += 2) {
		twinOf.set(privateTwins[i], privateTwins[i + 1]);
		twinOf.set(privateTwins[i + 1], privateTwins[i]);
	}
	return twinOf;
}

/** An edge, its reverse and, of a private way, both of the other copy. */
export function sameGround(
	graph: StreetGraph,
	twinOf: ReadonlyMap<number, number>,
	edge: number,
): number[] {
	const standing = standingEdge(graph, edge);
	const twin = twinOf.get(standing);
	const copies = twin === undefined ? [standing] : [standing, twin];
	return copies.flatMap((copy) => {
		const reverse = graph.edgeReverse[copy];
		return reverse === NO_EDGE ? [copy] : [copy, reverse];
	});
}

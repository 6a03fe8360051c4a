// The lines that a connector may not cross, taken from ways and from the outlines of water.
import { barrierKindOf, isWaterArea } from "./barrierKind.ts";
import { GrowingColumn } from "./GrowingColumn.ts";
import { BARRIER_KINDS, type BarrierKind, type BarrierLines } from "./StreetGraph.ts";
import type { WaySet } from "./Way.ts";

/** All barrier lines of a set of ways; members of water multipolygons count as water. */
export function barrierLinesOf(ways: WaySet): BarrierLines {
	const waterMembers = new Map<number, string>();
	for (const relation of ways.relations ?? [])
		if (isWaterArea(relation.tags))
			for (const member of relation.members)
				waterMembers.set(member.ref, relation.tags["name"] ?? "");

	const lineKind: number[] = [];
	const lineWay: number[] = [];
	const lineName: string[] = [];
	const firstPoint = [0];
	const pointLonLat = new GrowingColumn(Float64Array);
	for (const way of ways.ways) {
		const kind: BarrierKind | null =
			barrierKindOf(way.tags) ?? (waterMembers.has(way.id) ? "water" : null);
		if (kind === null || way.nodeIds.length < 2) continue;
		for (const id of way.nodeIds) {
			pointLonLat.push(ways.lonOf.get(id) as number);
			pointLonLat.push(ways.latOf.get(id) as number);
		}
		lineKind.push(BARRIER_KINDS.indexOf(kind));
		lineWay.push(way.id);
		lineName.push(way.tags["name"] ?? waterMembers.get(way.id) ?? "");
		firstPoint.push(pointLonLat.length / 2);
	}
	return {
		lineKind: Uint8Array.from(lineKind),
		lineWay: Float64Array.from(lineWay),
		lineName,
		firstPoint: Uint32Array.from(firstPoint),
		pointLonLat: pointLonLat.finished(),
	};
}

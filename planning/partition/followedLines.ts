// What borders follow on the ground: streets of the street graph, banks and middle lines of water.
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { edgeLine, edgeTails } from "../streets/edgeLine.ts";
import {
	BARRIER_KINDS,
	type BarrierLines,
	NO_EDGE,
	type StreetGraph,
} from "../streets/StreetGraph.ts";
import { FOLLOW_RULE, markFollowing } from "./arcFlags.ts";
import { lonLatArc } from "./lonLatShape.ts";
import type { Tiling } from "./Tiling.ts";

export interface GroundLines {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
}

const WATER = BARRIER_KINDS.indexOf("water");
/** At least the distance of the rule: a line near a border is then in a marked bin or in one beside it. */
const BIN_M = 1.2 * FOLLOW_RULE.withinM;
const MOST_BINS_A_SIDE = 4_096;

/** The tiling with the flags of what its arcs follow; none without lines. */
export function markGround(tiling: Tiling, ground: GroundLines | null): Tiling {
	const isNear = nearBorders(tiling);
	const streets = ground === null ? [] : streetLines(ground.graph, isNear);
	const water = ground === null ? [] : waterLines(ground.barriers, isNear);
	return markFollowing(markFollowing(tiling, streets, "followsStreet"), water, "followsWater");
}

type NearTest = (from: LonLat, to: LonLat) => boolean;

/** Stretches of street that may lie near a border. */
function* streetLines(graph: StreetGraph, isNear: NearTest): Generator<LonLat[]> {
	const tails = edgeTails(graph);
	for (let edge = 0; edge < tails.length; edge++) {
		const reverse = graph.edgeReverse[edge];
		if (reverse !== NO_EDGE && reverse < edge) continue; // the same street the other way
		yield* nearStretches(edgeLine(graph, edge, tails[edge]), isNear);
	}
}

function* waterLines(lines: BarrierLines, isNear: NearTest): Generator<LonLat[]> {
	for (let line = 0; line < lines.lineKind.length; line++) {
		if (lines.lineKind[line] !== WATER) continue;
		const [from, to] = [lines.firstPoint[line], lines.firstPoint[line + 1]];
		yield* nearStretches(lines.pointLonLat.subarray(2 * from, 2 * to), isNear);
	}
}

function* nearStretches(lonLat: ArrayLike<number>, isNear: NearTest): Generator<LonLat[]> {
	let run: LonLat[] = [];
	let from: LonLat = [lonLat[0], lonLat[1]];
	for (let i = 2; i < lonLat.length; i += 2) {
		const to: LonLat = [lonLat[i], lonLat[i + 1]];
		if (isNear(from, to)) {
			if (run.length === 0) run.push(from);
			run.push(to);
		} else if (run.length > 0) {
			yield run;
			run = [];
		}
		from = to;
	}
	if (run.length > 0) yield run;
}

/** Does a stretch's box touch a bin that a border touches, or one beside it? Never no where one is near. */
function nearBorders(tiling: Tiling): NearTest {
	const arcs = Array.from(tiling.arcFrom, (_, arc) => lonLatArc(tiling, arc));
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon, lat] of arcs.flat()) {
		[west, east] = [Math.min(west, lon), Math.max(east, lon)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
	}
	if (arcs.length === 0) return () => false;
	const { lonM, latM } = metresPerDegree((south + north) / 2);
	const spanM = Math.max((east - west) * lonM, (north - south) * latM);
	const binM = Math.max(BIN_M, spanM / MOST_BINS_A_SIDE);
	const side = Math.ceil(spanM / binM) + 3;
	const column = (lon: number) => Math.floor(((lon - west) * lonM) / binM) + 1;
	const row = (lat: number) => Math.floor(((lat - south) * latM) / binM) + 1;
	const clamped = (bin: number) => Math.max(0, Math.min(side - 1, bin));
	const isMarked = new Uint8Array(side * side);

	const boxBins = (a: LonLat, b: LonLat, margin: number, visit: (bin: number) => boolean) => {
		const [c1, c2] = [column(Math.min(a[0], b[0])), column(Math.max(a[0], b[0]))];
		const [r1, r2] = [row(Math.min(a[1], b[1])), row(Math.max(a[1], b[1]))];
		for (let r = clamped(r1 - margin); r <= clamped(r2 + margin); r++)
			for (let c = clamped(c1 - margin); c <= clamped(c2 + margin); c++)
				if (visit(r * side + c)) return true;
		return false;
	};
	for (const arc of arcs)
		for (let i = 1; i < arc.length; i++)
			boxBins(arc[i - 1], arc[i], 0, (bin) => {
				isMarked[bin] = 1;
				return false;
			});
	return (from, to) => boxBins(from, to, 1, (bin) => isMarked[bin] === 1);
}

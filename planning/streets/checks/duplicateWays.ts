// Lines drawn twice: they do no harm to walks, but show that layers were merged, and count twice where lengths are summed.
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { WalkableWays } from "../walkableWays.ts";
import { type DuplicateWay, type Findings, LISTED_FINDINGS } from "./Findings.ts";
import { writeBox } from "./LineIndex.ts";
import { nearestOn } from "./looseNodes.ts";

/** Lines no farther apart than this anywhere are one line drawn twice. */
const TWIN_M = 1;
/** Shorter ones are twins only by their nodes: end to end they would be near enough, too. */
const SHORTEST_M = 4 * TWIN_M;
const NONE = 0xffff_ffff;

/**
 * Ways that have the same nodes in the same or the opposite order as an earlier way of the same level, or lie within
 * `TWIN_M` of it along their whole length and it of them; each with the earlier way. The share is that of ways.
 */
export function duplicateWays(ways: WalkableWays): Findings<DuplicateWay> {
	const twinOf = twinsOf(ways);
	const listed: DuplicateWay[] = [];
	let count = 0;
	for (let way = 0; way < twinOf.length; way++) {
		if (twinOf[way] === NONE) continue;
		count++;
		if (listed.length === LISTED_FINDINGS) continue;
		const middle = ways.refs[(ways.firstRef[way] + ways.firstRef[way + 1]) >> 1];
		listed.push({
			lon: ways.nodeLon[middle],
			lat: ways.nodeLat[middle],
			wayId: ways.wayId[way],
			otherWayId: ways.wayId[twinOf[way]],
		});
	}
	return { count, listed, sharePct: twinOf.length === 0 ? 0 : (100 * count) / twinOf.length };
}

/** An earlier way like each, or NONE. Of a way that has one already no further ones are looked for. */
function twinsOf(ways: WalkableWays): Uint32Array {
	const boxes = new Float64Array(4 * ways.wayId.length);
	for (let way = 0; way < ways.wayId.length; way++)
		writeBox(ways, [ways.firstRef[way], ways.firstRef[way + 1] - 1], boxes, way);
	const twinOf = new Uint32Array(ways.wayId.length).fill(NONE);
	const compare = (a: number, b: number) => {
		const [earlier, later] = a < b ? [a, b] : [b, a];
		if (twinOf[later] !== NONE || !areBoxesNear(boxes, a, b)) return;
		if (areTwins(ways, boxes, [earlier, later])) twinOf[later] = earlier;
	};

	// ways whose middles are near: in strips of one tolerance from south to north, each sorted from west to east
	const { strip, order } = inStrips(boxes);
	const middle = (way: number) => boxes[4 * way] + boxes[4 * way + 2];
	let above = 0;
	for (let i = 0; i < order.length; i++) {
		const way = order[i];
		const reach = 2 * (TWIN_M / metresPerDegree(boxes[4 * way + 1]).lonM);
		for (let j = i + 1; j < order.length && strip[order[j]] === strip[way]; j++) {
			if (middle(order[j]) > middle(way) + reach) break;
			compare(way, order[j]);
		}
		while (
			above < order.length &&
			(strip[order[above]] <= strip[way] ||
				(strip[order[above]] === strip[way] + 1 && middle(order[above]) < middle(way) - reach))
		)
			above++;
		for (let j = above; j < order.length && strip[order[j]] === strip[way] + 1; j++) {
			if (middle(order[j]) > middle(way) + reach) break;
			compare(way, order[j]);
		}
	}
	return twinOf;
}

/** The strip of each way by the latitude of its box's middle, and the ways by strip, then from west to east. */
function inStrips(boxes: Float64Array) {
	const stripDegrees = TWIN_M / metresPerDegree(0).latM; // of latitude: never less than a tolerance
	const strip = new Float64Array(boxes.length / 4);
	for (let way = 0; way < strip.length; way++)
		strip[way] = Math.floor((boxes[4 * way + 1] + boxes[4 * way + 3]) / (2 * stripDegrees));
	const order = Uint32Array.from(strip.keys());
	const middle = (way: number) => boxes[4 * way] + boxes[4 * way + 2];
	order.sort((a, b) => strip[a] - strip[b] || middle(a) - middle(b) || a - b);
	return { strip, order };
}

function areBoxesNear(boxes: Float64Array, a: number, b: number): boolean {
	const { lonM, latM } = metresPerDegree(boxes[4 * a + 1]);
	for (let side = 0; side < 4; side++) {
		const apart = Math.abs(boxes[4 * a + side] - boxes[4 * b + side]);
		if (apart * (side % 2 === 0 ? lonM : latM) > TWIN_M) return false;
	}
	return true;
}

function areTwins(
	ways: WalkableWays,
	boxes: Float64Array,
	[a, b]: readonly [number, number],
): boolean {
	if (ways.wayLevel[a] !== ways.wayLevel[b]) return false;
	if (haveSameNodes(ways, a, b)) return true;
	const { lonM, latM } = metresPerDegree(boxes[4 * a + 1]);
	const acrossM = Math.hypot(
		(boxes[4 * a + 2] - boxes[4 * a]) * lonM,
		(boxes[4 * a + 3] - boxes[4 * a + 1]) * latM,
	);
	return acrossM >= SHORTEST_M && liesAlong(ways, a, b) && liesAlong(ways, b, a);
}

function haveSameNodes({ firstRef, refs }: WalkableWays, a: number, b: number): boolean {
	const count = firstRef[a + 1] - firstRef[a];
	if (firstRef[b + 1] - firstRef[b] !== count) return false;
	let isForward = true;
	let isBackward = true;
	for (let i = 0; i < count && (isForward || isBackward); i++) {
		const node = refs[firstRef[a] + i];
		isForward &&= node === refs[firstRef[b] + i];
		isBackward &&= node === refs[firstRef[b + 1] - 1 - i];
	}
	return isForward || isBackward;
}

/** True when every point of way a is within the tolerance of some segment of way b. */
function liesAlong(ways: WalkableWays, a: number, b: number): boolean {
	const { firstRef, refs } = ways;
	for (let i = firstRef[a]; i < firstRef[a + 1]; i++) {
		let isNear = false;
		for (let j = firstRef[b]; j + 1 < firstRef[b + 1] && !isNear; j++)
			isNear = nearestOn(ways, refs[i], [refs[j], refs[j + 1]]).distanceM <= TWIN_M;
		if (!isNear) return false;
	}
	return true;
}

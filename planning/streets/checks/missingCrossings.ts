// Lines that cross on the ground without a common node: drawn as a crossroads, walked as two streets that never meet.
import { segmentsCross } from "../../geo/crossing.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { WalkableWays } from "../walkableWays.ts";
import { isOnGround } from "../wayLevels.ts";
import { type Findings, LISTED_FINDINGS, type MissingCrossing } from "./Findings.ts";
import type { LineIndex } from "./LineIndex.ts";
import { looseNodes, nearestOn, TOUCH_M } from "./looseNodes.ts";

/**
 * Every place where two ways cross at the same level, neither on a bridge nor in a tunnel, and the two segments share no
 * node. A loose end that lies on another way does not cross it, see `almostJoined`; of a corner that touches another way
 * exactly and turns back nothing is said. The share is that of ways.
 */
export function missingCrossings(ways: WalkableWays, lines: LineIndex): Findings<MissingCrossing> {
	const { wayFlags, wayLevel, wayId } = ways;
	const { runWay, runBox, tree } = lines;
	const isConcerned = new Uint8Array(wayId.length);
	const isLoose = looseNodes(ways);
	const listed: MissingCrossing[] = [];
	let count = 0;
	let run = 0;

	const note = (other: number, a: number, b: number) => {
		if (touchesOnly(ways, isLoose, [a, b])) return;
		count++;
		isConcerned[runWay[run]] = 1;
		isConcerned[runWay[other]] = 1;
		if (listed.length === LISTED_FINDINGS) return;
		const [lon, lat] = placeOf(ways, a, b);
		listed.push({ lon, lat, wayId: wayId[runWay[run]], otherWayId: wayId[runWay[other]] });
	};
	const crossRun = crosser(ways, lines, note);
	const visit = (other: number) => {
		if (other <= run) return false;
		const [way, otherWay] = [runWay[run], runWay[other]];
		if (otherWay === way || wayLevel[otherWay] !== wayLevel[way]) return false;
		if (isOnGround(wayFlags[otherWay])) crossRun(run, other);
		return false;
	};
	for (; run < runWay.length; run++)
		if (isOnGround(wayFlags[runWay[run]])) {
			const box = 4 * run;
			tree?.search(runBox[box], runBox[box + 1], runBox[box + 2], runBox[box + 3], visit);
		}
	const concerned = isConcerned.reduce((sum, is) => sum + is, 0);
	return { count, listed, sharePct: wayId.length === 0 ? 0 : (100 * concerned) / wayId.length };
}

/** Of two runs, calls `found` with the second and the first refs of each two segments that cross. The kernel of the check. */
function crosser(
	{ refs, nodeLon, nodeLat }: WalkableWays,
	{ runFrom, runTo, runBox }: LineIndex,
	found: (other: number, a: number, b: number) => void,
): (run: number, other: number) => void {
	return (run, other) => {
		const west = runBox[4 * other];
		const south = runBox[4 * other + 1];
		const east = runBox[4 * other + 2];
		const north = runBox[4 * other + 3];
		for (let a = runFrom[run]; a < runTo[run]; a++) {
			const p = refs[a];
			const q = refs[a + 1];
			const px = nodeLon[p];
			const qx = nodeLon[q];
			if ((px > east && qx > east) || (px < west && qx < west)) continue;
			const py = nodeLat[p];
			const qy = nodeLat[q];
			if ((py > north && qy > north) || (py < south && qy < south)) continue;
			for (let b = runFrom[other]; b < runTo[other]; b++) {
				const r = refs[b];
				const s = refs[b + 1];
				if (p === r || p === s || q === r || q === s) continue;
				if (segmentsCross(px, py, qx, qy, nodeLon[r], nodeLat[r], nodeLon[s], nodeLat[s]))
					found(other, a, b);
			}
		}
	};
}

/** True when a loose end of one of the segments that begin at these refs lies on the other. */
function touchesOnly(
	ways: WalkableWays,
	isLoose: Uint8Array,
	[a, b]: readonly [number, number],
): boolean {
	const { refs } = ways;
	const liesOn = (ref: number, other: number) =>
		isLoose[refs[ref]] === 1 &&
		nearestOn(ways, refs[ref], [refs[other], refs[other + 1]]).distanceM <= TOUCH_M;
	return liesOn(a, b) || liesOn(a + 1, b) || liesOn(b, a) || liesOn(b + 1, a);
}

/** Where the segments that begin at refs `a` and `b` cross. */
function placeOf({ refs, nodeLon, nodeLat }: WalkableWays, a: number, b: number): LonLat {
	const [p, q, r, s] = [refs[a], refs[a + 1], refs[b], refs[b + 1]];
	const [dx, dy] = [nodeLon[q] - nodeLon[p], nodeLat[q] - nodeLat[p]];
	const [ex, ey] = [nodeLon[s] - nodeLon[r], nodeLat[s] - nodeLat[r]];
	const across = dx * ey - dy * ex;
	const along =
		across === 0 ? 0 : ((nodeLon[r] - nodeLon[p]) * ey - (nodeLat[r] - nodeLat[p]) * ex) / across;
	return [nodeLon[p] + along * dx, nodeLat[p] + along * dy];
}

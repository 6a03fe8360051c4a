// Where the walkable lines run: a packed tree over runs of some segments each, a sixth of the memory of one over all.
import Flatbush from "flatbush";
import { GrowingColumn } from "../GrowingColumn.ts";
import type { WalkableWays } from "../walkableWays.ts";

/** Segments of one way in a box. Streets bend little, so boxes of some segments are hardly emptier than of one. */
const RUN = 8;

/** Run r is `refs[runFrom[r]] … refs[runTo[r]]` of way `runWay[r]`. */
export interface LineIndex {
	readonly runWay: Uint32Array;
	readonly runFrom: Uint32Array;
	readonly runTo: Uint32Array;
	/** West, south, east, north of each run. */
	readonly runBox: Float64Array;
	/** null when there is no line. */
	readonly tree: Flatbush | null;
}

export function indexLines(ways: WalkableWays): LineIndex {
	const { firstRef, wayId } = ways;
	const [way, from, to] = Array.from({ length: 3 }, () => new GrowingColumn(Uint32Array));
	for (let w = 0; w < wayId.length; w++)
		for (let ref = firstRef[w]; ref + 1 < firstRef[w + 1]; ref += RUN) {
			way.push(w);
			from.push(ref);
			to.push(Math.min(ref + RUN, firstRef[w + 1] - 1));
		}
	const runFrom = from.finished();
	const runTo = to.finished();
	const runBox = new Float64Array(4 * runFrom.length);
	const tree = runFrom.length > 0 ? new Flatbush(runFrom.length) : null;
	for (let run = 0; run < runFrom.length; run++) {
		writeBox(ways, [runFrom[run], runTo[run]], runBox, run);
		tree?.add(runBox[4 * run], runBox[4 * run + 1], runBox[4 * run + 2], runBox[4 * run + 3]);
	}
	tree?.finish();
	return { runWay: way.finished(), runFrom, runTo, runBox, tree };
}

/** Writes west, south, east, north of `refs[from] … refs[to]` as box number `at`. */
export function writeBox(
	{ refs, nodeLon, nodeLat }: WalkableWays,
	[from, to]: readonly [number, number],
	boxes: Float64Array,
	at: number,
): void {
	let west = Infinity;
	let south = Infinity;
	let east = -Infinity;
	let north = -Infinity;
	for (let ref = from; ref <= to; ref++) {
		const lon = nodeLon[refs[ref]];
		const lat = nodeLat[refs[ref]];
		if (lon < west) west = lon;
		if (lon > east) east = lon;
		if (lat < south) south = lat;
		if (lat > north) north = lat;
	}
	boxes[4 * at] = west;
	boxes[4 * at + 1] = south;
	boxes[4 * at + 2] = east;
	boxes[4 * at + 3] = north;
}

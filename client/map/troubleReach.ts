// How far the trouble around a place reaches: where borders run beside one another without meeting. Pure.

/** East and north of the place, metres. */
type EastNorthM = readonly [eastM: number, northM: number];
/** Rings of one area. */
type Area = readonly (readonly EastNorthM[])[];

/** Trouble farther from the place is another one, m. */
const WITHIN_M = 120;
/** An end farther off is not shown, m. */
const FARTHEST_M = 160;
/** Borders farther from each other are different borders, m. */
const BESIDE_M = 25;
/** Vertices nearer to each other are one, m. */
const SAME_M = 0.01;

/** Metres from the place to the farthest end of what does not meet there; 0 where all borders meet. */
export function troubleReachM(areas: readonly Area[]): number {
	let reachM = 0;
	for (const area of areas) {
		const others = areas.filter((other) => other !== area).flat();
		for (const ring of area)
			for (const [i, at] of ring.entries()) {
				if (lengthM(at) > WITHIN_M || !isLoose(at, others)) continue;
				// the trouble ends where its neighbours meet the other border
				for (const end of [ring[i - 1], at, ring[i + 1]])
					if (end !== undefined) reachM = Math.max(reachM, Math.min(FARTHEST_M, lengthM(end)));
			}
	}
	return reachM;
}

/** Beside another border, on none of its vertices. */
function isLoose([e, n]: EastNorthM, others: Area): boolean {
	let nearestM = Number.POSITIVE_INFINITY;
	for (const ring of others)
		for (let i = 1; i < ring.length; i++) {
			const [from, to] = [ring[i - 1], ring[i]];
			if (from === undefined || to === undefined) continue;
			const a: EastNorthM = [from[0] - e, from[1] - n];
			const b: EastNorthM = [to[0] - e, to[1] - n];
			if (lengthM(a) < SAME_M || lengthM(b) < SAME_M) return false;
			nearestM = Math.min(nearestM, distanceToSegmentM(a, b));
		}
	return nearestM < BESIDE_M;
}

function lengthM([e, n]: EastNorthM): number {
	return Math.hypot(e, n);
}

/** From the place, which is the origin. */
export function distanceToSegmentM([ae, an]: EastNorthM, [be, bn]: EastNorthM): number {
	const [e, n] = [be - ae, bn - an];
	const t = Math.max(0, Math.min(1, -(ae * e + an * n) / (e * e + n * n || 1)));
	return Math.hypot(ae + t * e, an + t * n);
}

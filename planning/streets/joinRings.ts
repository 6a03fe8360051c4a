// Join the member lines of a multipolygon end to end into closed rings.
import type { LonLat } from "../geo/LonLat.ts";

/** Closed rings made of whole lines; what never closes is left out. */
export function joinRings(lines: readonly (readonly LonLat[])[]): LonLat[][] {
	const unused = lines.filter((line) => line.length > 1).map((line) => [...line]);
	const rings: LonLat[][] = [];
	for (let ring = unused.pop(); ring !== undefined; ring = unused.pop()) {
		while (!isClosed(ring)) {
			const end = ring.at(-1) as LonLat;
			const next = unused.findIndex(
				(line) => same(line[0], end) || same(line.at(-1) as LonLat, end),
			);
			if (next < 0) break;
			const [line] = unused.splice(next, 1);
			if (!same(line[0], end)) line.reverse();
			ring.push(...line.slice(1));
		}
		if (isClosed(ring) && ring.length > 3) rings.push(ring);
	}
	return rings;
}

function isClosed(ring: readonly LonLat[]): boolean {
	return ring.length > 2 && same(ring[0], ring.at(-1) as LonLat);
}

function same(a: LonLat, b: LonLat): boolean {
	return a[0] === b[0] && a[1] === b[1];
}

// Steps on single rings of a feature, in the coordinates of the file.
import type { LonLat } from "../../geo/LonLat.ts";
import { spikeTips } from "./spikes.ts";

/** A closed ring as it stands in the file: x, y and whatever else. */
export type SourceRing = readonly (readonly number[])[];

/** The ring without corners that repeat the one before; the last closes it as before. */
export function withoutDuplicates(ring: SourceRing): SourceRing {
	const kept = ring.filter(
		(position, i) => i === 0 || position[0] !== ring[i - 1][0] || position[1] !== ring[i - 1][1],
	);
	return kept.length === ring.length || kept.length < 4 ? ring : kept;
}

/** The ring without the tips of its spikes, however deep; the ring itself where it has none, or is nothing else. */
export function withoutSpikes(
	ring: SourceRing,
	toLonLat: (x: number, y: number) => LonLat,
): SourceRing {
	let mended = ring;
	for (;;) {
		const tips = new Set(spikeTips(mended.map(([x, y]) => toLonLat(x, y))));
		if (tips.size === 0) return mended;
		const open = mended.slice(0, -1).filter((_, i) => !tips.has(i));
		const closed = withoutDuplicates([...open, open[0]]);
		if (open.length < 3 || closed.length < 4) return ring;
		mended = closed;
	}
}

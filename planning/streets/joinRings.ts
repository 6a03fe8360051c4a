// Join the member lines of a multipolygon end to end into closed rings, by the ids of their nodes.

/** Closed rings made of whole lines, first node = last node; what never closes is left out. */
export function joinRings(lines: readonly (readonly number[])[]): number[][] {
	const isUsed = lines.map((line) => line.length < 2);
	const linesAt = new Map<number, number[]>();
	lines.forEach((line, i) => {
		if (isUsed[i]) return;
		for (const end of new Set([line[0], line[line.length - 1]])) {
			const there = linesAt.get(end);
			if (there === undefined) linesAt.set(end, [i]);
			else there.push(i);
		}
	});
	const rings: number[][] = [];
	lines.forEach((first, i) => {
		if (isUsed[i]) return;
		isUsed[i] = true;
		const ring = [...first];
		while (ring[0] !== ring[ring.length - 1]) {
			const end = ring[ring.length - 1];
			const next = linesAt.get(end)?.find((line) => !isUsed[line]);
			if (next === undefined) break;
			isUsed[next] = true;
			const line = lines[next][0] === end ? lines[next] : lines[next].toReversed();
			for (let k = 1; k < line.length; k++) ring.push(line[k]);
		}
		if (ring.length > 3 && ring[0] === ring[ring.length - 1]) rings.push(ring);
	});
	return rings;
}

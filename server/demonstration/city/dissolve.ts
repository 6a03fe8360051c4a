// The outline of several committees that make one piece: borders that two of them share fall away.

/** Counterclockwise corner of the whole, from the counterclockwise rings of the members. */
export function dissolve(rings: readonly (readonly number[])[]): number[] {
	const next = new Map<number, number[]>();
	for (const ring of rings)
		ring.forEach((from, i) => {
			const to = ring[(i + 1) % ring.length] as number;
			const back = next.get(to);
			const shared = back?.indexOf(from) ?? -1;
			if (back !== undefined && shared >= 0) back.splice(shared, 1);
			else next.set(from, [...(next.get(from) ?? []), to]);
		});
	const open = [...next].filter(([, heads]) => heads.length > 0);
	const start = open[0]?.[0];
	if (start === undefined) throw new Error(`No outline around ${rings.length} rings.`);
	const outline: number[] = [];
	let corner = start;
	do {
		outline.push(corner);
		const head = next.get(corner)?.pop();
		if (head === undefined) throw new Error(`The outline breaks off at corner ${corner}.`);
		corner = head;
	} while (corner !== start);
	if (outline.length !== open.reduce((sum, [, heads]) => sum + heads.length, outline.length))
		throw new Error(`${rings.length} rings make more than one piece.`);
	return outline;
}

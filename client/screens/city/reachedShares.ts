// 综合达标: how many people reach how many of the services. Pure.

/** Per cent of the people who reach exactly 0, 1 … `parts` services; null where nobody is counted (无数据). */
export function reachedShares(
	reached: Uint8Array,
	count: Uint32Array,
	parts: number,
): readonly number[] | null {
	const people = new Array<number>(parts + 1).fill(0);
	let total = 0;
	for (let home = 0; home < reached.length; home++) {
		const [served, here] = [reached[home] ?? 0, count[home] ?? 0];
		people[served] = (people[served] ?? 0) + here;
		total += here;
	}
	return total === 0 ? null : people.map((some) => (some / total) * 100);
}

/** PREFIX-1, PREFIX-2 …: the first that is not taken. */
export function freshId(prefix: string, taken: Iterable<string>): string {
	const known = new Set(taken);
	for (let number = 1; ; number++) {
		const id = `${prefix}-${number}`;
		if (!known.has(id)) return id;
	}
}

// The best of a row of plans. Pure.
export type Preference = "most" | "least";

/** True for the best, all of them where several are; with fewer than two to compare none is. */
export function bestOf(values: readonly (number | null)[], prefer: Preference): boolean[] {
	const known = values.filter((value) => value !== null);
	if (known.length < 2) return values.map(() => false);
	const best = prefer === "most" ? Math.max(...known) : Math.min(...known);
	return values.map((value) => value === best);
}

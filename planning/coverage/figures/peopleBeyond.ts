// The people that a limit leaves out: what densities and the worst places are made of.
import { type Farness, withinOf } from "./farness.ts";
import type { Counted } from "./people.ts";

/** The people who live beyond the limit, homes that nothing reaches included; everybody else counts 0. */
export function peopleBeyond(farness: Farness, { who, count }: Counted, limit: number): Counted {
	const within = withinOf(farness, limit);
	return { who, count: count.map((people, home) => (within[home] === 1 ? 0 : people)) };
}

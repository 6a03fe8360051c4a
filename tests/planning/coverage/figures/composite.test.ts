import fc from "fast-check";
import { expect, test } from "vitest";
import {
	COMPOSITE_PARTS,
	compositeCost,
	compositeParts,
	FAR_PCT,
	reachedParts,
} from "../../../../planning/coverage/figures/composite.ts";
import { UNKNOWN_COST, withinOf } from "../../../../planning/coverage/figures/farness.ts";
import { limitDm } from "../../../../planning/reach/profiles.ts";
import { type Category, categoryOf, limitOf } from "../../../../planning/standards/catalogue.ts";

const SPEEDS = [67, 200];
const CODES = COMPOSITE_PARTS.flat();
const HOMES = 12;

const boundOf = (code: string, speed: number) =>
	limitDm((limitOf(categoryOf(code) as Category) ?? 0) * 60, speed);

/** Costs about the limit of each category, on it and one beyond included; some unknown, some categories absent. */
const costs = fc.record(
	Object.fromEntries(
		CODES.map((code) => [
			code,
			fc.option(
				fc.array(
					fc.oneof(
						fc.constantFrom(-1, 0, 1).map((off) => boundOf(code, 67) + off),
						fc.constantFrom(-1, 0, 1).map((off) => boundOf(code, 200) + off),
						fc.nat(60_000),
						fc.constant(UNKNOWN_COST),
					),
					{ minLength: HOMES, maxLength: HOMES },
				),
				{ freq: 20 },
			),
		]),
	),
);
const walkers = fc.array(fc.nat(1), { minLength: HOMES, maxLength: HOMES });

test("a home is at most 100 % away exactly where every service is within its own limit", () => {
	fc.assert(
		fc.property(costs, walkers, (costOf, walkerOf) => {
			const walker = Uint8Array.from(walkerOf);
			const timesOf = (code: string) => {
				const found = costOf[code];
				return found === null ? null : { costDm: Uint32Array.from(found) };
			};
			const parts = compositeParts(timesOf, { speeds: SPEEDS, walker });
			const cost = compositeCost(parts);
			const within = withinOf(
				{ unit: "percent", cost, walker, speeds: SPEEDS, ownLimit: 100, horizon: 200 },
				100,
			);
			for (let home = 0; home < HOMES; home++) {
				const served = COMPOSITE_PARTS.map((codes) =>
					codes.some((code) => {
						const found = costOf[code];
						return found !== null && found[home] <= boundOf(code, SPEEDS[walker[home]]);
					}),
				);
				expect(within[home] === 1).toBe(served.every((one) => one));
				expect(reachedParts(parts, 100)[home]).toBe(served.filter((one) => one).length);
			}
		}),
	);
});

test("the farthest of the eight decides, and one that nothing reaches makes the whole unknown", () => {
	const parts = [Uint8Array.of(10, 99), Uint8Array.of(120, FAR_PCT)];
	expect([...compositeCost(parts)]).toEqual([120, UNKNOWN_COST]);
	expect([...reachedParts(parts, 100)]).toEqual([1, 1]);
	expect([...reachedParts(parts, 120)]).toEqual([2, 1]);
});

test("any one of several categories serves", () => {
	const walker = new Uint8Array(1);
	const timesOf = (code: string) => (code === "SPO-L" ? { costDm: Uint32Array.of(0) } : null);
	const parts = compositeParts(timesOf, { speeds: SPEEDS, walker });
	expect(parts.map(([pct]) => pct)).toEqual(
		COMPOSITE_PARTS.map((codes) => (codes.includes("SPO-L") ? 0 : FAR_PCT)),
	);
});

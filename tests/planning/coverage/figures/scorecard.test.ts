import fc from "fast-check";
import { expect, test } from "vitest";
import {
	BMU_GROUPS,
	type BmuFacts,
	type BmuItem,
	type Has,
	scorecard,
} from "../../../../planning/coverage/figures/scorecard.ts";

const ITEMS: readonly BmuItem[] = Object.values(BMU_GROUPS).flat();
const all = (has: Has) =>
	Object.fromEntries(ITEMS.map((item) => [item, has])) as Record<BmuItem, Has>;
const town = (more: Partial<BmuFacts> = {}): BmuFacts => ({
	areaKm2: 2.5,
	residents: 25_000,
	parts: 1,
	has: all("yes"),
	...more,
});
const suggested = (more: Partial<BmuFacts>) => scorecard(town(more)).suggestion;

test("3 centres, 3 forces, 2 bodies, and the assembly that the notice asks for", () => {
	const { centres, forces, bodies, councils } = BMU_GROUPS;
	expect([centres, forces, bodies, councils].map(({ length }) => length)).toEqual([3, 3, 2, 1]);
	expect(new Set(ITEMS).size).toBe(9);
});

test("everything there and every criterion met: keep", () => {
	expect(scorecard(town())).toMatchObject({
		criteria: { area: true, residents: true, continuous: true },
		missing: [],
		unknown: [],
		suggestion: "keep",
	});
});

test("one thing missing, or in two parts: strengthen", () => {
	expect(suggested({ has: { ...all("yes"), culture: "no" } })).toBe("strengthen");
	expect(suggested({ parts: 2 })).toBe("strengthen");
	expect(suggested({ areaKm2: 1.9 })).toBe("strengthen");
});

test("too small in area and in people: studying to let it go, whatever it has", () => {
	expect(suggested({ areaKm2: 1.9, residents: 19_999 })).toBe("let-go");
	expect(suggested({ areaKm2: 2, residents: 19_999 })).toBe("strengthen");
});

test("what nobody recorded is not missing: it waits to be recorded", () => {
	const card = scorecard(town({ has: { ...all("yes"), "party-committee": "unknown" } }));
	expect(card).toMatchObject({ missing: [], unknown: ["party-committee"], suggestion: "register" });
});

test("a unit without residents or without territory is not judged by what is not known", () => {
	expect(scorecard(town({ residents: 0, areaKm2: 0, parts: 0 }))).toMatchObject({
		criteria: { area: null, residents: null, continuous: null },
		suggestion: "register",
	});
});

test("learning that something is there never makes the suggestion worse", () => {
	const rank = { "let-go": 0, strengthen: 1, register: 2, keep: 3 };
	const anyHas = fc.record(
		Object.fromEntries(ITEMS.map((item) => [item, fc.constantFrom("yes", "no", "unknown")])),
	) as fc.Arbitrary<Record<BmuItem, Has>>;
	fc.assert(
		fc.property(anyHas, fc.constantFrom(...ITEMS), (has, item) => {
			const better = suggested({ has: { ...has, [item]: "yes" } });
			expect(rank[better]).toBeGreaterThanOrEqual(rank[suggested({ has })]);
		}),
	);
});

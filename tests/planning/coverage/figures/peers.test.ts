import fc from "fast-check";
import { expect, test } from "vitest";
import { peerFigure, peersOf } from "../../../../planning/coverage/figures/peers.ts";

const street = (code: string, streetKind: string) =>
	({ kind: "street", code, streetKind, zone: null }) as const;
const towns = ["t1", "t2", "t3", "t4", "t5"].map((code) => street(code, "town"));
const streets = ["s1", "s2", "s3", "s4"].map((code) => street(code, "subdistrict"));
const city = [...towns, ...streets, { ...street("c1", "town"), kind: "committee" as const }];

test("a town is compared with towns where there are five of them, a street with all where there are fewer", () => {
	expect(peersOf(city, towns[0])).toEqual({ units: towns, isAlike: true });
	expect(peersOf(city, streets[0])).toEqual({ units: [...towns, ...streets], isAlike: false });
});

test("the highest value has the first place; equal values share the better one", () => {
	const values = [90, 80, 80, 70, null];
	expect(values.map((value) => peerFigure(value, values).place)).toEqual([1, 2, 2, 4, null]);
	expect(peerFigure(80, values).of).toBe(4);
});

test("the spread is least, quartiles and greatest: of 0, 10, 20, 30, 40 every one of them", () => {
	expect(peerFigure(0, [40, 0, 20, 10, 30]).spread).toEqual([0, 10, 20, 30, 40]);
	expect(peerFigure(5, [5]).spread).toEqual([5, 5, 5, 5, 5]);
});

test("where nobody has data there is no spread, and no place", () => {
	expect(peerFigure(null, [null, null])).toEqual({ value: null, place: null, of: 0, spread: null });
});

test("the spread rises, and holds every value", () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (values) => {
			const spread = [...(peerFigure(values[0], values).spread ?? [])];
			expect(spread).toEqual([...spread].sort((a, b) => a - b));
			expect([spread[0], spread[4]]).toEqual([Math.min(...values), Math.max(...values)]);
		}),
	);
});

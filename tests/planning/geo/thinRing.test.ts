import { expect, test } from "vitest";
import { thinRing } from "../../../planning/geo/thinRing.ts";
import { at } from "../../scenes/streetScene.ts";

const along = (eastM: readonly number[]) => eastM.map((one) => at(one, 0));
const block = [...along([0, 1, 2, 100, 101, 200, 300]), at(300, 300), at(0, 300), at(0, 0)];

test("points nearer than the step to the one kept before are left out; the ring stays closed", () => {
	expect(thinRing(block, 50)).toEqual([
		...along([0, 100, 200, 300]),
		at(300, 300),
		at(0, 300),
		at(0, 0),
	]);
});

test("a ring of few points, and one of which hardly anything would be left, stays as it is", () => {
	expect(thinRing(along([0, 1, 2, 0]), 50)).toHaveLength(4);
	expect(thinRing(block, 10_000)).toBe(block);
});

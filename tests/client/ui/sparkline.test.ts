import { expect, test } from "vitest";
import { pointsOf } from "../../../client/ui/Sparkline.tsx";

test("the line rises with the shares and runs from the first version to the last", () => {
	const [first, middle, last] = pointsOf([80, 85, 90]);
	expect(first?.[0]).toBeLessThan(middle?.[0] ?? 0);
	expect(last?.[0]).toBe(45);
	expect([first?.[1], middle?.[1], last?.[1]]).toEqual([15, 9, 3]);
});

test("one version is one dot at the end, and the same share always is level", () => {
	expect(pointsOf([92.6])).toEqual([[45, 9]]);
	expect(pointsOf([50, 50]).map(([, down]) => down)).toEqual([9, 9]);
});

test("a version without the unit leaves a gap, and no version draws nothing", () => {
	expect(pointsOf([null, 1, 2])).toHaveLength(2);
	expect(pointsOf([null])).toEqual([]);
});

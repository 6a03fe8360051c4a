import { expect, test } from "vitest";
import { BEYOND, NOT_ATTACHED, walkBands, walkClasses } from "../../../client/map/walkClasses.ts";

const walks = (costDm: number[], within: number[], reason: number[]) => ({
	costDm: Uint32Array.from(costDm),
	within: Uint8Array.from(within),
	reason: Uint8Array.from(reason),
	speedMPerMin: new Float32Array(costDm.length).fill(67),
});

test("bands of five minutes end at the category's own limit", () => {
	expect(walkBands(15, "minutes").upTo).toEqual([5, 10, 15]);
	expect(walkBands(10, "minutes").upTo).toEqual([5, 10]);
	expect(walkBands(5, "minutes").upTo).toEqual([5]);
});

test("a radius is cut into three round bands that end at it", () => {
	expect(walkBands(500, "metres").upTo).toEqual([150, 350, 500]);
	expect(walkBands(2000, "metres").upTo.at(-1)).toBe(2000);
});

test("there are never more bands than colours", () => {
	for (const limit of [5, 7, 10, 15, 20, 30])
		expect(walkBands(limit, "minutes").upTo.length).toBeLessThanOrEqual(3);
});

test("five minutes at 67 metres a minute are 3,350 decimetres, and one more is the next band", () => {
	const classes = walkClasses(walks([3350, 3351], [1, 1], [0, 0]), walkBands(15, "minutes"));
	expect([...classes]).toEqual([0, 1]);
});

test("within decides, not the minute: at the limit but not within is beyond", () => {
	expect([
		...walkClasses(walks([10_050, 10_050], [1, 0], [0, 1]), walkBands(15, "minutes")),
	]).toEqual([2, BEYOND]);
});

test("a residence that is not attached is neither near nor beyond", () => {
	expect([...walkClasses(walks([0xffff_ffff], [0], [2]), walkBands(15, "minutes"))]).toEqual([
		NOT_ATTACHED,
	]);
});

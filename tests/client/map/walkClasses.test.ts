import { expect, test } from "vitest";
import { BEYOND, NOT_ATTACHED, walkBands, walkClasses } from "../../../client/map/walkClasses.ts";
import { type Farness, UNKNOWN_COST } from "../../../planning/coverage/figures/farness.ts";
import { NOT_ATTACHED as WITHOUT_STREET } from "../../../planning/coverage/figures/unitFigures.ts";

/** Homes that walk 67 metres a minute. */
const farness = (cost: number[]): Farness => ({
	unit: "minutes",
	cost: Uint32Array.from(cost),
	walker: new Uint8Array(cost.length),
	speeds: [67],
	ownLimit: 15,
	horizon: 30,
});
const attached = (count: number) => new Uint8Array(count);

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

test("of the composite the bands are parts of the limit in per cent", () => {
	expect(walkBands(100, "percent").upTo).toEqual([33, 67, 100]);
});

test("five minutes at 67 metres a minute are 3,350 decimetres, and one more is the next band", () => {
	const classes = walkClasses(farness([3350, 3351]), attached(2), walkBands(15, "minutes"));
	expect([...classes]).toEqual([0, 1]);
});

test("the last decimetre of the limit is within it, the next is beyond", () => {
	const classes = walkClasses(farness([10_050, 10_051]), attached(2), walkBands(15, "minutes"));
	expect([...classes]).toEqual([2, BEYOND]);
});

test("a residence that is not attached is neither near nor beyond", () => {
	const classes = walkClasses(
		farness([UNKNOWN_COST]),
		Uint8Array.of(WITHOUT_STREET),
		walkBands(15, "minutes"),
	);
	expect([...classes]).toEqual([NOT_ATTACHED]);
});

test("an attached residence that no search reached is beyond", () => {
	expect([...walkClasses(farness([UNKNOWN_COST]), attached(1), walkBands(15, "minutes"))]).toEqual([
		BEYOND,
	]);
});

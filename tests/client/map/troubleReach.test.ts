import { expect, test } from "vitest";
import { troubleReachM } from "../../../client/map/troubleReach.ts";

type Ring = [eastM: number, northM: number][];

/** West of a border that runs north through the place; its third vertex lies `eastM` beyond the border. */
const west = (eastM: number): Ring => [
	[0, -80],
	[0, -40],
	[eastM, 0],
	[0, 40],
	[0, 80],
	[-500, 80],
	[-500, -80],
	[0, -80],
];
const EAST: Ring = [
	[0, -80],
	[0, -40],
	[0, 0],
	[0, 40],
	[0, 80],
	[500, 80],
	[500, -80],
	[0, -80],
];

test("the trouble reaches to where the borders meet again", () => {
	expect(troubleReachM([[west(5)], [EAST]])).toBe(40);
});

test("borders that meet everywhere have none", () => {
	expect(troubleReachM([[west(0)], [EAST]])).toBe(0);
});

test("the outer edge of a single unit is none", () => {
	expect(troubleReachM([[west(5)]])).toBe(0);
});

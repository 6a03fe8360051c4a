import { expect, test } from "vitest";
import { UNKNOWN_COST } from "../../../../planning/coverage/figures/farness.ts";
import { straightCosts } from "../../../../planning/coverage/figures/straightCosts.ts";
import { distanceM } from "../../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";

const homes: LonLat[] = [
	[121.5, 31.2],
	[121.503, 31.2],
	[121.52, 31.2],
];
const lonLat = Float64Array.from(homes.flat());
const clinic: LonLat = [121.5005, 31.2];

test("whole decimetres, rounded up, so that the radius in decimetres decides as metres do", () => {
	const cost = straightCosts(lonLat, [clinic], 400);
	for (const home of [0, 1]) {
		const apartM = distanceM(homes[home] as LonLat, clinic);
		expect(cost[home]).toBe(Math.ceil(apartM * 10));
		expect((cost[home] ?? 0) <= Math.ceil(apartM) * 10).toBe(true);
		expect((cost[home] ?? 0) <= Math.floor(apartM) * 10).toBe(false);
	}
	expect(cost[2]).toBe(UNKNOWN_COST);
});

test("the nearest of several counts; without any, everything is unknown", () => {
	const both = straightCosts(lonLat, [clinic, homes[1] as LonLat], 400);
	expect(both[1]).toBe(0);
	expect([...straightCosts(lonLat, [], 400)]).toEqual([UNKNOWN_COST, UNKNOWN_COST, UNKNOWN_COST]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceM, metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { eastNorthM, lonLatOfM } from "../../../planning/geo/transverseMercator.ts";

const CENTRAL_LON = 121.47;
const places = fc.tuple(
	fc.double({ min: CENTRAL_LON - 3, max: CENTRAL_LON + 3, noNaN: true }),
	fc.double({ min: -60, max: 60, noNaN: true }),
);

test("there and back is the same place to a hundredth of a millimetre", () => {
	fc.assert(
		fc.property(places, (place) => {
			const [eastM, northM] = eastNorthM(CENTRAL_LON, place);
			expect(distanceM(place, lonLatOfM(CENTRAL_LON, eastM, northM))).toBeLessThan(1e-5);
		}),
	);
});

test("along the central meridian north is the length of the meridian", () => {
	let northM = 0;
	const step = 0.001;
	for (let i = 0; i < 31_000; i++) northM += metresPerDegree((i + 0.5) * step).latM * step;
	expect(eastNorthM(CENTRAL_LON, [CENTRAL_LON, 31])[1]).toBeCloseTo(northM, 4);
});

test("a short way is as long in the plane as on the ground, by the scale of its distance from the meridian", () => {
	const EARTH_M = 6_367_000;
	fc.assert(
		fc.property(places, fc.double({ min: 0, max: 6.28, noNaN: true }), (place, angle) => {
			const { lonM, latM } = metresPerDegree(place[1]);
			const other: LonLat = [
				place[0] + (100 * Math.cos(angle)) / lonM,
				place[1] + (100 * Math.sin(angle)) / latM,
			];
			const [a, b] = [eastNorthM(CENTRAL_LON, place), eastNorthM(CENTRAL_LON, other)];
			const scale = Math.hypot(b[0] - a[0], b[1] - a[1]) / distanceM(place, other);
			expect(scale).toBeCloseTo(1 + a[0] ** 2 / (2 * EARTH_M ** 2), 4);
		}),
	);
});

test("a place of UTM zone 51 agrees with published coordinates of the grid", () => {
	// The corner of the zone at 120° E on the equator lies 333,978.556 m from the meridian at scale 0.9996.
	const [eastM, northM] = eastNorthM(123, [120, 0]);
	expect(500_000 + 0.9996 * eastM).toBeCloseTo(166_021.443, 2);
	expect(northM).toBeCloseTo(0, 6);
});

import { booleanPointInPolygon, convex, featureCollection, point, polygon } from "@turf/turf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hullRing } from "../../../../planning/coverage/gaps/hull.ts";
import { distanceM, metresPerDegree } from "../../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";

const { lonM, latM } = metresPerDegree(31);
const places = fc.array(
	fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })),
	{ minLength: 1, maxLength: 40 },
);
const lonLats = (inM: readonly (readonly [number, number])[]): LonLat[] =>
	inM.map(([eastM, northM]) => [121 + eastM / lonM, 31 + northM / latM]);
const ringOf = (flat: Float64Array): LonLat[] =>
	Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0]);
const flatOf = (list: readonly LonLat[]) => Float64Array.from(list.flat());

test("the outline of homes holds every home, 36 m and more inside, and goes no farther than 41 m", () => {
	fc.assert(
		fc.property(places, (inM) => {
			const homes = lonLats(inM);
			const ring = ringOf(hullRing(flatOf(homes)));
			const outline = polygon([ring.map(([lon, lat]) => [lon, lat])]);
			for (const [lon, lat] of homes)
				for (let turn = 0; turn < 360; turn += 30) {
					const [dx, dy] = [36 * Math.cos(turn), 36 * Math.sin(turn)];
					expect(booleanPointInPolygon([lon + dx / lonM, lat + dy / latM], outline)).toBe(true);
				}
			for (const corner of ring)
				expect(Math.min(...homes.map((home) => distanceM(home, corner)))).toBeLessThan(41);
		}),
		{ numRuns: 100 },
	);
});

test("it is its own convex hull, counterclockwise and closed, by another library's account", () => {
	fc.assert(
		fc.property(places, (inM) => {
			const ring = ringOf(hullRing(flatOf(lonLats(inM))));
			expect(ring[0]).toEqual(ring.at(-1));
			const theirs = convex(featureCollection(ring.map(([lon, lat]) => point([lon, lat]))));
			const corners = (list: readonly (readonly number[])[]) =>
				new Set(list.map((corner) => corner.join()));
			expect(corners(theirs?.geometry.coordinates[0] ?? [])).toEqual(corners(ring));
			let twiceArea = 0;
			ring.slice(1).forEach(([x, y], i) => {
				const [px, py] = ring[i] ?? [0, 0];
				twiceArea += (px - 121) * (y - 31) - (x - 121) * (py - 31);
			});
			expect(twiceArea).toBeGreaterThan(0);
		}),
		{ numRuns: 100 },
	);
});

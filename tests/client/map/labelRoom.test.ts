// Names are left out of a zoom only where one of more people stands in the way, and come back as soon as they may fit.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Named, zoomsWithRoom } from "../../../client/map/labelRoom.ts";

/** Degrees on the equator that are so many px on a map of that zoom, whose world is 512 px wide at zoom 0. */
const degrees = (px: number, zoom: number) => (px * 360) / (512 * 2 ** zoom);
const named = (weight: number, lon: number, lat = 0, name = "安平里"): Named => ({
	name,
	lon,
	lat,
	weight,
});

test("a name alone has room from the first zoom on", () => {
	expect([...zoomsWithRoom([named(1, 121)])]).toEqual([0]);
});

test("two names have room side by side from the zoom whose maps hold both", () => {
	// three letters of 12.5 px and 5 px free on either side: 47.5 px from middle to middle; a tile of zoom 10 is shown
	// until zoom 11, where they are 50 px apart; one of zoom 9 until zoom 10, where they are 25
	const apart = degrees(50, 11);
	expect([...zoomsWithRoom([named(9, 0), named(1, apart)])]).toEqual([0, 10]);
	expect([...zoomsWithRoom([named(1, 0), named(9, apart)])]).toEqual([10, 0]);
});

test("one above the other needs a line's height, not a name's width", () => {
	expect([...zoomsWithRoom([named(9, 0), named(1, 0, degrees(26, 11))])]).toEqual([0, 10]);
	expect([...zoomsWithRoom([named(9, 0), named(1, 0, degrees(24, 11))])]).toEqual([0, 11]);
});

test("a longer name needs more room", () => {
	const apart = degrees(50, 11);
	const long = named(1, apart, 0, "安平里第一居民小区");
	expect([...zoomsWithRoom([named(9, 0), long])]).toEqual([0, 11]);
});

test("of two names on one spot the smaller waits for the last zoom", () => {
	expect([...zoomsWithRoom([named(1, 121, 31), named(2, 121, 31)])]).toEqual([18, 0]);
});

test("whoever is left out has one of at least as many people close by that is not", () => {
	const place = fc.record({
		name: fc.constantFrom("安平", "安平里", "Anping"),
		lon: fc.double({ min: 121, max: 121.2, noNaN: true }),
		lat: fc.double({ min: 31, max: 31.2, noNaN: true }),
		weight: fc.integer({ min: 0, max: 5_000 }),
	});
	fc.assert(
		fc.property(
			fc.array(place, { maxLength: 60 }),
			fc.integer({ min: 7, max: 17 }),
			(all, zoom) => {
				const from = zoomsWithRoom(all);
				const widestDegrees = degrees(3 * 12.5 + 10, zoom + 1);
				for (const [i, one] of all.entries()) {
					if ((from[i] ?? 0) <= zoom) continue;
					const isCovered = all.some(
						(other, j) =>
							(from[j] ?? 0) <= zoom &&
							other.weight >= one.weight &&
							Math.abs(other.lon - one.lon) <= widestDegrees,
					);
					expect(isCovered).toBe(true);
				}
			},
		),
	);
});

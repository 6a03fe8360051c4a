import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../../planning/geo/box.ts";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import { hexGridOf } from "../../../planning/geo/hexGrid.ts";
import { at } from "../../scenes/streetScene.ts";

const [WIDTH_M, ROW_M] = [100, 100 * Math.sqrt(0.75)];
const [west, south] = at(0, 0);
const [east, north] = at(3_000, 2_000);
const BOX: Box = [west, south, east, north];
const grid = hexGridOf(BOX, WIDTH_M);
const hexes = Array.from({ length: grid.count }, (_, hex) => hex);
const inBox = fc.tuple(
	fc.double({ min: west, max: east, noNaN: true }),
	fc.double({ min: south, max: north, noNaN: true }),
);

test("the centre of a hexagon lies in it, and every index is that of one hexagon", () => {
	expect(grid.count).toBe(grid.columns * grid.rows);
	for (const hex of hexes) expect(grid.hexOf(...grid.centre(hex))).toBe(hex);
});

test("every place of the box lies in the hexagon whose centre is nearest", () => {
	fc.assert(
		fc.property(inBox, (place) => {
			const found = grid.hexOf(...place);
			expect(found).toBeGreaterThanOrEqual(0);
			const nearestM = Math.min(...hexes.map((hex) => distanceM(place, grid.centre(hex))));
			expect(distanceM(place, grid.centre(found))).toBeLessThan(nearestM + 0.05);
			expect(nearestM).toBeLessThan(WIDTH_M / Math.sqrt(3) + 0.05);
		}),
	);
});

test("corners of the box are on the lattice; places a width away are not", () => {
	for (const lon of [west, east])
		for (const lat of [south, north]) expect(grid.hexOf(lon, lat)).toBeGreaterThanOrEqual(0);
	for (const place of [at(-100, 500), at(3_200, 500), at(500, -100), at(500, 2_200)])
		expect(grid.hexOf(...place)).toBe(-1);
});

test("columns stand a width apart, rows three quarters of a height, odd rows half a width east", () => {
	const [eastM, northM] = [0, 1].map((row) => {
		const [lon, lat] = grid.centre(row * grid.columns);
		return [distanceM([west, lat], [lon, lat]), distanceM([lon, south], [lon, lat])];
	});
	expect(distanceM(grid.centre(0), grid.centre(1))).toBeCloseTo(WIDTH_M, 1);
	expect(eastM).toEqual([0, 0]);
	expect(northM[0]).toBeCloseTo(WIDTH_M / 2, 1);
	expect(northM[1]).toBeCloseTo(ROW_M, 1);
});

test("six corners, each as far from the centre; the top one points north", () => {
	const hex = grid.columns * 3 + 4;
	const corners = grid.corners(hex);
	expect(corners.length).toBe(6);
	for (const corner of corners)
		expect(distanceM(corner, grid.centre(hex))).toBeCloseTo(WIDTH_M / Math.sqrt(3), 1);
	expect(Math.max(...corners.map(([, lat]) => lat))).toBe(corners[2][1]);
	expect(corners[2][0]).toBe(grid.centre(hex)[0]);
});

test("the area is that of the six triangles", () => {
	expect(grid.areaKm2).toBeCloseTo((6 * (100 / 2) * (100 / Math.sqrt(3) / 2)) / 1e6, 12);
});

test("neighbours are all centres a width away, and each is the other's", () => {
	for (const hex of hexes.filter((one) => one % 7 === 0)) {
		const near = hexes.filter((other) => {
			const apartM = distanceM(grid.centre(hex), grid.centre(other));
			return apartM > 1 && apartM < 1.1 * WIDTH_M;
		});
		expect(grid.neighbours(hex).toSorted((a, b) => a - b)).toEqual(near);
		for (const other of near) expect(grid.neighbours(other)).toContain(hex);
	}
});

test("many places at once are placed as one by one", () => {
	fc.assert(
		fc.property(fc.array(inBox), (places) => {
			const column = (axis: 0 | 1) => Float64Array.from(places, (place) => place[axis]);
			expect([...grid.hexColumns(column(0), column(1))]).toEqual(
				places.map(([lon, lat]) => grid.hexOf(lon, lat)),
			);
		}),
	);
});

test("a box that is one place has a lattice to put it in", () => {
	const one = hexGridOf([west, south, west, south], WIDTH_M);
	expect(one.hexOf(west, south)).toBe(0);
});

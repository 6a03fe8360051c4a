import { expect, test } from "vitest";
import { parseCoordinates } from "../../../client/data/coordinates.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";

const shanghai: LonLat = [121.4, 31.2];
const portoAlegre: LonLat = [-51.2, -30.03];

test.each([
	["120.61, 30.92"],
	["30.92, 120.61"],
	["120.61 30.92"],
	["120.61，30.92"],
	["30.92N, 120.61E"],
	["北纬30.92 东经120.61"],
	["(120.61, 30.92)"],
])("%s is one place", (text) => {
	expect(parseCoordinates(text, shanghai)).toEqual([120.61, 30.92]);
});

test("where both numbers could be a latitude, the order nearer to the city is meant", () => {
	expect(parseCoordinates("-30.05, -51.23", portoAlegre)).toEqual([-51.23, -30.05]);
	expect(parseCoordinates("-51.23, -30.05", portoAlegre)).toEqual([-51.23, -30.05]);
});

test("letters decide before the city does", () => {
	expect(parseCoordinates("30.05S 51.23W", portoAlegre)).toEqual([-51.23, -30.05]);
});

test("without a city longitude comes first", () => {
	expect(parseCoordinates("10, 20", null)).toEqual([10, 20]);
});

test.each([["望江街道"], ["310101001000"], ["120.61"], ["200, 30"], ["120, 30, 10"], [""]])(
	"%s is not a place on earth",
	(text) => {
		expect(parseCoordinates(text, shanghai)).toBeNull();
	},
);

import { expect, test } from "vitest";
import { unitFloorArea } from "../../../../planning/coverage/figures/unitFloorArea.ts";
import { locate } from "../../../../planning/coverage/located.ts";
import { unitStatistics } from "../../../../planning/coverage/unitStatistics.ts";
import { type Door, gridCity } from "../../../scenes/gridCity.ts";

/** A committee of 2,000 households, which need 700 m², with these rooms. */
const committeeWith = (doors: readonly Partial<Door>[], households = 2_000) => {
	const city = gridCity({
		units: [{ kind: "committee", code: "C", areas: [[0, 0, 1_000, 1_000]] }],
		homes: households === 0 ? [] : [{ at: [500, 500], households }],
		doors: doors.map((door) => ({ category: "ADM-NC", at: [400, 400], ...door })),
	});
	const [statistics] = unitStatistics(locate(city));
	return unitFloorArea(statistics, city.facilities);
};

test("one building of 450 m² is large enough, and 250 m² are missing", () => {
	expect(committeeWith([{ floorAreaM2: 450 }])).toMatchObject({
		areaM2: 450,
		per100HouseholdsM2: 22.5,
		neededM2: 700,
		shortM2: 250,
		hasLargeOne: true,
		isConforming: false,
	});
});

test("three small buildings of 280 m² meet the sum, and none is large enough", () => {
	const area = committeeWith([280, 280, 280].map((floorAreaM2) => ({ floorAreaM2 })));
	expect(area).toMatchObject({ shortM2: 0, hasLargeOne: false, isConforming: false });
	expect(area.premises.map(({ isTooSmall }) => isTooSmall)).toEqual([true, true, true]);
});

test("300 m² is not asked of a cultural room, which only adds to the sum", () => {
	const area = committeeWith([
		{ floorAreaM2: 100, category: "CUL-RM", name: "活动室" },
		{ floorAreaM2: 650 },
	]);
	expect(area).toMatchObject({ areaM2: 750, shortM2: 0, isConforming: true });
	expect(area.premises.at(-1)).toMatchObject({ names: ["活动室"], isTooSmall: null });
});

test("without households nothing is needed or missing: it cannot be calculated", () => {
	expect(committeeWith([{ floorAreaM2: 450 }], 0)).toMatchObject({
		per100HouseholdsM2: null,
		neededM2: null,
		shortM2: null,
		isConforming: null,
	});
});

test("an area that is not stated could be what is missing, so nothing is said to be missing", () => {
	const area = committeeWith([{ floorAreaM2: 450 }, { floorAreaM2: null }]);
	expect(area.shortM2).toBeNull();
	expect(area.premises.map(({ areaM2 }) => areaM2)).toEqual([450, null]);
});

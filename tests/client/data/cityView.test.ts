import { expect, test } from "vitest";
import {
	type CityView,
	DEFAULT_VIEW,
	readCityView,
	writeCityView,
} from "../../../client/data/cityView.ts";

const changed: CityView = {
	category: "COM-MKT",
	mode: "own",
	profile: "stepfree",
	level: "committee",
	reading: "places",
	panel: "unit",
	unit: { kind: "committee", code: "310101001001" },
	flagId: "facility-gap:COM-MKT:R00123",
	home: "R00123",
	shown: ["district", "bmu"],
	camera: { lon: 120.61235, lat: 30.92, zoom: 13.25 },
};

test("a link restores the whole view", () => {
	expect(readCityView(writeCityView(changed, new URLSearchParams()))).toEqual(changed);
});

test("the default view has an empty address", () => {
	expect(writeCityView(DEFAULT_VIEW, new URLSearchParams()).toString()).toBe("");
});

test("switching every layer off survives the address", () => {
	const none = { ...DEFAULT_VIEW, shown: [] };
	expect(readCityView(writeCityView(none, new URLSearchParams())).shown).toEqual([]);
});

test("what the view does not know stays in the address", () => {
	expect(writeCityView(changed, new URLSearchParams("lang=en")).get("lang")).toBe("en");
});

test("a wrong address is the default, not an error", () => {
	const wrong =
		"category=NO&mode=x&profile=&level=moon&reading=3&unit=moon:1&at=999,999,1,2&panel=x";
	expect(readCityView(new URLSearchParams(wrong))).toEqual(DEFAULT_VIEW);
});

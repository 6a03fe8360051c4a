import { expect, test } from "vitest";
import {
	type CityView,
	changedView,
	DEFAULT_VIEW,
	readCityView,
	writeCityView,
} from "../../../client/data/cityView.ts";

const changed: CityView = {
	category: "COM-MKT",
	mode: "own",
	profile: "stepfree",
	level: "committee",
	who: "elders",
	limit: 12,
	reading: "places",
	surface: "beyond",
	breaks: "natural",
	snapshot: "0123456789ab",
	against: "ba9876543210",
	panel: "unit",
	unit: { kind: "committee", code: "310101001001" },
	flagId: "facility-gap:COM-MKT:R00123",
	home: "R00123",
	shown: ["district", "bmu"],
	camera: { lon: 120.61235, lat: 30.92, zoom: 13.25 },
};

test("12 minutes to a market do not become 12 metres to a bus stop", () => {
	expect(changedView(changed, { category: "TRA-BUS" }).limit).toBeNull();
	expect(changedView(changed, { category: "TRA-BUS", limit: 400 }).limit).toBe(400);
	expect(changedView(changed, { category: changed.category, mode: "any" }).limit).toBe(12);
});

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
		"category=NO&mode=x&profile=&level=moon&reading=3&unit=moon:1&at=999,999,1,2&panel=x&who=cats&limit=0&snapshot=new&against=G";
	expect(readCityView(new URLSearchParams(wrong))).toEqual(DEFAULT_VIEW);
});

test("a link to the composite keeps it, though the catalogue has no such category", () => {
	const composite = { ...DEFAULT_VIEW, category: "COMPOSITE", limit: 120 };
	expect(readCityView(writeCityView(composite, new URLSearchParams()))).toEqual(composite);
});

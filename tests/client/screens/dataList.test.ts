import { expect, test } from "vitest";
import { formatBytes } from "../../../client/data/formats.ts";
import { ageOf } from "../../../client/data/freshness.ts";
import {
	correctionOf,
	formOf,
	isChanged,
} from "../../../client/screens/data/layer/correctionOf.ts";
import { groupFiles } from "../../../client/screens/data/list/groupFiles.ts";
import { roseOf } from "../../../client/screens/data/wizard/findings/roseOf.ts";

const named = (...names: string[]) => names.map((name) => ({ name }));

test("the members of a shapefile are one upload, whatever case they are in; other files are their own", () => {
	const groups = groupFiles(
		named("街道.shp", "a.csv", "街道.DBF", "街道.shp.xml", "路.shp", "b.zip", "街道.cpg"),
	).map((group) => group.map(({ name }) => name));
	expect(groups).toEqual([
		["街道.shp", "街道.DBF", "街道.shp.xml", "街道.cpg"],
		["a.csv"],
		["路.shp"],
		["b.zip"],
	]);
});

test("age is said in the coarsest unit that says it, and a clock that is ahead makes nothing negative", () => {
	const now = new Date("2026-07-04T12:00:00Z");
	const age = (iso: string) => Object.values(ageOf(iso, now)).join(" ");
	expect(age("2026-07-04T12:00:30Z")).toBe("now 0");
	expect(age("2026-07-04T11:58:00Z")).toBe("minutes 2");
	expect(age("2026-07-04T09:30:00Z")).toBe("hours 2");
	expect(age("2026-07-01T09:30:00Z")).toBe("days 3");
	expect(age("2026-01-04T12:00:00Z")).toBe("months 5");
	expect(age("2023-07-04T12:00:00Z")).toBe("years 3");
});

test("sizes are counted in thousands", () => {
	expect(["999 B", "1.8 MB", "45 kB", "2.0 GB"]).toEqual(
		[999, 1_800_000, 45_000, 2_000_000_000].map(formatBytes),
	);
});

test("the arrow of the offset ends at the median: east is right, north is up", () => {
	const { tip, dots, rings } = roseOf(
		{ medianM: 100, bearingDeg: 90, offsets: [{ name: "", eastM: 0, northM: 50 }] },
		100,
	);
	expect(tip).toEqual([83, 50]);
	expect(dots).toEqual([[50, 33.5]]);
	expect(rings.map(({ metres }) => metres)).toEqual([50, 100]);
});

const school = {
	id: "s1",
	name: "一小",
	lon: 120.6,
	lat: 30.9,
	values: { name: "一小", capacity: 400, address: null },
};
const layer = { kind: "facilities", scope: "EDU-PRI" };

test("a correction sends only what differs, numbers as numbers, emptied fields as null", () => {
	const form = formOf(school);
	expect(isChanged(layer, form, school)).toBe(false);
	const changed = {
		...form,
		values: { ...form.values, capacity: "450", name: " " },
		reason: "核实",
	};
	expect(correctionOf(layer, changed, school)).toEqual({
		kind: "facilities",
		scope: "EDU-PRI",
		action: "change",
		id: "s1",
		values: { capacity: 450, name: null },
		reason: "核实",
	});
});

test("a facility that was dragged moves, a unit never does", () => {
	const moved = { ...formOf(school), lonLat: [120.61, 30.9] as const };
	expect(correctionOf(layer, moved, school).lonLat).toEqual([120.61, 30.9]);
	const unit = { kind: "divisions", scope: "street" };
	expect(correctionOf(unit, moved, school).lonLat).toBeUndefined();
});

test("a removal sends no values", () => {
	const gone = { ...formOf(school), action: "remove" as const, values: { name: "x" } };
	expect(correctionOf(layer, gone, school).values).toEqual({});
	expect(isChanged(layer, gone, school)).toBe(true);
});

// The files of the demonstration city as they lie in the repository: exact tiling, sizes, counts.
import { readFileSync, statSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { CATEGORIES } from "../../../planning/standards/catalogue.ts";
import { DEMONSTRATION_FOLDER } from "../../../server/demonstration/loadDemonstration.ts";
import { cityFile, LEVELS } from "./readDemonstration.ts";

interface Unit {
	readonly properties: { code: string; name: string; parent_code?: string; zone?: string };
	readonly rings: readonly (readonly LonLat[])[];
}

const units = new Map<string, Unit[]>();
beforeAll(() => {
	for (const level of LEVELS) {
		const text = readFileSync(`${DEMONSTRATION_FOLDER}/divisions-${level}.geojson`, "utf8");
		const features: { properties: Unit["properties"]; geometry: Geometry }[] =
			JSON.parse(text).features;
		units.set(
			level,
			features.map(({ properties, geometry }) => ({ properties, rings: ringsOf(geometry) })),
		);
	}
});

type Geometry =
	| { type: "Polygon"; coordinates: LonLat[][] }
	| { type: "MultiPolygon"; coordinates: LonLat[][][] };
function ringsOf(geometry: Geometry): LonLat[][] {
	return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/** How often each directed border segment occurs. */
function segments(of: readonly Unit[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { rings } of of)
		for (const ring of rings)
			for (let i = 1; i < ring.length; i++) {
				const key = `${ring[i - 1].join(" ")} → ${ring[i].join(" ")}`;
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
	return counts;
}
function reversed(key: string): string {
	return key.split(" → ").reverse().join(" → ");
}
/** The segments that no neighbour has the other way round: the outline of them all. */
function outline(of: readonly Unit[]): Set<string> {
	const all = segments(of);
	return new Set([...all.keys()].filter((key) => !all.has(reversed(key))));
}

test("every border segment between committees is shared by exactly two, once in each direction", () => {
	const committees = units.get("committee") ?? [];
	const counts = segments(committees);
	expect(Math.max(...counts.values())).toBe(1);
	const hole = [...outline(committees)].filter(
		(key) => !outline(units.get("street") ?? []).has(key),
	);
	expect(hole).toHaveLength(12); // the estate on unassigned land, three cells a side
});

test("the streets' outline is the district's, and each street's is that of its committees, but for the planted hole and misfit", () => {
	const streets = units.get("street") ?? [];
	const committees = units.get("committee") ?? [];
	expect(outline(streets)).toEqual(new Set(segments(units.get("district") ?? []).keys()));
	const { borderMisfit: misfit } = cityFile();
	const around = segments(committees.filter((c) => c.properties.code === misfit.committee));
	const holes = streets.filter((street) => {
		const { code } = street.properties;
		const own = committees.filter(({ properties }) => properties.parent_code === code);
		const strange = [...segments([street]).keys()].filter((key) => !outline(own).has(key));
		const sidesOfACell = code === misfit.street || code === misfit.other ? 3 : 0;
		expect(strange.length).toBeLessThanOrEqual(sidesOfACell);
		const missing = [...outline(own)].filter((key) => !segments([street]).has(key));
		return missing.some((key) => !around.has(key) && !around.has(reversed(key)));
	});
	expect(holes.map(({ properties }) => properties.name)).toEqual(["鹤汀街道"]);
});

test("circles and the basic management unit follow the committees' borders", () => {
	const lines = segments(units.get("committee") ?? []);
	for (const level of ["circle", "bmu"])
		for (const key of segments(units.get(level) ?? []).keys()) expect(lines.has(key)).toBe(true);
});

test("one district of 7 street-level units, about 180 committees, 8 circles and one basic management unit", () => {
	expect(LEVELS.map((level) => units.get(level)?.length)).toEqual([
		1,
		7,
		cityFile().committees,
		1,
		8,
	]);
	expect(Math.abs(cityFile().committees - 180)).toBeLessThan(10);
	const codes = [...units.values()].flat().map(({ properties }) => properties.code);
	expect(new Set(codes).size).toBe(codes.length);
});

test("committee names differ within the district", () => {
	const names = (units.get("committee") ?? []).map(({ properties }) => properties.name);
	expect(new Set(names).size).toBe(names.length);
});

test("about 600,000 residents in some thousand residences, of a big city's ages and households", () => {
	const rows = readFileSync(`${DEMONSTRATION_FOLDER}/residences.csv`, "utf8")
		.trim()
		.split("\n")
		.slice(1);
	const sums = [0, 0, 0, 0];
	for (const row of rows)
		row
			.split(",")
			.slice(3, 7)
			.forEach((value, column) => {
				sums[column] += Number(value);
			});
	const [residents, households, elders, children] = sums;
	expect(Math.abs(residents - 600_000)).toBeLessThan(6_000);
	expect(rows.length).toBeGreaterThan(5_000);
	expect(residents / households).toBeCloseTo(2.4, 1);
	expect(elders / residents).toBeCloseTo(0.23, 1);
	expect(children / residents).toBeCloseTo(0.11, 1);
});

test("there is a facility of every category of the standard", () => {
	const text = readFileSync(`${DEMONSTRATION_FOLDER}/facilities.csv`, "utf8");
	const present = new Set(text.split("\n").map((row) => row.split(",")[1]));
	expect(CATEGORIES.filter(({ code }) => !present.has(code))).toEqual([]);
});

test("the files together are small enough to be cloned", () => {
	const names = [
		"streets.osm.pbf",
		"facilities.csv",
		"residences.csv",
		"city.json",
		...LEVELS.map((level) => `divisions-${level}.geojson`),
	];
	const bytes = names.reduce(
		(sum, name) => sum + statSync(`${DEMONSTRATION_FOLDER}/${name}`).size,
		0,
	);
	expect(bytes).toBeLessThan(4_000_000);
});

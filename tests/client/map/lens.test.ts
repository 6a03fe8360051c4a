import type { Position } from "geojson";
import { expect, test } from "vitest";
import type { ShapeCollection } from "../../../client/data/uploadQueries.ts";
import { issueSource, moveSource, shapeSource } from "../../../client/map/dataSources.ts";
import { lensAt, northIn } from "../../../client/map/lens.ts";
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { issue } from "../screens/uploadFixtures.ts";

const AT: LonLat = [121.4, 31.2];
const { lonM, latM } = metresPerDegree(AT[1]);
const at = (eastM: number, northM: number): Position => [
	AT[0] + eastM / lonM,
	AT[1] + northM / latM,
];
type Role = "staged" | "read" | "current";

function shapesOf(...areas: [id: string, ring: Position[], role?: Role][]): ShapeCollection {
	return {
		type: "FeatureCollection",
		features: areas.map(([id, ring, role = "read"]) => ({
			type: "Feature",
			geometry: { type: "Polygon", coordinates: [ring] },
			properties: { role, id, name: id, row: null },
		})),
	};
}
/** A border that runs north, every 20 m a vertex, `eastM` east of the place. */
const upright = (eastM: number) => [-60, -40, -20, 0, 20, 40, 60].map((n) => at(eastM, n));
const FRAME = { widthPx: 300, heightPx: 240 };

test("a gap of one metre between two borders becomes wide enough to be seen", () => {
	const west = [...upright(0), at(-300, 60), at(-300, -60), at(0, -60)];
	const east = [...upright(1), at(300, 60), at(300, -60), at(1, -60)];
	const lens = lensAt(shapesOf(["west", west], ["east", east]), AT, FRAME);
	expect(lens.stretch).toBeGreaterThan(10);
	const [westX] = lens.paths[0]?.vertices[0] ?? [];
	const [eastX] = lens.paths[1]?.vertices[0] ?? [];
	expect((eastX ?? 0) - (westX ?? 0)).toBeGreaterThan(30);
});

test("the place itself is always the middle of the picture", () => {
	const ring = [at(0, 0), at(30, 0), at(30, 30), at(0, 30), at(0, 0)];
	const lens = lensAt(shapesOf(["a", ring]), AT, FRAME);
	const [x, y] = lens.paths[0]?.vertices[0] ?? [];
	expect(x).toBeCloseTo(150, 3);
	expect(y).toBeCloseTo(120, 3);
});

test("what is not stretched is not turned either: north is up", () => {
	const ring = [at(-10, -10), at(10, -10), at(10, 10), at(-10, 10), at(-10, -10)];
	const lens = lensAt(shapesOf(["a", ring]), AT, FRAME);
	expect(lens.stretch).toBe(1);
	expect(northIn(lens)[1]).toBe(-1);
});

test("a border that runs east stands upright, and north then points to the left", () => {
	const along = (northM: number) => [-60, -40, -20, 0, 20, 40, 60].map((e) => at(e, northM));
	const south = [...along(0), at(60, -300), at(-60, -300), at(-60, 0)];
	const north = [...along(1), at(60, 300), at(-60, 300), at(-60, 1)];
	const lens = lensAt(shapesOf(["south", south], ["north", north]), AT, FRAME);
	expect(lens.stretch).toBeGreaterThan(10);
	expect(Math.abs(northIn(lens)[0])).toBeCloseTo(1, 6);
});

test("two lenses of one place can be alike, so that what moved is seen to have moved", () => {
	const ring = (eastM: number) => [...upright(eastM), at(-300, 60), at(-300, -60), at(eastM, -60)];
	const before = lensAt(shapesOf(["a", ring(0)], ["b", ring(2)]), AT, FRAME);
	const after = lensAt(shapesOf(["a", ring(1)]), AT, { ...FRAME, like: before });
	expect(after.stretch).toBe(before.stretch);
	const [x] = after.paths[0]?.vertices[0] ?? [];
	const [a] = before.paths[0]?.vertices[0] ?? [];
	const [b] = before.paths[1]?.vertices[0] ?? [];
	expect(x).toBeCloseTo(((a ?? 0) + (b ?? 0)) / 2, 3);
});

test("shapes far away are not drawn", () => {
	const far = [at(9_000, 0), at(9_100, 0), at(9_100, 100), at(9_000, 0)];
	expect(lensAt(shapesOf(["far", far]), AT, FRAME).paths).toEqual([]);
});

test("the map shows the file after the steps; as read only while there is nothing else", () => {
	const ring = [at(0, 0), at(10, 0), at(10, 10), at(0, 0)];
	const ids = (shapes: ShapeCollection) =>
		shapeSource({ shapes, changes: null }).features.map(({ properties }) => properties?.["role"]);
	expect(ids(shapesOf(["a", ring, "read"], ["a", ring, "current"]))).toEqual(["staged", "current"]);
	expect(ids(shapesOf(["a", ring, "read"], ["a", ring, "staged"], ["a", ring, "current"]))).toEqual(
		["staged", "current"],
	);
});

test("a moved place is joined to where it was", () => {
	const point = (id: string, role: Role, eastM: number): ShapeCollection["features"][number] => ({
		type: "Feature",
		geometry: { type: "Point", coordinates: at(eastM, 0) },
		properties: { role, id, name: id, row: null },
	});
	const shapes: ShapeCollection = {
		type: "FeatureCollection",
		features: [point("a", "current", 0), point("a", "staged", 50), point("b", "staged", 9)],
	};
	const moved = {
		change: "moved" as const,
		id: "a",
		name: "a",
		lon: null,
		lat: null,
		distanceM: 50,
		area: null,
		fields: [],
	};
	const { features } = moveSource({ shapes, changes: [moved] });
	expect(features.map(({ geometry }) => geometry)).toEqual([
		{ type: "LineString", coordinates: [at(0, 0), at(50, 0)] },
	]);
});

test("issues without a place are in the table only", () => {
	const marks = issueSource({
		issues: [issue(1), issue(2, { lon: null, lat: null })],
		chosenIssue: 1,
	});
	expect(marks.features.map(({ properties }) => properties)).toEqual([
		{ number: 1, severity: "blocking", decision: "open", isChosen: true },
	]);
});

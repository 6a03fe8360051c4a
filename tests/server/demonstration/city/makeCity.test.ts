// The city generator on a corner of a city: exact tiling, plausible streets, people and services where they should be.
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sideOf } from "../../../../planning/city/pointInPolygon.ts";
import type { UnitKind, UnitRecord } from "../../../../planning/city/records.ts";
import { segmentsCross } from "../../../../planning/geo/crossing.ts";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { attachResidence, createAttacher } from "../../../../planning/reach/attacher.ts";
import { compileStreets } from "../../../../planning/streets/compileStreets.ts";
import type { Way } from "../../../../planning/streets/Way.ts";
import { walkabilityOf } from "../../../../planning/streets/walkability.ts";
import type { CityScale } from "../../../../server/demonstration/city/CityScale.ts";
import { makeCity } from "../../../../server/demonstration/city/makeCity.ts";
import type { BookNode } from "../../../../server/demonstration/StreetBook.ts";
import { SMALL_SCALE } from "./smallScale.ts";

interface Made extends Omit<ReturnType<typeof makeCity>, "streets"> {
	readonly nodes: readonly BookNode[];
	readonly ways: readonly Way[];
}
let city: Made;
beforeAll(() => {
	city = make(SMALL_SCALE);
});

function make(scale: CityScale): Made {
	const { streets, ...rest } = makeCity(scale);
	return { ...rest, nodes: [...streets.nodes], ways: [...streets.ways] };
}

function ofKind(kind: UnitKind): UnitRecord[] {
	return city.units.filter((unit) => unit.kind === kind);
}

/** How often each directed border segment occurs. */
function segments(units: readonly UnitRecord[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const ring of units.flatMap(({ polygons }) => polygons.flat()))
		for (let i = 1; i < ring.length; i++) {
			const key = `${ring[i - 1].join(" ")} → ${ring[i].join(" ")}`;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	return counts;
}

function outline(units: readonly UnitRecord[]): Set<string> {
	const all = segments(units);
	const reversed = (key: string) => key.split(" → ").reverse().join(" → ");
	return new Set([...all.keys()].filter((key) => !all.has(reversed(key))));
}

test("committees fit corner for corner, and so do the units made of them", () => {
	const committees = ofKind("committee");
	expect(committees).toHaveLength(SMALL_SCALE.committees);
	expect(Math.max(...segments(committees).values())).toBe(1);
	const city = outline(committees);
	expect(outline(ofKind("street"))).toEqual(city);
	expect(outline(ofKind("district"))).toEqual(city);
	const lines = segments(committees);
	for (const kind of ["street", "district", "bmu", "circle"] as const)
		for (const key of segments(ofKind(kind)).keys()) expect(lines.has(key)).toBe(true);
});

test("committees have some dozen corners and no long needles", () => {
	const corners = ofKind("committee").map(({ polygons }) => polygons[0][0].length - 1);
	const mean = corners.reduce((a, b) => a + b) / corners.length;
	expect(mean).toBeGreaterThan(30);
	expect(mean).toBeLessThan(75);
});

test("codes differ, parents exist, and digits say the level", () => {
	const codes = new Set(city.units.map(({ code }) => code));
	expect(codes.size).toBe(city.units.length);
	for (const { parentCode } of city.units)
		if (parentCode !== null) expect(codes).toContain(parentCode);
	for (const { code } of ofKind("committee")) expect(code).toMatch(/^\d{9}(?!000)\d{3}$/);
	const names = ofKind("committee").map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});

test("residences and residents are as many as asked for, each inside the committee that it declares", () => {
	const { residences } = city;
	expect(residences).toHaveLength(SMALL_SCALE.residences);
	expect(residences.reduce((sum, { residents }) => sum + residents, 0)).toBe(SMALL_SCALE.residents);
	const unit = new Map(city.units.map((each) => [each.code, each]));
	const outside = residences.filter(({ lonLat, declaredUnitCode }) => {
		const rings = unit.get(declaredUnitCode ?? "")?.polygons[0] ?? [];
		return sideOf(lonLat, rings) === "outside";
	});
	expect(outside).toEqual([]);
});

test("one connected street network, as dense as asked for, with everybody at a street", () => {
	const { graph, barriers, report } = compile(city);
	expect(report.largestSharePct).toBeGreaterThan(99.5);
	const perResident = report.nodes / SMALL_SCALE.residents;
	expect(perResident).toBeGreaterThan(0.02);
	expect(perResident).toBeLessThan(0.2);
	const attacher = createAttacher(graph, barriers);
	const lost = city.residences.filter(
		({ lonLat }) => attachResidence(attacher, lonLat).status === "not-attached",
	);
	expect(lost.length).toBeLessThan(0.005 * city.residences.length);
});

test("a river, railways, expressways, bridges, steps, gates, walls, private drives, dead ends", () => {
	const has = (key: string, value: string) => city.ways.some(({ tags }) => tags[key] === value);
	for (const [key, value] of [
		["waterway", "river"],
		["railway", "rail"],
		["bridge", "yes"],
		["highway", "steps"],
		["barrier", "wall"],
		["access", "private"],
		["leisure", "park"],
	])
		expect(has(key, value), `${key}=${value}`).toBe(true);
	expect(city.nodes.some(({ tags }) => tags["barrier"] === "gate")).toBe(true);
	const { firstEdge } = compile(city).graph;
	const deadEnds = firstEdge.subarray(1).filter((end, node) => end - firstEdge[node] === 1).length;
	expect(deadEnds / firstEdge.length).toBeGreaterThan(0.05);
});

test("nobody walks over the river but on a bridge", () => {
	const at = (id: number) => city.nodes[id - 1].lonLat;
	const lines = (ways: readonly Way[]) =>
		ways.flatMap(({ nodeIds }) =>
			nodeIds.slice(1).map((id, i): [LonLat, LonLat] => [at(nodeIds[i]), at(id)]),
		);
	const river = lines(city.ways.filter(({ tags }) => tags["waterway"] === "river"));
	const streets = city.ways.filter(({ tags }) => walkabilityOf(tags) !== null);
	const crossing = lines(streets.filter(({ tags }) => tags["bridge"] === undefined)).filter(
		([a, b]) => river.some(([c, d]) => segmentsCross(...a, ...b, ...c, ...d)),
	);
	expect(crossing).toEqual([]);
	expect(river.length).toBeGreaterThan(10);
});

test("facilities of every category, operated by units that exist", () => {
	const codes = new Set(city.units.map(({ code }) => code));
	for (const { operatorCode } of city.facilities)
		if (operatorCode !== null) expect(codes).toContain(operatorCode);
	const ids = city.facilities.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const offices = city.facilities.filter(({ category }) => category === "ADM-SUB");
	expect(offices).toHaveLength(SMALL_SCALE.streetUnits);
});

test("the same scale gives the same city, another seed another one", () => {
	const hash = (made: Made) => createHash("sha256").update(JSON.stringify(made)).digest("hex");
	expect(hash(make(SMALL_SCALE))).toBe(hash(city));
	expect(hash(make({ ...SMALL_SCALE, seed: 7 }))).not.toBe(hash(city));
});

function compile({ nodes, ways }: Made) {
	return compileStreets({
		ways,
		lonOf: new Map(nodes.map(({ id, lonLat }) => [id, lonLat[0]])),
		latOf: new Map(nodes.map(({ id, lonLat }) => [id, lonLat[1]])),
		nodeTags: new Map(
			nodes.flatMap(({ id, tags }) => (Object.keys(tags).length > 0 ? [[id, tags]] : [])),
		),
	});
}

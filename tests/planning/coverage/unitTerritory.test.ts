// Territories that can be measured by eye on a grid of metres, and what holds for any division of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import type { City } from "../../../planning/coverage/analysis.ts";
import { locate } from "../../../planning/coverage/located.ts";
import { territoriesOf } from "../../../planning/coverage/territories.ts";
import { type UnitTerritory, unitTerritory } from "../../../planning/coverage/unitTerritory.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { gridCity, type PlanUnit } from "../../scenes/gridCity.ts";

const KM = 1_000;

function territoriesIn(city: City, kind: UnitTerritory["kind"]): UnitTerritory[] {
	const territories = territoriesOf(locate(city), buildTiling(city.cells).tiling, kind);
	return territories.units.map((_, unit) => unitTerritory(territories, unit));
}
const of = (city: City, kind: UnitTerritory["kind"], code: string) => {
	const found = territoriesIn(city, kind).find((unit) => unit.code === code);
	if (found === undefined) throw new Error(`No ${kind} ${code}.`);
	return found;
};

/** Street S: a square of 2 km; street T: 1 km × 2 km to its east; in the middle of T a square of S, 200 m wide. */
const committees: PlanUnit[] = [
	{ kind: "committee", code: "s1", name: "大院", areas: [[0, 0, 2 * KM, 2 * KM]] },
	{ kind: "committee", code: "s2", name: "飞地", areas: [[2400, 900, 2600, 1100]] },
	{ kind: "committee", code: "t1", name: "南", areas: [[2000, 0, 3000, 900]] },
	{ kind: "committee", code: "t2", name: "西", areas: [[2000, 900, 2400, 1100]] },
	{ kind: "committee", code: "t3", name: "东", areas: [[2600, 900, 3000, 1100]] },
	{ kind: "committee", code: "t4", name: "北", areas: [[2000, 1100, 3000, 2000]] },
];
const areasOf = (street: string) =>
	committees.filter(({ code }) => code.startsWith(street)).flatMap(({ areas }) => areas);
const city = gridCity({
	units: [
		...committees,
		{ kind: "street", code: "S", name: "石街道", seat: [100, 100], areas: areasOf("s") },
		{ kind: "street", code: "T", name: "桐镇", areas: areasOf("t") },
		{ kind: "bmu", code: "B", name: "空单元", areas: [[9000, 9000, 9100, 9100]] },
	],
	homes: [
		{ at: [500, 500], residents: 10 },
		{ at: [2500, 1000], residents: 900 },
		{ at: [2100, 500], residents: 70 },
	],
});

describe("a street with an exclave in its neighbour", () => {
	const street = of(city, "street", "S");

	test("area and perimeter of both parts are counted", () => {
		expect(street.areaM2 / (4 * KM * KM + 200 * 200)).toBeCloseTo(1, 3);
		expect(street.planeAreaCm2 / 1e4 / street.areaM2).toBeCloseTo(1, 4);
		expect(street.perimeterM).toBeCloseTo(8 * KM + 800, 0);
		expect([street.cells, street.parts]).toEqual([2, 2]);
	});

	test("the part without the seat lies apart, with its people, the unit around it, and a place in it", () => {
		const [apart, ...more] = street.apart;
		expect(more).toEqual([]);
		expect(apart).toMatchObject({ residents: 900, enclosedBy: { code: "T", name: "桐镇" } });
		expect((apart?.areaM2 ?? 0) / (200 * 200)).toBeCloseTo(1, 3);
		expect(locate(city).cells.partAt(apart?.at ?? [0, 0])).toBe(1);
	});

	test("its neighbour is met along the common side and all around the exclave", () => {
		expect(street.neighbours.map(({ code, name }) => [code, name])).toEqual([["T", "桐镇"]]);
		expect(street.neighbours[0]?.sharedM).toBeCloseTo(2 * KM + 800, 0);
		expect(street.aloneM).toBeCloseTo(6 * KM, 0);
	});
});

test("a square is as compact as squares are", () => {
	const { compactness } = of(city, "committee", "s2");
	expect(compactness?.polsbyPopper).toBeCloseTo(Math.PI / 4, 3);
	expect(compactness?.reock).toBeCloseTo(2 / Math.PI, 3);
	expect(compactness?.hullShare).toBeCloseTo(1, 6);
});

test("neighbours come with the longest common border first", () => {
	const lengths = of(city, "committee", "s1").neighbours.map(({ code, sharedM }) => [
		code,
		Math.round(sharedM),
	]);
	expect(lengths).toEqual([
		["t1", 900],
		["t4", 900],
		["t2", 200],
	]);
});

test("a unit without cells has no territory: zeros, no compactness, nobody around it", () => {
	expect(of(city, "bmu", "B")).toMatchObject({
		cells: 0,
		areaM2: 0,
		planeAreaCm2: 0,
		perimeterM: 0,
		compactness: null,
		parts: 0,
		apart: [],
		neighbours: [],
		aloneM: 0,
	});
});

test("a kind that the city has no units of has no territories", () => {
	expect(territoriesIn(city, "circle")).toEqual([]);
});

test("of one cell in two pieces, people are counted where they live", () => {
	const torn = gridCity({
		units: [
			{
				kind: "committee",
				code: "c",
				areas: [
					[0, 0, 300, 300],
					[500, 0, 700, 200],
				],
			},
		],
		homes: [
			{ at: [100, 100], residents: 5 },
			{ at: [600, 100], residents: 8 },
		],
	});
	// no seat: the main part is where most residents are, though it is the smaller one
	const [apart] = of(torn, "committee", "c").apart;
	expect(apart).toMatchObject({ residents: 5, enclosedBy: null });
});

test("in any division the figures of a border are the same from both sides, and areas add up", () => {
	const owners = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 });
	fc.assert(
		fc.property(owners, (ownerOf) => {
			const cells = ownerOf.map((_, cell): PlanUnit => {
				const [west, south] = [(cell % 4) * 100, Math.floor(cell / 4) * 100];
				return {
					kind: "committee",
					code: `c${String(cell).padStart(2, "0")}`,
					areas: [[west, south, west + 100, south + 100]],
				};
			});
			const streets = [...new Set(ownerOf)].map((owner): PlanUnit => {
				const own = cells.filter((_, cell) => ownerOf[cell] === owner);
				return { kind: "street", code: `s${owner}`, areas: own.flatMap(({ areas }) => areas) };
			});
			const made = gridCity({
				columns: 2,
				rows: 2,
				units: [...cells, ...streets],
				homes: cells.map(({ areas: [[west = 0, south = 0] = []] }) => ({
					at: [west + 30, south + 30],
					residents: 1,
				})),
			});
			const units = territoriesIn(made, "street");
			const sharedOf = (a: UnitTerritory, b: UnitTerritory) =>
				a.neighbours.find(({ code }) => code === b.code)?.sharedM ?? 0;
			for (const unit of units) {
				for (const other of units) expect(sharedOf(unit, other)).toBe(sharedOf(other, unit));
				const along = unit.neighbours.reduce((sum, { sharedM }) => sum + sharedM, unit.aloneM);
				expect(along).toBeCloseTo(unit.perimeterM, 6);
				expect(unit.apart.length).toBe(unit.parts - 1);
				for (const share of Object.values(unit.compactness ?? {})) expect(share).toBeLessThan(1.01);
			}
			const planeCm2 = units.reduce((sum, { planeAreaCm2 }) => sum + planeAreaCm2, 0);
			expect(planeCm2).toBe(
				territoriesIn(made, "committee").reduce((sum, one) => sum + one.planeAreaCm2, 0),
			);
		}),
		{ numRuns: 30 },
	);
});

test("every unit of every kind is measured", () => {
	const located = locate(city);
	const { tiling } = buildTiling(city.cells);
	for (const kind of UNIT_KINDS)
		expect(territoriesOf(located, tiling, kind).units.length).toBe(
			city.units.filter((unit) => unit.kind === kind).length,
		);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UnitKind, UnitRecord } from "../../../planning/city/records.ts";
import { assignCells } from "../../../planning/partition/assignCells.ts";
import type { Misfit } from "../../../planning/partition/nest.ts";
import { gridCity, type RectM } from "../../scenes/gridCity.ts";

/** Boxes in metres; the parent of a unit is what its 12 digits say unless told. */
function unit(kind: UnitKind, code: string, area: RectM, parentCode?: string): UnitRecord {
	const digits = /^\d{12}$/.test(code);
	const byDigits = { committee: `${code.slice(0, 9)}000`, street: `${code.slice(0, 6)}000000` };
	const parent =
		parentCode ?? (digits && (kind === "committee" || kind === "street") ? byDigits[kind] : null);
	return gridCity({ units: [{ kind, code, areas: [area], parentCode: parent }] }).units[0];
}
function nested(...units: UnitRecord[]) {
	const misfits: Misfit[] = [];
	const cells = assignCells(units, (misfit) => misfits.push(misfit));
	return { units: cells.map((cell) => cell.units), misfits };
}

const [D1, D2] = ["310101000000", "310102000000"];
const [S1, S2] = ["310101001000", "310101002000"];
const [C1, C2] = ["310101001001", "310101001002"];
const streets = [
	unit("street", S1, [0, 0, 1_000, 1_000]),
	unit("street", S2, [1_000, 0, 2_000, 1_000]),
];

describe("a committee over the border of two streets", () => {
	test("goes where its larger share lies, and the rest is told with its area, place and both units", () => {
		const { units, misfits } = nested(...streets, unit("committee", C1, [800, 0, 1_050, 1_000]));
		expect(units[0].street).toBe(S1);
		expect(misfits).toHaveLength(1);
		expect(misfits[0]).toMatchObject({
			kind: "border-differs",
			cell: C1,
			layer: "street",
			owner: S1,
			other: S2,
		});
		expect(misfits[0].areaM2).toBeCloseTo(50_000, -2);
	});

	test("a hundredth of its area, or 100 m², is slack", () => {
		const differs = (east: number) =>
			nested(...streets, unit("committee", C1, [0, 0, east, 1_000])).misfits.length;
		expect([differs(1_009), differs(1_011)]).toEqual([0, 1]);
		const small = (east: number) =>
			nested(...streets, unit("committee", C1, [980, 0, east, 20])).misfits.length;
		expect([small(1_004.9), small(1_005.1)]).toEqual([0, 1]);
	});

	test("code and place disagree: the place decides, and it is said", () => {
		const { units, misfits } = nested(...streets, unit("committee", C1, [900, 0, 1_900, 1_000]));
		expect(units[0].street).toBe(S2);
		expect(misfits).toMatchObject([{ kind: "parent-differs", owner: S2, other: S1 }]);
	});

	test("a parent that the record names against its code is a decision and stands", () => {
		const { units, misfits } = nested(...streets, unit("committee", C1, [100, 0, 200, 1_000], S2));
		expect(units[0].street).toBe(S2);
		expect(misfits).toMatchObject([{ kind: "parent-differs", owner: S2, other: S1 }]);
	});

	test("a part outside every street is told as lying in none", () => {
		const { misfits } = nested(...streets, unit("committee", C1, [0, -500, 500, 1_000]));
		expect(misfits).toMatchObject([{ kind: "border-differs", owner: S1, other: null }]);
		expect(misfits[0].areaM2).toBeCloseTo(250_000, -3);
	});
});

test("all cells of a street are in its district, also the one that lies across the district's border", () => {
	const { units, misfits } = nested(
		unit("district", D1, [0, 0, 1_000, 1_000]),
		unit("district", D2, [1_000, 0, 2_000, 1_000]),
		unit("street", S1, [0, 0, 1_200, 1_000]),
		unit("committee", C1, [0, 0, 1_000, 1_000]),
		unit("committee", C2, [1_000, 0, 1_200, 1_000]),
	);
	expect(units.map(({ district }) => district)).toEqual([D1, D1]);
	expect(misfits.map(({ kind, cell, layer }) => [kind, cell, layer])).toEqual([
		["border-differs", S1, "district"],
		["border-differs", C2, "district"],
	]);
});

describe("units that need not cover the city", () => {
	const committees = [
		unit("committee", C1, [0, 0, 1_000, 1_000]),
		unit("committee", "310101002001", [1_000, 0, 2_000, 1_000]),
	];

	test("a basic management unit over two towns keeps the cells of its own, and the other is told", () => {
		const { units, misfits } = nested(
			...streets,
			...committees,
			unit("bmu", "B", [0, 0, 2_000, 1_000], S1),
		);
		expect(units.map(({ bmu }) => bmu)).toEqual(["B", undefined]);
		expect(misfits).toMatchObject([{ kind: "outside-parent", layer: "bmu", other: "B" }]);
	});

	test("one that names no town belongs to the town that holds most of it", () => {
		const { units } = nested(...streets, ...committees, unit("bmu", "B", [400, 0, 1_900, 1_000]));
		expect(units.map(({ bmu }) => bmu)).toEqual([undefined, "B"]);
	});

	test("a circle may cross streets but not districts", () => {
		const circle = unit("circle", "K", [0, 0, 2_000, 1_000]);
		const one = nested(
			unit("district", D1, [0, 0, 2_000, 1_000]),
			...streets,
			...committees,
			circle,
		);
		expect(one.units.map((own) => own.circle)).toEqual(["K", "K"]);
		const two = nested(
			unit("district", D1, [0, 0, 1_000, 1_000]),
			unit("district", D2, [1_000, 0, 2_000, 1_000]),
			streets[0],
			unit("street", "310102001000", [1_000, 0, 2_000, 1_000]),
			committees[0],
			unit("committee", "310102001001", [1_000, 0, 2_000, 1_000]),
			unit("circle", "K", [100, 0, 2_000, 1_000]),
		);
		expect(two.units.map((own) => own.circle)).toEqual([undefined, "K"]);
		expect(two.misfits).toMatchObject([{ kind: "outside-parent", cell: C1, layer: "circle" }]);
	});

	test("a circle that covers a small corner of a cell takes nothing and is told", () => {
		const { units, misfits } = nested(
			...streets,
			...committees,
			unit("circle", "K", [0, 0, 300, 300]),
		);
		expect(units[0].circle).toBe(undefined);
		expect(misfits).toMatchObject([{ kind: "border-differs", owner: null, other: "K" }]);
	});
});

test("whatever the border: what is in the street, and what is elsewhere, adds up to the cell", () => {
	fc.assert(
		fc.property(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 100, max: 900 }), (a, b) => {
			const { misfits } = nested(
				unit("street", S1, [0, 0, a, 1_000]),
				unit("street", S2, [a, 0, 1_000, b]),
				unit("committee", C1, [0, 0, 1_000, 1_000], "none"),
			);
			const shares = [a * 1_000, (1_000 - a) * b];
			const uncovered = 1e6 - shares[0] - shares[1];
			const most = Math.max(...shares);
			const expected = most > uncovered ? 1e6 - most : shares[0] + shares[1];
			expect(misfits).toHaveLength(1);
			expect(Math.abs(misfits[0].areaM2 - expected)).toBeLessThan(2_000);
		}),
	);
});

// The whole way from the files to the flags: every planted truth is found, and nothing where nothing is planted.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import type { Analysis, City, Flag } from "../../../planning/coverage/analysis.ts";
import { assignCells } from "../../../planning/partition/assignCells.ts";
import type { Misfit } from "../../../planning/partition/nest.ts";
import { DEMONSTRATION_FOLDER } from "../../../server/demonstration/loadDemonstration.ts";
import type { PlantedTruth } from "../../../server/demonstration/plantedTruths.ts";
import { cityFile, readDemonstration } from "./readDemonstration.ts";

let city: City;
let analysis: Analysis;
beforeAll(async () => {
	city = await readDemonstration();
	analysis = analyse(city);
});

const TRUTHS = cityFile().truths;

function flagsOf({ flag, category, unitCodes }: PlantedTruth, from = analysis): Flag[] {
	return from.flags.filter(
		(found) =>
			found.flag === flag &&
			(category === null || found.category === category) &&
			unitCodes.every((code) => found.unitCodes.includes(code)),
	);
}

function planted(name: string): PlantedTruth {
	const truth = TRUTHS.find((candidate) => candidate.truth === name);
	if (truth === undefined) throw new Error(`city.json plants no ${name}.`);
	return truth;
}

test("the truths of the issue are all planted", () => {
	expect(TRUTHS.map(({ truth }) => truth)).toEqual([
		"facility-gap:COM-MKT",
		"facility-gap:HEA-CHC",
		"boundary-gap",
		"severance",
		"unit-too-large",
		"facility-too-small",
		"floor-area-short",
		"exclave",
		"bmu-eligible",
		"unassigned-residents",
		"missing-mandatory",
	]);
});

describe.each(TRUTHS.filter(({ who }) => who === "exact"))("$truth", (truth) => {
	test("is found once, with exactly its residents", () => {
		const found = flagsOf(truth);
		expect(found).toHaveLength(1);
		expect([...found[0].residenceIds].sort()).toEqual(truth.residenceIds);
		expect(found[0].residents).toBe(truth.residents);
	});
});

describe.each(TRUTHS.filter(({ who }) => who === "unit"))("$truth", (truth) => {
	test("is found once, and for no other unit", () => {
		expect(flagsOf(truth)).toHaveLength(1);
		expect(analysis.flags.filter(({ flag }) => flag === truth.flag)).toHaveLength(1);
	});
});

test("figures of the planted units are those written down", () => {
	const figuresOf = (name: string) => flagsOf(planted(name))[0].figures;
	const short = planted("floor-area-short").figures;
	expect(figuresOf("floor-area-short")["floorAreaPer100HouseholdsM2"]).toBe(
		short["floorAreaPer100HouseholdsM2"],
	);
	expect(figuresOf("unit-too-large")["declaredResidents"]).toBe(
		planted("unit-too-large").figures["declaredResidents"],
	);
	expect(figuresOf("facility-too-small")["areaM2"]).toBe(
		planted("facility-too-small").figures["areaM2"],
	);
});

test.each(["facility-gap:COM-MKT", "facility-gap:HEA-CHC"])(
	"%s: one large cluster in the new town, and nobody planted in the gap is within reach",
	(name) => {
		const truth = planted(name);
		const largest = flagsOf(truth).reduce((a, b) => (b.residents > a.residents ? b : a));
		const plantedIds = new Set(truth.residenceIds);
		const shared = largest.residenceIds.filter((id) => plantedIds.has(id)).length;
		expect(shared / plantedIds.size).toBeGreaterThan(0.7);
		const times = analysis.times.find(
			({ category, mode }) => category === truth.category && mode === "any",
		);
		const within = city.residences.filter(
			({ id }, index) => plantedIds.has(id) && times?.within[index] === 1,
		);
		expect(within).toEqual([]);
	},
);

test("the pocket behind the railway is one severed cluster that names the railway", () => {
	const truth = planted("severance");
	const found = flagsOf(truth);
	expect(found).toHaveLength(1);
	expect(truth.residenceIds.every((id) => found[0].residenceIds.includes(id))).toBe(true);
	expect(found[0].figures["barrierKind"]).toBe("railway");
	expect(found[0].figures["barrierName"]).toBe(truth.figures["barrierName"]);
});

test("moving the committee across the river cures the boundary gap", () => {
	const truth = planted("boundary-gap");
	const [, neighbour] = truth.unitCodes;
	const units = city.units.map((unit) =>
		unit.kind === "committee" && unit.code === truth.figures["committee"]
			? { ...unit, parentCode: neighbour }
			: unit,
	);
	const after = analyse({ ...city, units, cells: assignCells(units) });
	expect(after.flags.filter(({ flag }) => flag === "boundary-gap")).toEqual([]);
	const detached = (from: Analysis) =>
		from.flags.filter(({ flag }) => flag === "detached-part").length;
	expect(detached(after)).toBe(detached(analysis));
});

test("the border misfit is found, with its committee and both streets, and no other misfit is", () => {
	const misfits: Misfit[] = [];
	assignCells(city.units, (misfit) => misfits.push(misfit));
	const { committee, street, other } = cityFile().borderMisfit;
	expect(misfits).toHaveLength(1);
	expect(misfits[0]).toMatchObject({
		kind: "border-differs",
		cell: committee,
		layer: "street",
		owner: street,
		other,
	});
	expect(misfits[0].areaM2).toBeGreaterThan(9_000); // a lattice cell of about 100 m × 100 m
	expect(misfits[0].areaM2).toBeLessThan(11_500);
});

test("nothing is flagged in the healthy part, where at least half of the residents live", () => {
	const healthy = new Set(cityFile().healthyUnits);
	const streetOf = new Map(city.cells.map((cell) => [cell.code, cell.units.street ?? ""]));
	const codes = new Set(healthy);
	for (const cell of city.cells)
		if (healthy.has(streetOf.get(cell.code) ?? ""))
			for (const code of Object.values(cell.units))
				if (code !== cell.units.district) codes.add(code);
	const residences = new Map(
		city.residences.flatMap(({ id, residents }, index) => {
			const cell = city.cells[analysis.residenceCell[index]];
			return healthy.has(cell?.units.street ?? "") ? [[id, residents] as const] : [];
		}),
	);
	const residents = [...residences.values()].reduce((sum, people) => sum + people, 0);
	expect(residents).toBeGreaterThanOrEqual(analysis.residents / 2);
	const flagged = analysis.flags.filter(
		({ unitCodes, residenceIds }) =>
			unitCodes.some((code) => codes.has(code)) || residenceIds.some((id) => residences.has(id)),
	);
	expect(flagged.map(({ id }) => id)).toEqual([]);
});

test("everyone in the healthy part reaches every category within its limit, their own units' too", () => {
	const healthy = new Set(cityFile().healthyUnits);
	const rows = analysis.coverage.filter(
		({ unitCode, limitUnit }) => healthy.has(unitCode) && limitUnit !== "presence",
	);
	expect(rows.length).toBeGreaterThan(4 * 40);
	expect(rows.filter(({ pct }) => pct !== 100)).toEqual([]);
});

test("elsewhere the map varies", () => {
	const rows = analysis.coverage.filter(
		({ unitKind, category, mode }) =>
			unitKind === "street" && category === "ELD-DAY" && mode === "any",
	);
	const pct = rows.map((row) => row.pct ?? 0);
	expect(Math.min(...pct)).toBeLessThan(85);
	expect(Math.min(...pct)).toBeGreaterThan(50);
});

test("everyone is attached to the streets", () => {
	expect(analysis.residencesNotAttached).toBe(0);
});

test("geodata/README.md tells every truth with its units and its residents", () => {
	const rows = readFileSync(`${DEMONSTRATION_FOLDER}/../README.md`, "utf8").split("\n");
	for (const { flag, category, unitCodes, residents, figures } of TRUTHS) {
		const head = `| \`${flag}\`${category === null ? "" : ` ${category}`}`;
		const row = rows.find((candidate) => candidate.startsWith(head));
		expect(row, head).toBeDefined();
		expect(row).toContain(residents.toLocaleString("en"));
		for (const code of unitCodes.slice(0, 2)) expect(row).toContain(code);
		for (const key of ["committee", "premisesId", "floorAreaPer100HouseholdsM2", "areaM2"])
			if (key in figures) expect(row).toContain(String(figures[key]));
	}
});

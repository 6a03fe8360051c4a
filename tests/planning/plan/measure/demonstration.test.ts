// On the demonstration: the planted boundary gap is cured by moving its committee, and the figures say by how much.
import { beforeAll, expect, test } from "vitest";
import type { City } from "../../../../planning/coverage/analysis.ts";
import { unitStatistics } from "../../../../planning/coverage/unitStatistics.ts";
import { compactnessOf, unitHulls } from "../../../../planning/partition/compactness.ts";
import type { Assignment } from "../../../../planning/partition/Tiling.ts";
import { unitFigures } from "../../../../planning/partition/unitFigures.ts";
import { applyOperation } from "../../../../planning/plan/applyOperation.ts";
import { createMeasurer, type Measurer } from "../../../../planning/plan/measure/createMeasurer.ts";
import type { UnitMeasure } from "../../../../planning/plan/measure/Measurement.ts";
import type { PlanState } from "../../../../planning/plan/PlanState.ts";
import type { PlanOperation } from "../../../../planning/wire/plans.ts";
import { cityFile, readDemonstration } from "../../../server/demonstration/readDemonstration.ts";
import { expectAsAnalysed, type PlanScene, planScene } from "./planScene.ts";

let city: City;
let scene: PlanScene;
let measurer: Measurer;
beforeAll(async () => {
	city = await readDemonstration();
	scene = planScene(city);
	measurer = createMeasurer(scene.base);
});

function planted(name: string) {
	const truth = cityFile().truths.find((candidate) => candidate.truth === name);
	if (truth === undefined) throw new Error(`city.json plants no ${name}.`);
	return truth;
}

function after(...operations: PlanOperation[]): PlanState {
	return operations.reduce((state, operation) => {
		const { state: next, refusal } = applyOperation(state, operation);
		if (next === null) throw new Error(`Refused: ${JSON.stringify(refusal)}.`);
		return next;
	}, scene.start);
}

const gap = planted("boundary-gap");
const [TOWN, NEIGHBOUR] = gap.unitCodes;
const COMMITTEE = String(gap.figures["committee"]);

test("moving the planted committee raises own-unit coverage by exactly the people planted there", () => {
	const state = after({ op: "assign", layer: "street", cells: [COMMITTEE], to: NEIGHBOUR });
	const { before, after: now, total, gain, lose, solved } = measurer.measure(state);
	const covered = (from: typeof total.before) => from.coverage["ADM-PSC"].own?.covered ?? 0;
	expect(covered(total.after) - covered(total.before)).toBe(gap.residents);
	expect(total.after.residents).toBe(total.before.residents);

	const gained = gain.filter(({ category }) => category === "ADM-PSC");
	expect(gained.map(({ mode, residents }) => [mode, residents])).toEqual([["own", gap.residents]]);
	const ids = [...gained[0].residence].map((home) => city.residences[home].id);
	expect(ids.sort()).toEqual(gap.residenceIds);
	expect(gained[0].afterDm.every((dm) => dm <= 10_050)).toBe(true);
	expect(gained[0].beforeDm.every((dm) => dm > 10_050)).toBe(true);
	expect(lose.filter(({ category }) => category === "ADM-PSC")).toEqual([]);

	const people = (unit: string) => now[unit].residents - before[unit].residents;
	expect(people(NEIGHBOUR)).toBe(now[COMMITTEE].residents);
	expect(people(TOWN)).toBe(-now[COMMITTEE].residents);
	expect(before[COMMITTEE].coverage["ADM-PSC"].boundaryGap).toBe(gap.residents);
	expect(now[COMMITTEE].coverage["ADM-PSC"].boundaryGap).toBe(0);
	expect(solved).toContainEqual({ unit: TOWN, flag: "boundary-gap", category: "ADM-PSC" });
	expectAsAnalysed(scene, measurer, state);
});

test("a town that is too large by declared people turns when enough of them leave", () => {
	const truth = planted("unit-too-large");
	const [town] = truth.unitCodes;
	const state = after({ op: "assign", layer: "street", cells: [COMMITTEE], to: NEIGHBOUR });
	const { before, after: now } = measurer.measure(state);
	expect(before[town].judgedResidents).toBe(truth.figures["declaredResidents"]);
	const criterion = (from: typeof now) =>
		from[town].criteria.find(({ code }) => code === "unit-too-large");
	expect(criterion(before)).toMatchObject({ isMet: false, value: before[town].judgedResidents });
	expect(now[town].judgedResidents).toBe(before[town].judgedResidents - now[COMMITTEE].residents);
});

test("figures of the snapshot are those of every table of units", () => {
	const statistics = unitStatistics(scene.base.surveyed.located);
	for (const kind of ["street", "committee", "circle"] as const) {
		const of = statistics.filter(({ unit }) => unit.kind === kind);
		const figures = measurer.figuresOf(scene.start, kind);
		expect(figures.map(({ code }) => code)).toEqual(of.map(({ unit }) => unit.code));
		figures.forEach((unit, i) => {
			expect({ ...unit, ...pick(of[i]) }).toEqual(unit);
		});
		expectGround(figures, scene.start.layers[kind]);
	}
});

/** Area, border, parts and compactness as the figures of the whole tiling have them. */
function expectGround(figures: readonly UnitMeasure[], layer: Assignment) {
	const { tiling } = scene.start;
	const nobody = new Float64Array(tiling.cellCode.length);
	const whole = unitFigures(tiling, layer, { residents: nobody, households: nobody });
	const { polsbyPopper, reock, hullShare } = compactnessOf(whole, unitHulls(tiling, layer));
	expect(figures.map(({ planeAreaCm2 }) => 2 * planeAreaCm2)).toEqual([...whole.twiceAreaCm2]);
	expect(figures.map(({ perimeterM }) => perimeterM)).toEqual(
		[...whole.perimeterCm].map((cm) => cm / 100),
	);
	expect(figures.map(({ parts }) => parts)).toEqual([...whole.partCount]);
	figures.forEach(({ compactness }, i) => {
		expect(compactness?.polsbyPopper).toBe(polsbyPopper[i]);
		expect(compactness?.reock).toBeCloseTo(reock[i], 12);
		expect(compactness?.hullShare).toBe(hullShare[i]);
	});
}

function pick(one: ReturnType<typeof unitStatistics>[number]) {
	const { residents, households, elders, children, judgedHouseholds } = one;
	return {
		...{ residents, households, elders, children, judgedHouseholds },
		floorAreaM2: one.premisesAreaM2,
		floorAreaPer100HouseholdsM2: one.floorAreaPer100HouseholdsM2,
	};
}

test("a measurement crosses to another thread as it is", () => {
	const state = after({ op: "assign", layer: "street", cells: [COMMITTEE], to: NEIGHBOUR });
	const measurement = measurer.measure(state);
	expect(structuredClone(measurement)).toEqual(measurement);
});

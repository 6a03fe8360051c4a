// A browser has a district's pack and the ground of plans; it measures what the whole city measures.
import { beforeAll, expect, test } from "vitest";
import type { City } from "../../../../planning/coverage/analysis.ts";
import { applyOperation } from "../../../../planning/plan/applyOperation.ts";
import { createMeasurer, type Measurer } from "../../../../planning/plan/measure/createMeasurer.ts";
import type { Measurement, Shift } from "../../../../planning/plan/measure/Measurement.ts";
import { packMeasureBase } from "../../../../planning/plan/measure/packMeasureBase.ts";
import { type PlanBase, planBaseOf } from "../../../../planning/plan/PlanBase.ts";
import { startState } from "../../../../planning/plan/PlanState.ts";
import { planHash } from "../../../../planning/plan/planHash.ts";
import { makePack } from "../../../../planning/wire/districtPack.ts";
import { decodePack, encodePack } from "../../../../planning/wire/packFile.ts";
import { decodePlanGround, encodePlanGround } from "../../../../planning/wire/planGround.ts";
import { planGroundOf } from "../../../../planning/wire/planGroundOf.ts";
import type { PlanOperation } from "../../../../planning/wire/plans.ts";
import { cityFile, readDemonstration } from "../../../server/demonstration/readDemonstration.ts";
import { type PlanScene, planScene } from "./planScene.ts";

const DISTRICT = "990101000000";
let city: City;
let whole: PlanScene;
let here: { measurer: Measurer; plan: PlanBase; homes: readonly string[] };

beforeAll(async () => {
	city = await readDemonstration();
	whole = planScene(city);
	const { surveyed, plan } = whole.base;
	const { located } = surveyed;
	const sent = encodePlanGround(
		planGroundOf(located, { snapshot: "0", tiling: plan.tiling, exceptions: [] }),
	);
	const ground = decodePlanGround(sent);
	const pack = decodePack(encodePack(makePack(surveyed, DISTRICT)));
	const base = planBaseOf(ground);
	here = {
		plan: base,
		homes: pack.residences.map(({ id }) => id),
		measurer: createMeasurer(packMeasureBase({ ground, pack, plan: base })),
	};
});

const gap = cityFile().truths.find(({ truth }) => truth === "boundary-gap");
const COMMITTEE = String(gap?.figures["committee"]);
const NEIGHBOUR = gap?.unitCodes[1] ?? "";
const PLANS: readonly (readonly PlanOperation[])[] = [
	[{ op: "assign", layer: "street", cells: [COMMITTEE], to: NEIGHBOUR }],
	[
		{
			op: "cut",
			cell: "990101001013",
			line: [
				[120.574, 30.8953],
				[120.581, 30.8953],
			],
		},
		{
			op: "addFacility",
			id: "NEW-1",
			category: "ADM-PSC",
			at: [120.5846, 30.90632],
			name: "新增党群",
			operator: "990101001000",
		},
		{ op: "closeFacility", id: "F00001" },
	],
];

test.each(PLANS)(
	"the same figures from a pack as from the whole city (plan %#)",
	(...operations) => {
		const done = operations.filter(
			(operation) => applyOperation(startState(whole.base.plan), operation).refusal === null,
		);
		const after = (plan: PlanBase) =>
			done.reduce((state, operation) => {
				const { state: next } = applyOperation(state, operation);
				return next ?? state;
			}, startState(plan));
		expect(done.length).toBeGreaterThan(0);
		const wanted = createMeasurer(whole.base).measure(after(whole.base.plan));
		const got = here.measurer.measure(after(here.plan));
		expect(got.before).toEqual(wanted.before);
		expect(got.after).toEqual(wanted.after);
		expect([got.solved, got.caused]).toEqual([wanted.solved, wanted.caused]);
		expect(byId(got, here.homes)).toEqual(
			byId(
				wanted,
				city.residences.map(({ id }) => id),
			),
		);
		expect(planHash(after(here.plan))).toBe(planHash(after(whole.base.plan)));
	},
);

/** Shifts by id of residence; those outside every committee are in no district's pack. */
function byId({ gain, lose }: Measurement, ids: readonly string[]) {
	const known = new Set(here.homes);
	const told = ({ category, mode, residence, beforeDm, afterDm }: Shift) =>
		[...residence].flatMap((home, i) =>
			known.has(ids[home]) ? [[category, mode, ids[home], beforeDm[i], afterDm[i]].join(" ")] : [],
		);
	return { gain: gain.flatMap(told), lose: lose.flatMap(told) };
}

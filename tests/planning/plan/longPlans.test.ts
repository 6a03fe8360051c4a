// A thousand plans of fifty operations at random: whatever is done, in whatever order, nobody and no ground is lost, the
// lines stay planar, everything can be undone, and figures kept up to date are the figures of the whole.
import fc from "fast-check";
import { expect, test } from "vitest";
import { UNIT_KINDS, type UnitKind } from "../../../planning/city/records.ts";
import { jump, type PlanHistory, perform, startHistory } from "../../../planning/plan/history.ts";
import { createMeasurer, type Measurer } from "../../../planning/plan/measure/createMeasurer.ts";
import type { PlanBase } from "../../../planning/plan/PlanBase.ts";
import type { PlanState } from "../../../planning/plan/PlanState.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { readOperation } from "../../../planning/plan/readPlan.ts";
import { blockCity } from "../../scenes/blockCity.ts";
import { huangpu } from "../../scenes/huangpu.ts";
import { geodataTest } from "../../server/imports/geodata.ts";
import { tilingFaults } from "../partition/soundTiling.ts";
import { planScene } from "./measure/planScene.ts";
import { baseOn, fiftyPicks, operationOf, type Pick, twiceAreaCm2 } from "./randomPlans.ts";

const OPERATIONS = 50;

/** Small cities with people and streets, of 4, 16 and 36 committees, some of them villages. */
const CITIES = [
	{ seed: 1, districts: 1, streets: 1, committees: 2 },
	{ seed: 2, districts: 2, streets: 1, committees: 2 },
	{ seed: 3, districts: 2, streets: 1, committees: 3 },
].map((plan) =>
	planScene(blockCity({ ...plan, nodesPerSide: 14, residences: 60, facilities: 90, barriers: 1 })),
);
/** Of each city: a thousand in all. */
const PLANS_EACH = 340;

/** Do what can be done of fifty picks; `see` gets every history reached. */
function draw(
	base: PlanBase,
	all: readonly Pick[],
	see: (history: PlanHistory, before: PlanState) => void,
): PlanHistory {
	let history = startHistory(base);
	for (const [number, pick] of all.entries()) {
		const read = readOperation(operationOf(history.state, pick, number));
		if (read.refusal !== null) continue; // two equal cells to join, say
		const { history: next, refusal } = perform(history, read.op);
		if (refusal !== null) continue;
		see(next, history.state);
		history = next;
	}
	return history;
}

/** The ground is the same, to the half square centimetre; looked at where it was edited. */
function keepsGround(base: PlanBase): (history: PlanHistory, before: PlanState) => void {
	const twice = twiceAreaCm2(base.tiling);
	return ({ state }, before) => {
		if (state.tiling !== before.tiling) expect(twiceAreaCm2(state.tiling)).toBe(twice);
	};
}

/** Gone back to a step and forth to the end, from the first state alone: the hashes that were seen when drawing. */
function expectUndone(history: PlanHistory, step: number, seen: readonly [string, string]): void {
	const forgetful = { ...history, kept: new Map([[0, jump(history, 0).state]]) };
	const back = jump(forgetful, step);
	expect([planHash(back.state), planHash(jump(back, history.done).state)]).toEqual(seen);
	expect(planHash(jump(history, step).state)).toBe(seen[0]);
}

const COVERING: readonly UnitKind[] = ["district", "street", "committee"];

/** People and households of all units of the layers that cover the city, and everybody's. */
function peopleOf(measurer: Measurer, state: PlanState): number[] {
	return COVERING.flatMap((kind) => {
		const units = measurer.figuresOf(state, kind);
		return (["residents", "households"] as const).map((count) =>
			units.reduce((sum, unit) => sum + unit[count], 0),
		);
	});
}

test.each([...CITIES.entries()])(
	"340 plans of 50 operations on city %i: ground, people and households kept, planar, undone to the identical hash",
	(_, { base, start }) => {
		const measurer = createMeasurer(base);
		const people = peopleOf(measurer, start);
		const kept = keepsGround(base.plan);
		let done = 0;
		fc.assert(
			fc.property(fiftyPicks, fc.nat(OPERATIONS), (all, some) => {
				let [step, hash] = [0, ""];
				const history = draw(base.plan, all, (now, before) => {
					kept(now, before);
					if (now.done % 10 === 0) expect(peopleOf(measurer, now.state)).toEqual(people);
					if (now.done === some) [step, hash] = [some, planHash(now.state)];
				});
				if (hash === "") [step, hash] = [history.done, planHash(history.state)];
				expect(peopleOf(measurer, history.state)).toEqual(people);
				expect(tilingFaults(history.state.tiling)).toEqual([]);
				expectUndone(history, step, [hash, planHash(history.state)]);
				done += history.done;
			}),
			{ numRuns: PLANS_EACH },
		);
		expect(done).toBeGreaterThan(20 * PLANS_EACH); // most operations are legal, or little was tried
	},
);

test.each([...CITIES.entries()])(
	"50 operations on city %i measured one by one come to what is measured at once, and undone to nothing",
	(_, { base, start }) => {
		fc.assert(
			fc.property(fiftyPicks, (all) => {
				const measurer = createMeasurer(base);
				const { state } = draw(base.plan, all, (now) => {
					const { total } = measurer.measure(now.state);
					expect(total.after.residents).toBe(total.before.residents);
					expect(total.after.households).toBe(total.before.households);
				});
				const fresh = createMeasurer(base);
				expect(measurer.measure(state)).toEqual(fresh.measure(state));
				for (const kind of UNIT_KINDS)
					expect(measurer.figuresOf(state, kind)).toEqual(fresh.figuresOf(state, kind));
				const back = measurer.measure(start);
				expect([back.before, back.after, back.gain, back.lose]).toEqual([{}, {}, [], []]);
			}),
			{ numRuns: 12 },
		);
	},
);

geodataTest(
	"the streets of 黄浦 under plans of 50 operations keep their ground and stay planar",
	() => {
		const tiling = huangpu();
		const base = baseOn(
			tiling,
			4,
			Int32Array.from(tiling.cellCode, (_, cell) => cell % 4),
		);
		let done = 0;
		fc.assert(
			fc.property(fiftyPicks, fc.nat(OPERATIONS), (all, some) => {
				const history = draw(base, all, keepsGround(base));
				const step = Math.min(some, history.done);
				const there = planHash(jump(history, step).state);
				expect(tilingFaults(history.state.tiling)).toEqual([]);
				expectUndone(history, step, [there, planHash(history.state)]);
				done += history.done;
			}),
			{ numRuns: 60 },
		);
		expect(done).toBeGreaterThan(900);
	},
);

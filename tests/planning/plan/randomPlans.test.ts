// Whatever is done in whatever order: nothing of the city is lost, the territory stays a territory, the tree a tree, and
// what was done can be undone and done again to the same hash.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { UnitKind } from "../../../planning/city/records.ts";
import { lonLatOfCm } from "../../../planning/partition/lonLatShape.ts";
import { unitParts } from "../../../planning/partition/unitParts.ts";
import { whyNot } from "../../../planning/plan/applyOperation.ts";
import {
	jump,
	type PlanHistory,
	perform,
	remove,
	startHistory,
} from "../../../planning/plan/history.ts";
import { nearestLegal } from "../../../planning/plan/nearestLegal.ts";
import { operationWords } from "../../../planning/plan/operationWords.ts";
import type { PlanLayers } from "../../../planning/plan/PlanBase.ts";
import { type PlanState, parentNumber } from "../../../planning/plan/PlanState.ts";
import { cellAt } from "../../../planning/plan/placeAt.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { readOperation } from "../../../planning/plan/readPlan.ts";
import { refusalWords } from "../../../planning/plan/refusalWords.ts";
import { replay } from "../../../planning/plan/replay.ts";
import { tilingFaults } from "../partition/soundTiling.ts";
import { grownBase, operationOf, type Pick, picks, twiceAreaCm2 } from "./randomPlans.ts";

const BASE = grownBase({ cells: 24, streets: 5, seed: 11 });
const TWICE_AREA = twiceAreaCm2(BASE.tiling);

/** Do what can be done of the picks; `see` gets every state reached. */
function draw(
	all: readonly Pick[],
	see: (state: PlanState, before: PlanState) => void = () => {},
): PlanHistory {
	let history = startHistory(BASE);
	for (const [number, pick] of all.entries()) {
		const op = operationOf(history.state, pick, number);
		const read = readOperation(JSON.parse(JSON.stringify(op)));
		if (read.refusal !== null) continue; // two equal cells to join, say
		const { history: next, refusal } = perform(history, read.op);
		const words = operationWords(history.state, read.op);
		expect(words.zh.length * words.en.length).toBeGreaterThan(0);
		if (refusal !== null) {
			expect(refusalWords(refusal, history.state).zh).toMatch(/。$/);
			const near = nearestLegal(history.state, read.op);
			if (near !== null) expect(whyNot(history.state, near)).toBeNull();
			continue;
		}
		see(next.state, history.state);
		history = next;
	}
	return history;
}

test("area to the square centimetre, planarity, every place in one cell", () => {
	fc.assert(
		fc.property(picks, fc.array(fc.nat(9_999), { minLength: 6, maxLength: 6 }), (all, at) => {
			const { state } = draw(all, (now, before) => {
				if (now.tiling === before.tiling) return;
				expect(tilingFaults(now.tiling)).toEqual([]);
				expect(twiceAreaCm2(now.tiling)).toBe(TWICE_AREA);
			});
			const start = startHistory(BASE).state;
			for (const n of at) {
				const place = lonLatOfCm(BASE.tiling.frame, 4_000 + n * 11, 4_000 + ((n * 7) % 9_999) * 11);
				const cell = cellAt(state, place);
				expect(cell).toBeGreaterThanOrEqual(0);
				expect(state.baseCell[cell]).toBe(cellAt(start, place));
			}
		}),
		{ numRuns: 40 },
	);
});

/** Cells whose units do not fit into each other, as `cell layer`. */
function treeFaults(layers: PlanLayers): string[] {
	const { district, street, committee, bmu, circle } = layers;
	const faults: string[] = [];
	for (const [cell, town] of street.unitOfCell.entries()) {
		const above = district.unitOfCell[cell];
		const isWithin = (layer: UnitKind, parent: number) => {
			const unit = layers[layer].unitOfCell[cell];
			return unit < 0 || parentNumber(layers, layer, unit) === parent;
		};
		if ([district, street, committee].some(({ unitOfCell }) => unitOfCell[cell] < 0))
			faults.push(`${cell} is in no unit`);
		for (const layer of [district, street, committee, bmu, circle])
			if (layer.units[layer.unitOfCell[cell]]?.isDissolved)
				faults.push(`${cell} is in a gone unit`);
		if (!isWithin("street", above)) faults.push(`${cell} street`);
		if (street.units[town].parentCode !== district.unitCode[above]) faults.push(`${cell} parent`);
		if (!isWithin("circle", above)) faults.push(`${cell} circle`);
		if (!isWithin("bmu", town)) faults.push(`${cell} bmu`);
		if (bmu.unitOfCell[cell] >= 0 && street.units[town].streetKind !== "town")
			faults.push(`${cell} town`);
	}
	return faults;
}

test("the tree holds: layers cover, streets in one district, units within towns, circles within districts", () => {
	fc.assert(
		fc.property(picks, (all) => {
			draw(all, ({ layers }) => expect(treeFaults(layers)).toEqual([]));
		}),
		{ numRuns: 60 },
	);
});

test("streets that hang together go on hanging together, by the whole city's parts", () => {
	fc.assert(
		fc.property(picks, (all) => {
			const { state } = draw(all);
			const { tiling, layers } = state;
			const parts = unitParts(tiling, layers.street).map(({ unit }) => unit);
			expect(new Set(parts).size).toBe(parts.length); // grown streets are whole
		}),
		{ numRuns: 60 },
	);
});

test("replayed it is the same as drawn; undone to the beginning, to any step and back, the same hash", () => {
	fc.assert(
		fc.property(picks, fc.nat(24), (all, some) => {
			const seen = [planHash(startHistory(BASE).state)];
			const history = draw(all, (state) => void seen.push(planHash(state)));
			const { state, refused } = replay(BASE, history.operations);
			expect(refused).toBeNull();
			expect(planHash(state)).toBe(seen.at(-1));
			expect(planHash(jump(history, 0).state)).toBe(seen[0]);
			const to = some % seen.length;
			const back = jump(history, to);
			expect(planHash(back.state)).toBe(seen[to]);
			expect(planHash(jump(back, history.done).state)).toBe(seen.at(-1));
		}),
		{ numRuns: 25 },
	);
});

test("an operation taken out: what is left is what the others come to", () => {
	fc.assert(
		fc.property(picks, fc.nat(24), (all, some) => {
			const history = draw(all);
			if (history.done === 0) return;
			const { history: rest, conflicts } = remove(history, some % history.done);
			expect(rest.done + conflicts.length + 1).toBe(history.done);
			const { state, refused } = replay(BASE, rest.operations);
			expect(refused).toBeNull();
			expect(planHash(state)).toBe(planHash(rest.state));
		}),
		{ numRuns: 25 },
	);
});

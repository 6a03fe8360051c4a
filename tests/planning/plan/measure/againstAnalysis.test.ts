// Whatever a plan does, measuring it step by step says what analysing the changed city as a whole says: exact integers.
import fc from "fast-check";
import { expect, test } from "vitest";
import { boxOf } from "../../../../planning/city/cellIndex.ts";
import { applyOperation } from "../../../../planning/plan/applyOperation.ts";
import { createMeasurer } from "../../../../planning/plan/measure/createMeasurer.ts";
import type { PlanState } from "../../../../planning/plan/PlanState.ts";
import { blockCity } from "../../../scenes/blockCity.ts";
import { townCity } from "../../../scenes/tinyCity.ts";
import { expectAsAnalysed, given, planScene, reassigned } from "./planScene.ts";

const blocks = planScene(
	blockCity({
		seed: 5,
		nodesPerSide: 40,
		residences: 500,
		facilities: 240,
		districts: 1,
		streets: 3,
		committees: 2,
		barriers: 1,
	}),
);
const { tiling } = blocks.base.plan;

/** Up to three cells given to any unit of a layer, or committees to a street-level unit. */
const step = fc.record({
	cells: fc.array(fc.nat(tiling.cellCode.length - 1), { minLength: 1, maxLength: 3 }),
	layer: fc.constantFrom("committee", "street", "circle", "reassign" as const),
	to: fc.nat(50),
});

function stepped(
	state: PlanState,
	{ cells, layer, to }: typeof step extends fc.Arbitrary<infer T> ? T : never,
): PlanState {
	const codes = cells.map((cell) => tiling.cellCode[cell]);
	if (layer === "reassign") {
		const { unitCode } = state.layers.street;
		return reassigned(state, codes, unitCode[to % unitCode.length]);
	}
	const kind = layer as "committee" | "street" | "circle";
	const { unitCode } = state.layers[kind];
	const unit = kind === "circle" && to % 5 === 0 ? null : unitCode[to % unitCode.length];
	return given(state, kind, codes, unit);
}

test("any sequence of reassignments, measured step by step", () => {
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
			const measurer = createMeasurer(blocks.base);
			let state = blocks.start;
			for (const one of steps) {
				state = stepped(state, one);
				measurer.measure(state);
			}
			expectAsAnalysed(blocks, measurer, state);
			expect(measurer.measure(state)).toEqual(createMeasurer(blocks.base).measure(state));
			const back = measurer.measure(blocks.start);
			expect([back.before, back.gain, back.lose, back.solved, back.caused]).toEqual([
				{},
				[],
				[],
				[],
				[],
			]);
		}),
		{ numRuns: 6, endOnFailure: true },
	);
});

test("the tiny town measures as it is analysed", () => {
	const scene = planScene(townCity);
	const measurer = createMeasurer(scene.base);
	expectAsAnalysed(scene, measurer, reassigned(scene.start, ["310199001002"], "310199002000"));
});

test("a cell cut in two: people go with their homes, nobody is lost, and all is as analysed", () => {
	const measurer = createMeasurer(blocks.base);
	const [cell] = blocks.base.surveyed.city.cells.filter(({ code }) => code === "C002002");
	const [west, south, east, north] = boxOf(cell.polygons[0][0]);
	const middle = (south + north) / 2;
	const line = [
		[west - 0.001, middle],
		[east + 0.001, middle],
	] as const;
	const cut = applyOperation(blocks.start, { op: "cut", cell: cell.code, line: [...line] });
	if (cut.state === null) throw new Error(`Refused: ${JSON.stringify(cut.refusal)}.`);
	const whole = measurer.measure(cut.state);
	const people = whole.before["C002002"].residents;
	expect(people).toBeGreaterThan(0);
	// the committee is the same; it has two cells now
	expect(whole.after["C002002"]).toMatchObject({ residents: people, cells: 2, parts: 1 });
	expect([whole.gain, whole.lose, whole.solved, whole.caused]).toEqual([[], [], [], []]);

	const moved = given(cut.state, "committee", ["C002002-1"], "C002001");
	const { after, total } = measurer.measure(moved);
	expect(after["C002002"].residents).toBeLessThan(people);
	expect(after["C002001"].residents + after["C002002"].residents).toBe(
		people + (measurer.measure(moved).before["C002001"]?.residents ?? Number.NaN),
	);
	expect(total.after.residents).toBe(total.before.residents);
	expectAsAnalysed(blocks, measurer, moved);
	expect(measurer.measure(moved)).toEqual(createMeasurer(blocks.base).measure(moved));
});

// A plan onto a newer snapshot: what still holds is done, the rest is told.
import { expect, test } from "vitest";
import { startState } from "../../../planning/plan/PlanState.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { rebase } from "../../../planning/plan/rebase.ts";
import { replay } from "../../../planning/plan/replay.ts";
import type { Plan, PlanOperation } from "../../../planning/wire/plans.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";
import { facility, planScene, squareAt } from "./planScene.ts";

const DRAWING = ["A B C D", "E F G H"];
const lonLat = squareAt(drawnTiling(DRAWING), 0, 0);
const plan = {
	streets: { S: "ABCD", T: "EFGH" },
	facilities: [facility({ id: "F1", lonLat })],
};
const from = planScene(DRAWING, plan);
const to = (unit: string, cells: string): PlanOperation => ({
	op: "assign",
	layer: "street",
	cells: [...cells],
	to: unit,
});
const drawn = (...operations: PlanOperation[]): Plan => ({ snapshot: from.snapshot, operations });

test("onto the same city: no conflicts, the same hash", () => {
	const operations = drawn(to("T", "A"), { op: "closeFacility", id: "F1" });
	const {
		plan: rebased,
		state,
		conflicts,
	} = rebase(operations, { from, to: planScene(DRAWING, plan) });
	expect(conflicts).toEqual([]);
	expect(rebased).toEqual(operations);
	expect(planHash(state)).toBe(planHash(replay(from, operations.operations).state));
});

test("what cannot be done any more is left out and told with its reason", () => {
	const newer = planScene(DRAWING, { ...plan, streets: { S: "ABC", T: "DEFGH" } });
	const operations = drawn(to("T", "D"), to("T", "B"), {
		op: "rename",
		layer: "street",
		unit: "X",
		name: "x",
	});
	const { plan: rebased, conflicts } = rebase(operations, {
		from,
		to: { ...newer, snapshot: "6".repeat(64) },
	});
	expect(conflicts.map(({ index, refusal }) => [index, refusal?.code ?? null])).toEqual([
		[0, null],
		[1, "unit.would-split"],
		[2, "unit.unknown"],
	]);
	expect(conflicts[0].changed).toEqual([{ what: "cell-units", layer: null, code: "D" }]);
	expect(rebased).toEqual({ snapshot: "6".repeat(64), operations: [to("T", "D")] });
});

test("a renamed unit, a cell drawn anew, a facility that moved are told though the operation is done", () => {
	const bent = drawnTiling(DRAWING, { moved: (x, y) => (x === 1 && y === 2 ? [500, 0] : [0, 0]) });
	const newer = planScene(DRAWING, {
		...plan,
		tiling: bent,
		towns: "T",
		facilities: [facility({ id: "F1", lonLat, name: "新菜场" })],
	});
	const operations = drawn(to("T", "A"), to("S", "A"), { op: "closeFacility", id: "F1" });
	const { conflicts } = rebase(operations, { from, to: newer });
	expect(
		conflicts.map(({ index, changed }) => [
			index,
			changed.map(({ what, code }) => `${what} ${code}`),
		]),
	).toEqual([
		[0, ["cell A", "unit T"]],
		[1, ["cell A"]],
		[2, ["facility F1"]],
	]);
	expect(conflicts.every(({ refusal }) => refusal === null)).toBe(true);
});

test("where the planes of the two snapshots differ, ground is compared in degrees", () => {
	const { frame } = from.tiling;
	const shifted = {
		...from.tiling,
		frame: { ...frame, originXCm: frame.originXCm - 100_000 },
		pointCm: from.tiling.pointCm.map((cm, i) => (i % 2 === 0 ? cm + 100_000 : cm)),
	};
	const newer = planScene(DRAWING, { ...plan, tiling: shifted });
	expect(rebase(drawn(to("T", "A")), { from, to: newer }).conflicts).toEqual([]);
	expect(startState(newer).tiling.frame).not.toEqual(frame);
});

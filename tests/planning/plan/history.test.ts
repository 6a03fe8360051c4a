// Undo, redo, jump, taking an operation out of the middle; and how few states are kept for it.
import { expect, test } from "vitest";
import {
	jump,
	type PlanHistory,
	perform,
	redo,
	remove,
	startHistory,
	undo,
} from "../../../planning/plan/history.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { planScene } from "./planScene.ts";

const BASE = planScene(["A B C D", "E F G H"], { streets: { S: "ABCD", T: "EFGH" } });
const to = (unit: string, cells: string): PlanOperation => ({
	op: "assign",
	layer: "street",
	cells: [...cells],
	to: unit,
});
const rename = (name: string): PlanOperation => ({
	op: "rename",
	layer: "street",
	unit: "S",
	name,
});

function performed(history: PlanHistory, ...operations: readonly PlanOperation[]): PlanHistory {
	return operations.reduce((now, op) => {
		const { history: next, refusal } = perform(now, op);
		if (refusal !== null) throw new Error(refusal.code);
		return next;
	}, history);
}

test("undo to the beginning and redo to the end give the same hashes, step by step", () => {
	let history = performed(
		startHistory(BASE),
		to("T", "A"),
		rename("甲"),
		to("T", "B"),
		to("S", "B"),
	);
	const hashes = [0, 1, 2, 3, 4].map((done) => planHash(jump(history, done).state));
	expect(hashes[4]).toBe(hashes[2]); // there and back comes to the same
	expect(new Set(hashes).size).toBe(4);
	for (let done = 3; done >= 0; done--) {
		history = undo(history);
		expect(planHash(history.state)).toBe(hashes[done]);
	}
	expect(undo(history)).toBe(history);
	for (let done = 1; done <= 4; done++) {
		history = redo(history);
		expect(planHash(history.state)).toBe(hashes[done]);
	}
	expect(redo(history)).toBe(history);
});

test("a new operation after an undo takes the place of what was undone", () => {
	const history = performed(
		undo(performed(startHistory(BASE), to("T", "A"), rename("甲"))),
		rename("乙"),
	);
	expect(history.operations).toEqual([to("T", "A"), rename("乙")]);
	expect(history.state.layers.street.units[0].name).toBe("乙");
	expect(perform(history, to("X", "A"))).toMatchObject({
		history: null,
		refusal: { code: "unit.unknown" },
	});
});

test("taken out of the middle: the rest is done again, what rested on it is told and gone", () => {
	const history = performed(startHistory(BASE), to("T", "A"), to("T", "B"), rename("甲"));
	const { history: rest, conflicts } = remove(history, 0);
	expect(conflicts).toMatchObject([{ index: 1, refusal: { code: "unit.would-split" } }]);
	expect(rest.operations).toEqual([rename("甲")]);
	expect(planHash(rest.state)).toBe(planHash(performed(startHistory(BASE), rename("甲")).state));
	expect(() => remove(history, 3)).toThrow("no operation 3");
});

test("of 2,000 operations at most 70 states are kept, and every one can be gone back to", () => {
	let history = startHistory(BASE);
	for (let i = 0; i < 2_000; i++) history = performed(history, rename(`第${i}名`));
	expect(history.kept.size).toBeLessThanOrEqual(70);
	for (const done of [1, 17, 999, 1_503, 1_999, 2_000]) {
		history = jump(history, done);
		expect(history.state.layers.street.units[0].name).toBe(`第${done - 1}名`);
		expect(history.kept.size).toBeLessThanOrEqual(100);
	}
});

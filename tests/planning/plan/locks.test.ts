// Locked borders: refused to move until they are unlocked; nothing else changes by a lock.
import { expect, test } from "vitest";
import { startState } from "../../../planning/plan/PlanState.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { refusalWords } from "../../../planning/plan/refusalWords.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { planScene, refusalAfter, squareAt, stateAfter } from "./planScene.ts";

const start = startState(planScene(["A B C", "D E F"], { streets: { S: "AD", T: "BE", U: "CF" } }));
const lock: PlanOperation = { op: "lockBorder", layer: "street", units: ["S", "T"] };
const unlock: PlanOperation = { ...lock, op: "unlockBorder" };
const take: PlanOperation = { op: "assign", layer: "street", cells: ["B"], to: "S" };

test("a locked border does not move, in whatever order its units are named; others do", () => {
	const locked = stateAfter(start, { ...lock, units: ["T", "S"] });
	expect(refusalAfter(locked, take)).toMatchObject({ code: "arc.locked", cells: ["B", "A"] });
	stateAfter(locked, { op: "assign", layer: "street", cells: ["B"], to: "U" });
	stateAfter(locked, unlock, take);
});

test("a lock changes nothing that the plan comes to", () => {
	expect(planHash(stateAfter(start, lock))).toBe(planHash(start));
	expect(planHash(stateAfter(start, lock, unlock, take))).toBe(planHash(stateAfter(start, take)));
});

test("what a cut makes of a locked border stays locked", () => {
	const across = [squareAt(start.tiling, 0.4, 1), squareAt(start.tiling, 1.6, 1)];
	const cut = stateAfter(start, lock, { op: "cut", cell: "B", line: across });
	for (const part of ["B-1", "B-2"])
		expect(
			refusalAfter(cut, { op: "assign", layer: "street", cells: [part], to: "S" }),
		).toMatchObject({ code: "arc.locked" });
});

test("units that are no neighbours have no border to lock, and what is not locked is not unlocked", () => {
	const far = refusalAfter(start, { ...lock, units: ["S", "U"] });
	expect(far).toMatchObject({ code: "border.none", units: ["S", "U"] });
	expect(refusalWords(far, start).zh).toContain("没有共同界线");
	expect(refusalAfter(start, unlock)).toMatchObject({ code: "border.not-locked" });
	expect(refusalAfter(start, { ...lock, units: ["S", "Z"] })).toMatchObject({
		code: "unit.unknown",
	});
});

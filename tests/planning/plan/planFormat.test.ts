// Every example of the page on the format is a plan that the product reads, and does on the demonstration.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { whyNot } from "../../../planning/plan/applyOperation.ts";
import type { PlanBase } from "../../../planning/plan/PlanBase.ts";
import { type PlanState, startState } from "../../../planning/plan/PlanState.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { readOperation, readPlan } from "../../../planning/plan/readPlan.ts";
import { refusalWords } from "../../../planning/plan/refusalWords.ts";
import { replay } from "../../../planning/plan/replay.ts";
import { OPERATION_SCHEMAS, type PlanOperation } from "../../../planning/wire/plans.ts";
import { demonstrationBase } from "./demonstrationBase.ts";
import { stateAfter } from "./planScene.ts";

const PAGE = readFileSync("docs/plan-format.md", "utf8");
const EXAMPLES = [...PAGE.matchAll(/```json operation\n([^`]*)```/g)].map(([, text]) => text);
/** What has to be done first for an operation to make sense. */
const NEEDS: Readonly<Record<string, string>> = { joinCells: "cut", unlockBorder: "lockBorder" };
let base: PlanBase;
let start: PlanState;

beforeAll(async () => {
	base = await demonstrationBase();
	start = startState(base);
});

function exampleOf(text: string): PlanOperation {
	const { op, refusal } = readOperation(JSON.parse(text));
	if (refusal !== null) throw new Error(`${text}: ${refusal.code} ${refusal.subject}`);
	return op;
}

test("there is one example of every operation, under its own heading", () => {
	const named = EXAMPLES.map((text) => exampleOf(text).op);
	expect(named.toSorted()).toEqual(Object.keys(OPERATION_SCHEMAS).sort());
	for (const name of named) expect(PAGE).toContain(`### ${name}\n`);
});

test("every member that an operation may have is on the page", () => {
	for (const { shape } of Object.values(OPERATION_SCHEMAS))
		for (const member of Object.keys(shape))
			expect(PAGE).toMatch(new RegExp(`["\`]${member}["\`]`));
});

test.each(EXAMPLES)("done on the demonstration: %s", (text) => {
	const op = exampleOf(text);
	const before =
		op.op in NEEDS
			? stateAfter(
					start,
					exampleOf(EXAMPLES.find((one) => one.includes(`"${NEEDS[op.op]}"`)) ?? ""),
				)
			: start;
	const refusal = whyNot(before, op);
	expect(refusal === null ? "" : refusalWords(refusal, before).en).toBe("");
	const isLock = op.op === "lockBorder" || op.op === "unlockBorder"; // they change nothing that a plan comes to
	expect(planHash(stateAfter(before, op)) === planHash(before)).toBe(isLock);
});

test("the whole example is a plan", () => {
	const [, text] = /```json\n([^`]*)```/.exec(PAGE) ?? [];
	const { plan } = readPlan(JSON.parse(text));
	expect(replay(base, plan?.operations ?? []).refused).toBeNull();
	expect(plan?.operations).toHaveLength(1);
});

describe("refusal codes", () => {
	test("the page lists every code that operations and plans are refused with", () => {
		const words = readFileSync("planning/plan/refusalWords.ts", "utf8");
		const codes = [...words.matchAll(/^\t"([a-z]+\.[a-z-]+)":/gm)].map(([, code]) => code);
		expect(codes.length).toBeGreaterThan(20);
		expect(codes.filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([]);
	});
});

import { expect, test } from "vitest";
import { gateOf } from "../../../client/screens/data/wizard/commitGate.ts";
import {
	filterIssues,
	issueAfter,
	NO_FILTER,
	openCounts,
	openHints,
} from "../../../client/screens/data/wizard/issueFilter.ts";
import {
	appliedAt,
	stepsWith,
	stepsWithout,
	suggestionFor,
} from "../../../client/screens/data/wizard/mendSteps.ts";
import type { MendReport, MendStep, Suggestion } from "../../../planning/wire/mends.ts";
import { checkReport, issue } from "./uploadFixtures.ts";

const issues = [
	issue(1),
	issue(2, { code: "name.variant", severity: "warning", decision: "mended" }),
	issue(3, { code: "geometry.duplicate-vertex", severity: "info" }),
	issue(4, { code: "geometry.duplicate-vertex", severity: "info", decision: "ignored" }),
];
const words = { zh: "", en: "" };
const applied = (step: MendStep): MendReport => ({
	step,
	words,
	touched: 1,
	largestMoveM: 0,
	areas: [],
	troubles: null,
	idle: null,
});
const snap: Suggestion = {
	step: { op: "snap-borders", toleranceM: 0.5 },
	title: words,
	detail: words,
	issues: [1],
};
const spikes: Suggestion = {
	step: { op: "remove-spikes" },
	title: words,
	detail: words,
	issues: [3],
};

test("filters narrow together", () => {
	const numbers = (filter: Parameters<typeof filterIssues>[1]) =>
		filterIssues(issues, filter).map(({ number }) => number);
	expect(numbers(NO_FILTER)).toEqual([1, 2, 3, 4]);
	expect(numbers({ ...NO_FILTER, severity: "info" })).toEqual([3, 4]);
	expect(numbers({ severity: "info", code: null, isOpenOnly: true })).toEqual([3]);
	expect(numbers({ ...NO_FILTER, code: "name.variant", isOpenOnly: true })).toEqual([]);
});

test("J and K go round and round through what is shown", () => {
	expect(issueAfter(issues, null, 1)?.number).toBe(1);
	expect(issueAfter(issues, null, -1)?.number).toBe(4);
	expect(issueAfter(issues, 4, 1)?.number).toBe(1);
	expect(issueAfter(issues, 1, -1)?.number).toBe(4);
	expect(issueAfter([], null, 1)).toBeNull();
});

test("what is decided is not counted as open", () => {
	expect(openCounts(issues)).toEqual({ blocking: 1, warning: 0, info: 1 });
	expect(openHints(issues)).toEqual([3]);
});

test("agreed suggestions come after what is applied, the tolerance goes to the borders alone", () => {
	expect(stepsWith([applied(spikes.step)], [snap], 0.8)).toEqual([
		{ op: "remove-spikes" },
		{ op: "snap-borders", toleranceM: 0.8 },
	]);
	expect(stepsWith([], [snap, spikes], null)).toEqual([snap.step, spikes.step]);
});

test("undo is the list without the step", () => {
	const steps = [applied(snap.step), applied(spikes.step)];
	expect(stepsWithout(steps, 0)).toEqual([spikes.step]);
	expect(appliedAt(steps, spikes)).toBe(1);
	expect(appliedAt([], spikes)).toBe(-1);
	expect(suggestionFor([snap, spikes], 3)).toBe(spikes);
	expect(suggestionFor([snap, spikes], 9)).toBeNull();
});

test("warnings need the tick, then a reason of more than spaces", () => {
	const groups = [{ code: "name.variant", severity: "warning" as const, count: 2, listed: 2 }];
	const report = checkReport({ status: "warnings", groups });
	expect(gateOf(report, { acceptWarnings: false, reason: "why" })).toBe("tick");
	expect(gateOf(report, { acceptWarnings: true, reason: "  " })).toBe("reason");
	expect(gateOf(report, { acceptWarnings: true, reason: "why" })).toBe("open");
	expect(gateOf(checkReport(), { acceptWarnings: false, reason: "" })).toBe("open");
});

test("no tick and no reason gets past a blocking issue", () => {
	const groups = [{ code: "division.overlap", severity: "blocking" as const, count: 1, listed: 1 }];
	const report = checkReport({ status: "refused", groups });
	expect(gateOf(report, { acceptWarnings: true, reason: "why" })).toBe("blocking");
});

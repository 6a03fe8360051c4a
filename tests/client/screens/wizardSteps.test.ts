import { expect, test } from "vitest";
import {
	isReachable,
	stepBefore,
	stepOf,
	WIZARD_STEPS,
} from "../../../client/screens/data/wizard/wizardSteps.ts";
import type { Upload } from "../../../planning/wire/uploads.ts";
import { checkReport, understanding } from "./uploadFixtures.ts";

const before: Parameters<typeof stepOf>[1] = {
	state: "received",
	work: null,
	understanding: null,
	report: null,
};
const understood = { ...before, state: "understood" as const, understanding: understanding() };
const checked = { ...understood, state: "checked" as const, report: checkReport() };
const work = (stage: NonNullable<Upload["work"]>["stage"]) => ({
	stage,
	words: { zh: "", en: "" },
	done: 0,
	total: null,
	elapsedS: 0,
	found: null,
});

test("nothing but the first step is reachable before a file is understood", () => {
	expect(WIZARD_STEPS.filter((step) => isReachable(step, before))).toEqual(["understand"]);
	expect(WIZARD_STEPS.filter((step) => isReachable(step, understood))).toEqual(["understand"]);
});

test("every step is reachable once a file is checked", () => {
	expect(WIZARD_STEPS.every((step) => isReachable(step, checked))).toBe(true);
});

test("a link to a step that is not reached yet leads to the farthest that is", () => {
	expect(stepOf("commit", understood)).toBe("understand");
	expect(stepOf("commit", checked)).toBe("commit");
	expect(stepOf(null, checked)).toBe("check");
	expect(stepOf("nonsense", checked)).toBe("check");
});

test("the step that is being worked out right now is shown, with its progress", () => {
	expect(stepOf("check", { ...understood, work: work("check") })).toBe("check");
	expect(stepOf("compare", { ...checked, work: work("check") })).toBe("compare");
});

test("there is no step before the first", () => {
	expect(stepBefore("understand")).toBeNull();
	expect(stepBefore("mend")).toBe("check");
});

import { expect, test } from "vitest";
import { suggestionGroups } from "../../../client/screens/data/wizard/suggestionGroups.ts";
import type { Suggestion } from "../../../planning/wire/mends.ts";
import { issue } from "./uploadFixtures.ts";

const WORDS = { zh: "", en: "" };
const give = (number: number | null): Suggestion => ({
	step: { op: "give", at: [120, 30], to: "A" },
	title: WORDS,
	detail: WORDS,
	issues: number === null ? [] : [number],
});
const GAPS = [1, 2, 3, 4, 5].map((number) => issue(number, { code: "division.gap" }));

test("many of one sort are one group, with what is too small to be listed", () => {
	const groups = suggestionGroups([give(1), give(2), give(3), give(4), give(null)], GAPS);
	expect(groups.map(({ code, suggestions }) => [code, suggestions.length])).toEqual([
		["division.gap", 5],
	]);
});

test("a few stand each for itself, in their order", () => {
	const few = [give(1), give(2)];
	expect(suggestionGroups(few, GAPS).map(({ suggestions }) => suggestions)).toEqual([
		[few[0]],
		[few[1]],
	]);
});

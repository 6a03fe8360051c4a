import { expect, test } from "vitest";
import {
	countedMode,
	judgedCriteria,
	needsAllPeople,
	summaryFigures,
} from "../../../../client/data/plan/planFigures.ts";
import { movedCommittees } from "../../../../client/screens/plan/panel/movedCommittees.ts";
import { CATEGORY, city, FOCUS, planView, shift, unit } from "./planScene.ts";

const compactness = (polsbyPopper: number) => ({ polsbyPopper, reock: 0.5, hullShare: 0.9 });
const split = planView({
	before: [unit("a", { residents: 900 })],
	after: [
		unit("a", { residents: 600, compactness: compactness(0.5) }),
		unit("b", { residents: 300, compactness: compactness(0.3) }),
		unit("c", { kind: "committee", residents: 5_000, compactness: compactness(0.1) }),
	],
	moved: { cells: 3, residents: 300, households: 120 },
	measurement: {
		total: { before: city(10_000, 50, 40), after: city(10_000, 50, 42) },
		gain: [shift(250), shift(999, "any"), shift(7, "own", "EDU-PRI")],
		lose: [shift(50)],
	},
});

test("a plan's figures are of the layer, the category and the mode of the focus", () => {
	expect(summaryFigures(split, FOCUS)).toEqual({
		...{ movedResidents: 300, movedCells: 3, coveragePct: 50, ownCoveragePct: 42 },
		...{ gained: 250, lost: 50, minCompactness: 0.3, largestResidents: 600 },
		...{ criteriaMet: 4, criteriaJudged: 4 },
	});
});

test("gained less lost is what the covered people of the total differ by", () => {
	const { gained, lost } = summaryFigures(split, FOCUS);
	const covered = (side: "before" | "after") =>
		split.measurement.total[side].coverage[CATEGORY]?.own?.covered ?? 0;
	expect(gained - lost).toBe(covered("after") - covered("before"));
});

test("where a category has no 属地, people are counted as 开放", () => {
	const total = { before: city(100, 50, null), after: city(100, 60, null) };
	const view = planView({ measurement: { total, gain: [shift(10, "any")] } });
	expect(countedMode(view.measurement, FOCUS)).toBe("any");
	expect(summaryFigures(view, FOCUS)).toMatchObject({ gained: 10, ownCoveragePct: null });
});

test("a plan that touches nothing has no least compact and no largest unit", () => {
	const figures = summaryFigures(planView({}), FOCUS);
	expect([figures.minCompactness, figures.largestResidents]).toEqual([null, null]);
	expect([figures.criteriaMet, figures.criteriaJudged]).toEqual([0, 0]);
});

test("a unit of which people are missing is no largest unit, and nothing about people is judged of it", () => {
	const view = planView({ after: [unit("a", { residents: 9_000 }), unit("b")], known: ["b"] });
	expect(summaryFigures(view, FOCUS)).toMatchObject({
		...{ largestResidents: 1_000, criteriaMet: 3, criteriaJudged: 3 },
	});
	const judged = judgedCriteria(unit("a", { residents: 9_000 }), false);
	expect(judged.map(({ code, isMet, value }) => [code, isMet, value])).toEqual([
		["unit-too-large", null, null],
		["detached-part", true, 1],
	]);
});

test("findings about people need all the people; those about ground and facilities do not", () => {
	expect(["boundary-gap", "unit-too-large", "floor-area-short"].every(needsAllPeople)).toBe(true);
	expect(["detached-part", "missing-mandatory"].some(needsAllPeople)).toBe(false);
});

test("parts of one committee count as one, and cells that stay count as none", () => {
	const cell = (committee: string) => ({ unitsBefore: { committee, street: "1" } });
	const picture = {
		cells: [cell("a"), cell("a"), cell("b"), cell("c")],
		cellUnits: [{ street: "2" }, { street: "2" }, { street: "1" }, { street: "2" }],
	};
	expect(movedCommittees(picture, "street")).toBe(2);
});

import { expect, test } from "vitest";
import { bestOf } from "../../../../client/screens/plan/panel/bestOf.ts";
import { summaryRows } from "../../../../client/screens/plan/panel/summaryRows.ts";

const figures = {
	...{ movedResidents: 300, movedCells: 3, coveragePct: 88.81, ownCoveragePct: 77.3 },
	...{ gained: 250, lost: 0, minCompactness: 0.44, largestResidents: 85_004 },
	...{ criteriaMet: 9, criteriaJudged: 12 },
};
const bestIn = (key: string, rows: ReturnType<typeof summaryRows>) =>
	rows.find((row) => row.key === key)?.cells.map(({ isBest }) => isBest);

test("the best is the most or the least, all of them when several are", () => {
	expect(bestOf([3, 9, 5], "most")).toEqual([false, true, false]);
	expect(bestOf([3, 9, 3], "least")).toEqual([true, false, true]);
});

test("no data is never the best, and one figure alone has nothing to be better than", () => {
	expect(bestOf([null, 0, 2], "least")).toEqual([false, true, false]);
	expect(bestOf([null, 7], "most")).toEqual([false, false]);
});

test("fewer moved and lost people, more covered and gained, are better", () => {
	const other = { ...figures, movedResidents: 200, lost: 10, coveragePct: 80, gained: 900 };
	const rows = summaryRows([figures, other]);
	expect(bestIn("movedResidents", rows)).toEqual([false, true]);
	expect(bestIn("lost", rows)).toEqual([true, false]);
	expect(bestIn("coveragePct", rows)).toEqual([true, false]);
	expect(bestIn("gained", rows)).toEqual([false, true]);
});

test("two plans that read alike are both the best", () => {
	const rows = summaryRows([figures, { ...figures, coveragePct: 88.84 }]);
	expect(bestIn("coveragePct", rows)).toEqual([true, true]);
});

test("criteria are compared by their share: 9 of 12 is as good as 3 of 4", () => {
	const rows = summaryRows([figures, { ...figures, criteriaMet: 3, criteriaJudged: 4 }]);
	expect(bestIn("criteria", rows)).toEqual([true, true]);
});

test("a plan that is not measured has no figure in any row", () => {
	for (const { cells } of summaryRows([figures, null])) {
		expect(cells[0]?.words).not.toBeNull();
		expect(cells[1]).toEqual({ words: null, isBest: false });
	}
});

// Two people draw on from one revision: put together where they do not touch, asked where they do, never silently.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { perform, startHistory } from "../../../planning/plan/history.ts";
import { differenceOfPlans, sharedLength } from "../../../planning/plan/merge/differenceOfPlans.ts";
import { touchedWords } from "../../../planning/plan/merge/touched.ts";
import {
	type MergeConflict,
	type Merged,
	mergePlans,
	type PlanList,
} from "../../../planning/plan/mergePlans.ts";
import { outcomeOf } from "../../../planning/plan/outcome.ts";
import { type PlanState, startState } from "../../../planning/plan/PlanState.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { readOperation } from "../../../planning/plan/readPlan.ts";
import { replay } from "../../../planning/plan/replay.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { facility, planScene, squareAt } from "./planScene.ts";
import { grownBase, operationOf, type Pick, picks } from "./randomPlans.ts";

const list = (...operations: readonly PlanOperation[]): PlanList => ({
	operations,
	done: operations.length,
});

//  west of N, east of N
const DRAWING = ["A B N E F", "C D M G H"];
const lonLat = (x: number, y: number) => squareAt(planScene(DRAWING, { streets: {} }).tiling, x, y);
const BASE = planScene(DRAWING, {
	streets: { S: "AB", T: "CD", O: "NM", U: "EF", V: "GH" },
	towns: "SV",
	facilities: [facility({ id: "F1", lonLat: lonLat(0, 0), name: "南菜场" })],
});
const to = (unit: string, cells: string): PlanOperation => ({
	...{ op: "assign", layer: "street", cells: [...cells], to: unit },
});
const named = (unit: string, name: string): PlanOperation => ({
	...{ op: "rename", layer: "street", unit, name },
});
/** Touches nothing else. */
const APART: PlanOperation = {
	...{ op: "openLink", id: "L9", from: lonLat(2, 0), to: lonLat(2, 1) },
};
/** Straight down through a column of squares, in square widths from the west. */
const cutDown = (cell: string, x: number, row: number): PlanOperation => ({
	...{ op: "cut", cell, line: [lonLat(x, row - 0.6), lonLat(x, row + 0.6)] },
});
const merged = (
	mine: readonly PlanOperation[],
	theirs: readonly PlanOperation[],
	common: readonly PlanOperation[] = [],
): Merged =>
	mergePlans({ base: BASE, common: list(...common), mine: list(...mine), theirs: list(...theirs) });
const conflictOf = (...given: Parameters<typeof merged>): MergeConflict => {
	const outcome = merged(...given);
	if (outcome.kind !== "conflict") throw new Error(`It is ${outcome.kind}.`);
	return outcome;
};
const both = (...given: Parameters<typeof merged>): readonly PlanOperation[] => {
	const outcome = merged(...given);
	expect(outcome.kind).toBe("both");
	return outcome.kind === "both" ? outcome.operations : [];
};
const touched = ({ pairs }: MergeConflict) => [
	...new Set(pairs.flatMap((pair) => pair.touched.map(({ what, code }) => `${what} ${code}`))),
];

describe("nothing to ask", () => {
	test("both did the same, or nothing: it stays as it is", () => {
		expect(merged([to("T", "A")], [to("T", "A")])).toMatchObject({ kind: "same", done: 1 });
		expect(merged([to("T", "A")], [to("T", "A")], [to("T", "A")]).kind).toBe("same");
	});

	test("only one of them went on: theirs, or mine", () => {
		const [was, more] = [to("T", "A"), to("V", "F")];
		expect(merged([was], [was, more], [was])).toEqual({
			...{ kind: "fast-forward", takes: "theirs", operations: [was, more], done: 2 },
		});
		expect(merged([], [was], [was])).toMatchObject({ takes: "mine", operations: [], done: 0 });
	});

	test("a save whose answer got lost, and drawn on since: mine holds theirs", () => {
		expect(merged([to("T", "A"), named("S", "北街")], [to("T", "A")])).toMatchObject({
			...{ kind: "fast-forward", takes: "mine", done: 2 },
		});
	});

	test("what is undone stays undone, and is not lost where only one went on", () => {
		const operations = [to("T", "A"), to("V", "F")];
		const mine = { operations, done: 1 };
		const common = list(to("T", "A"));
		const outcome = mergePlans({ base: BASE, common: list(), mine, theirs: list() });
		expect(outcome).toEqual({ kind: "fast-forward", takes: "mine", operations, done: 1 });
		expect(mergePlans({ base: BASE, common, mine, theirs: common }).kind).toBe("same");
	});
});

describe("apart from each other: theirs, then mine", () => {
	test("cells of other streets, not beside each other", () => {
		expect(both([to("T", "A")], [to("V", "F")])).toEqual([to("V", "F"), to("T", "A")]);
	});

	test("a cut here, a cut there, a facility and a link", () => {
		const link: PlanOperation = {
			...{ op: "openLink", id: "L1", from: lonLat(0, 1), to: lonLat(1, 1) },
		};
		const operations = both(
			[cutDown("A", 0, 1), link],
			[cutDown("F", 4, 1), { op: "closeFacility", id: "F1" }],
		);
		const { state, refused } = replay(BASE, operations);
		expect(refused).toBeNull();
		expect(state.tiling.cellCode).toEqual(expect.arrayContaining(["A-1", "A-2", "F-1", "F-2"]));
		expect([state.links.size, state.facilities.size]).toEqual([1, 1]);
	});

	test("one took away what they had drawn, the other drew elsewhere", () => {
		const common = [to("T", "A"), named("T", "南街")];
		expect(both([named("T", "南街")], [...common, to("V", "F")], common)).toEqual([
			named("T", "南街"),
			to("V", "F"),
		]);
	});

	test("both began alike before they parted: that is done once", () => {
		expect(both([named("O", "中街"), to("T", "A")], [named("O", "中街"), to("V", "F")])).toEqual([
			...[named("O", "中街"), to("V", "F"), to("T", "A")],
		]);
	});
});

describe("never silently", () => {
	test.each<[string, PlanOperation, PlanOperation, string]>([
		["one cell to two streets", to("T", "B"), to("O", "B"), "cell B"],
		["a cell moved that the other cuts", to("T", "A"), cutDown("A", 0, 1), "cell A"],
		["cells beside each other", cutDown("N", 2, 1), to("V", "E"), "border E"],
		["one street renamed twice", named("S", "甲街"), named("S", "乙街"), "unit S"],
		["a street renamed that loses a cell", named("S", "甲街"), to("T", "A"), "unit S"],
		[
			"a facility moved that the other closes",
			{ op: "moveFacility", id: "F1", at: lonLat(1, 1) },
			{ op: "closeFacility", id: "F1" },
			"facility COM-MKT F1",
		],
		[
			"a border locked that the other moves",
			{ op: "lockBorder", layer: "street", units: ["S", "T"] },
			to("T", "A"),
			"unit S",
		],
		[
			"two links of one name",
			{ op: "openLink", id: "L1", from: lonLat(0, 0), to: lonLat(0, 1) },
			{ op: "openLink", id: "L1", from: lonLat(4, 0), to: lonLat(4, 1) },
			"link L1",
		],
		[
			"two new streets of one code",
			{ op: "createUnit", layer: "street", code: "X", name: "新街", cells: ["A"] },
			{ op: "createUnit", layer: "street", code: "X", name: "新街", cells: ["F"] },
			"unit X",
		],
		[
			"a facility operated by a street that the other dissolves",
			{
				...{ op: "addFacility", id: "P1", category: "COM-MKT", at: lonLat(0, 0), name: "x" },
				operator: "V",
			},
			{ op: "dissolveUnit", layer: "street", unit: "V", to: "U" },
			"unit V",
		],
	])("%s", (_, mine, theirs, what) => {
		const conflict = conflictOf([APART, mine], [theirs]);
		expect(touched(conflict)).toContain(what);
		expect(conflict.pairs).toMatchObject([
			{ mine: { operation: mine, index: 1, isTakenAway: false }, theirs: { index: 0 } },
		]);
		expect(touched(conflictOf([theirs], [mine]))).toContain(what);
	});

	test("one took away what the other draws on", () => {
		const common = [cutDown("A", 0, 1)];
		const part: PlanOperation = { op: "assign", layer: "street", cells: ["A-1"], to: "T" };
		const conflict = conflictOf([], [...common, part], common);
		expect(conflict.pairs).toMatchObject([
			{ mine: { index: 0, isTakenAway: true }, theirs: { index: 1, isTakenAway: false } },
		]);
		expect(touched(conflict)).toContain("cell A");
	});

	test("what touches nothing of the other's and yet cannot be done after it", () => {
		const mine: PlanOperation = { op: "changeKind", unit: "V", streetKind: "subdistrict" };
		const theirs: PlanOperation = {
			...{ op: "createUnit", layer: "bmu", code: "M1", name: "单元", cells: ["H"] },
		};
		const { pairs, refused } = conflictOf([mine], [theirs]);
		expect([pairs, refused?.refusal.code]).toEqual([[], "bmu.not-town"]);
		expect(refused?.operation).toEqual(mine);
	});

	test("words name what both touch", () => {
		const state = startState(BASE);
		const words = (...given: Parameters<typeof merged>) =>
			conflictOf(...given).pairs.flatMap((pair) =>
				pair.touched.map((one) => touchedWords(state, one).zh),
			);
		expect(words([named("S", "甲街")], [named("S", "乙街")])).toEqual(["S区"]);
		expect(
			words(
				[{ op: "closeFacility", id: "F1" }],
				[{ op: "closeFacility", id: "F1", category: "COM-MKT" }],
			),
		).toEqual(["南菜场"]);
		expect(words([cutDown("N", 2, 1)], [to("V", "E")])).toEqual(["E区与N区之间的界线"]);
	});
});

test("a difference tells what is taken away and what comes new", () => {
	const [a, b, c, d] = [to("T", "A"), to("V", "F"), named("O", "中街"), named("O", "心街")];
	expect(differenceOfPlans([a, b, c], [a, c, d])).toEqual([
		{ operation: b, index: 1, isTakenAway: true },
		{ operation: d, index: 2, isTakenAway: false },
	]);
	expect(differenceOfPlans([a], [a])).toEqual([]);
});

describe("on grown cities", () => {
	const base = grownBase({ cells: 40, streets: 8, seed: 5 });

	/** Do what can be done of the picks after operations; new things get numbers from `from` on. */
	function drawOn(operations: readonly PlanOperation[], all: readonly Pick[], from: number) {
		let history = operations.reduce(
			(now, op) => perform(now, op).history ?? now,
			startHistory(base),
		);
		for (const [number, pick] of all.entries()) {
			const read = readOperation(
				JSON.parse(JSON.stringify(operationOf(history.state, pick, from + number))),
			);
			if (read.refusal === null) history = perform(history, read.op).history ?? history;
		}
		return history;
	}

	/** What both drew alike before they parted: it is done once. */
	const alikeIn = (my: readonly PlanOperation[], their: readonly PlanOperation[]) =>
		my.slice(0, sharedLength(my, their));

	test("whatever both drew: put together, every cell, unit, facility and link is as whoever changed it left it", () => {
		let togetherCount = 0;
		const few = fc.array(
			picks.map(([first]) => first),
			{ minLength: 1, maxLength: 3 },
		);
		fc.assert(
			fc.property(few, few, few, (before, my, their) => {
				const was = drawOn([], before, 0);
				const [mine, theirs] = [
					drawOn(was.operations, my, 100),
					drawOn(was.operations, their, 200),
				];
				const outcome = mergePlans({ base, common: was, mine, theirs });
				if (outcome.kind !== "both") return;
				togetherCount++;
				const { state, refused } = replay(base, outcome.operations);
				expect(refused).toBeNull();
				const alike = alikeIn(mine.operations, theirs.operations);
				const otherWay = [...mine.operations, ...theirs.operations.slice(alike.length)];
				expect(planHash(replay(base, otherWay).state)).toBe(planHash(state));
				expectThreeWay(replay(base, alike).state, mine.state, theirs.state, state);
			}),
			{ numRuns: 150 },
		);
		expect(togetherCount).toBeGreaterThan(15);
	});

	test("what both changed since they parted is told, whatever else they drew", () => {
		fc.assert(
			fc.property(picks, picks, (my, their) => {
				const [mine, theirs] = [drawOn([], my, 100), drawOn([], their, 200)];
				const was = replay(base, alikeIn(mine.operations, theirs.operations)).state;
				const changed = [mine, theirs].map(({ state }) =>
					changedKeys(was, state).filter((key) => !key.startsWith("shape ")),
				);
				const isShared = changed[0].some((key) => changed[1].includes(key));
				const { kind } = mergePlans({ base, common: list(), mine, theirs });
				if (isShared) expect(["conflict", "same", "fast-forward"]).toContain(kind);
			}),
			{ numRuns: 60 },
		);
	});

	test("two districts with a street between them: always both", () => {
		const wide = planScene(
			["ABCDEFGXYOPQRSTU", "abcdefgxyopqrstu"].map((row) => [...row].join(" ")),
			{
				districts: { WEST: "ABCDEFGabcdefg", MIDDLE: "XYxy", EAST: "OPQRSTUopqrstu" },
				streets: { K: "ABCDEFG", L: "abcdefg", M: "XYxy", J: "OPQRSTU", I: "opqrstu" },
			},
		);
		const stroke = (cells: string, units: string) =>
			fc.record({ cell: fc.constantFrom(...cells), unit: fc.constantFrom(...units) });
		const strokes = (cells: string, units: string) =>
			fc.array(stroke(cells, units), { minLength: 1, maxLength: 6 });
		const done = (all: readonly { cell: string; unit: string }[]) => {
			let history = startHistory(wide);
			for (const { cell, unit } of all)
				history = perform(history, to(unit, cell)).history ?? history;
			return history;
		};
		fc.assert(
			fc.property(strokes("ABCDEFGabcdefg", "KL"), strokes("OPQRSTUopqrstu", "JI"), (my, their) => {
				const [mine, theirs] = [done(my), done(their)];
				if (mine.done === 0 || theirs.done === 0) return;
				const outcome = mergePlans({ base: wide, common: list(), mine, theirs });
				expect(outcome).toMatchObject({
					...{ kind: "both", operations: [...theirs.operations, ...mine.operations] },
				});
			}),
			{ numRuns: 60 },
		);
	});
});

/** Every part of an outcome by its path. */
function partsOf(state: PlanState): ReadonlyMap<string, string> {
	const { cells, shapes, units, facilities, links } = outcomeOf(state);
	const parts = new Map<string, string>();
	const put = (path: string, values: object) => {
		for (const [key, value] of Object.entries(values))
			parts.set(`${path} ${key}`, JSON.stringify(value));
	};
	put("cell", cells);
	put("shape", shapes);
	for (const [layer, of] of Object.entries(units)) put(`unit ${layer}`, of);
	for (const [category, of] of Object.entries(facilities)) put(`facility ${category}`, of);
	put("link", links);
	return parts;
}

function changedKeys(before: PlanState, after: PlanState): string[] {
	const [was, is] = [partsOf(before), partsOf(after)];
	return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
}

function expectThreeWay(was: PlanState, mine: PlanState, theirs: PlanState, both: PlanState) {
	const [mineChanged, theirsChanged] = [changedKeys(was, mine), changedKeys(was, theirs)];
	const union = new Set([...mineChanged, ...theirsChanged]);
	expect(changedKeys(was, both).sort()).toEqual([...union].sort());
	const [my, their, together] = [partsOf(mine), partsOf(theirs), partsOf(both)];
	for (const key of union) {
		const [isMine, isTheirs] = [mineChanged.includes(key), theirsChanged.includes(key)];
		if (!(isMine && isTheirs))
			expect([key, together.get(key)]).toEqual([key, (isMine ? my : their).get(key)]);
		else {
			// a cell between two that were cut has a corner more on either side: it has them all
			expect(key).toMatch(/^shape /);
			const corners = [...cornersOf(my.get(key)), ...cornersOf(their.get(key))];
			expect(cornersOf(together.get(key))).toEqual(new Set(corners));
		}
	}
}

function cornersOf(rings = "[]"): Set<string> {
	const numbers: number[] = JSON.parse(rings).flat(2);
	return new Set(numbers.flatMap((x, i) => (i % 2 === 0 ? [`${x} ${numbers[i + 1]}`] : [])));
}

import i18next from "i18next";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { initReactI18next } from "react-i18next";
import { MemoryRouter } from "react-router";
import { beforeAll, expect, test } from "vitest";
import zh from "../../../../client/app/i18n/zh-CN.json" with { type: "json" };
import type { PlanStep, PlanView } from "../../../../client/data/plan/planMessages.ts";
import { ChangePanel } from "../../../../client/screens/plan/panel/ChangePanel.tsx";
import { CompareTable } from "../../../../client/screens/plan/panel/CompareTable.tsx";
import { RefusalCard } from "../../../../client/screens/plan/panel/RefusalCard.tsx";
import { StepList } from "../../../../client/screens/plan/panel/StepList.tsx";
import { city, coverage, FOCUS, planView, shift, unit } from "./planScene.ts";

beforeAll(async () => {
	await i18next
		.use(initReactI18next)
		.init({ lng: "zh-CN", resources: { "zh-CN": { translation: zh } } });
});

const nothing = () => {};
const html = (element: ReactNode) =>
	renderToStaticMarkup(createElement(MemoryRouter, null, element));
const panel = (view: PlanView) =>
	html(
		<ChangePanel
			{...{ view, focus: FOCUS, snapshotWords: "v12" }}
			{...{ onFocus: nothing, onAct: nothing, onShowCells: nothing }}
		/>,
	);
/** The part of a page with this test id, up to the end of its element. */
const part = (page: string, id: string, end: string) =>
	page.split(`data-testid="${id}"`)[1]?.split(end)[0] ?? "";
const words = (page: string) => page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("who gains is teal, who loses orange, and 0 lost people are not orange", () => {
	const gained = panel(planView({ measurement: { gain: [shift(23_466)] } }));
	expect(part(gained, "plan-gained", "</button>")).toContain('<b class="gain">+23,466</b>');
	expect(part(gained, "plan-lost", "</button>")).toContain('<b class="">0</b>');
	const lost = panel(planView({ measurement: { lose: [shift(379)] } }));
	expect(part(lost, "plan-lost", "</button>")).toContain('<b class="loss">−379</b>');
});

test("a share without data is a dash with a word, nowhere 0 %", () => {
	const none = coverage(0, null, null);
	const empty = city(0, null, null);
	const page = panel(
		planView({
			before: [unit("a", { residents: 0, coverage: none })],
			after: [unit("a", { residents: 0, coverage: none })],
			measurement: { total: { before: empty, after: empty } },
		}),
	);
	const row = part(page, "plan-row-a-any", "</tr>");
	expect(words(row)).toContain("— 无数据");
	expect(row).not.toMatch(/>0(\.0)?%?</);
	expect(words(part(page, "plan-points", "</button>"))).toContain("无数据");
});

test("of a unit whose people are not all known the panel says so and shows no people", () => {
	const page = panel(planView({ before: [unit("a")], after: [unit("a")], known: [] }));
	expect(page).toContain("人口只计本区");
	for (const key of ["residents", "households", "elders", "any", "own"]) {
		const figures = part(page, `plan-row-a-${key}`, "</tr>").split("</th>")[1] ?? "";
		expect(words(figures)).toMatch(/—/);
		expect(words(figures)).not.toMatch(/\d/);
	}
	expect(words(part(page, "plan-row-a-areaKm2", "</tr>"))).toContain("1.00");
	expect(page).toContain("规模：无法判定。");
	expect(page).toContain("连片：达到。");
});

test("a criterion says value and threshold, and what it was before", () => {
	const large = {
		code: "unit-too-large",
		isMet: false,
		value: 128_400,
		threshold: 120_000,
	} as const;
	const page = panel(
		planView({
			before: [unit("a")],
			after: [unit("a", { residents: 128_400, criteria: [large] })],
		}),
	);
	const light = part(page, "plan-light-a-unit-too-large", "</button>");
	expect(page).toContain("规模：未达到。判定人口 128,400，至多 120,000 人。 之前达到。");
	expect(light).toContain("规模");
});

test("findings about people of units that are not all known are not told", () => {
	const gap = { unit: "a", flag: "boundary-gap", category: "ADM-ISF" };
	const apart = { unit: "a", flag: "detached-part", category: null };
	const view = (known: string[]) =>
		planView({
			before: [unit("a")],
			after: [unit("a")],
			known,
			measurement: { solved: [gap, apart] },
		});
	expect(panel(view(["a"]))).toContain("消除 2 · 新增 0");
	expect(panel(view([]))).toContain("消除 1 · 新增 0");
});

const steps = Array.from(
	{ length: 10_000 },
	(_, i): PlanStep => ({
		op: "assign",
		zh: `第 ${i + 1} 笔`,
		en: `Stroke ${i + 1}`,
		cells: [],
		units: [],
	}),
);
const list = (done: number, some = steps) =>
	html(<StepList {...{ steps: some, done, version: 1, onAct: nothing, onShowCells: nothing }} />);

test("a history of 10,000 steps is some rows on the page", () => {
	expect(list(10_000).match(/data-testid="plan-step-/g)?.length).toBeLessThan(40);
});

test("done steps can be taken out, undone ones say so and cannot", () => {
	const page = list(2, steps.slice(0, 3));
	expect(page).toContain('data-testid="plan-remove-2"');
	expect(page).not.toContain('data-testid="plan-remove-3"');
	expect(page.match(/（已撤销）/g)).toHaveLength(1);
	expect(part(page, "plan-step-3", "</button>")).toContain("（已撤销）");
	expect(page.match(/aria-current="step"/g)).toHaveLength(1);
});

test("a refusal is an alert with the consequence first; without a legal alternative there is none to adopt", () => {
	const refusal = {
		...{ zh: "将使望江街道分成两块。改划相连的格。", en: "", code: "unit.would-split", at: null },
		...{ index: null, cells: [], nearest: null },
	};
	const card = (nearest: typeof refusal.nearest | object) =>
		html(
			<RefusalCard
				refusal={{ ...refusal, nearest: nearest as never }}
				at={{ leftPx: 0, topPx: 0 }}
				onAdopt={nothing}
				onDismiss={nothing}
			/>,
		);
	expect(card(null)).toContain('role="alert"');
	expect(card(null)).not.toContain("plan-adopt");
	expect(words(card(null))).toMatch(/分成两块。 改划相连的格。 Esc 放弃/);
	const offered = card({ zh: "和坊划入云桥街道", en: "", op: {}, cells: [] });
	expect(words(offered)).toMatch(/最近的合法方案：和坊划入云桥街道 Enter 采用 Esc 放弃/);
});

test("the best of a row has a word, not only a colour", () => {
	const figures = {
		...{ movedResidents: 300, movedCells: 3, coveragePct: 88.8, ownCoveragePct: null },
		...{ gained: 250, lost: 0, minCompactness: 0.44, largestResidents: 85_004 },
		...{ criteriaMet: 9, criteriaJudged: 12 },
	};
	const page = html(
		<CompareTable
			columns={[
				{ id: 1, title: "甲", figures },
				{ id: 2, title: "乙", figures: { ...figures, movedResidents: 200 } },
				{ id: 3, title: "丙", figures: null },
			]}
		/>,
	);
	const row = page.split("<tr>").find((one) => one.includes("划转人口")) ?? "";
	expect(words(row)).toMatch(/300 最优 200 — 尚未测算/);
});

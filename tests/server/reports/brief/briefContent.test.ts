import { describe, expect, test } from "vitest";
import { briefContent } from "../../../../server/reports/brief/briefContent.ts";
import type { View } from "../../../../server/reports/View.ts";
import { tinyView } from "../tinyView.ts";

const NOTHING = { flags: [], countsByFlag: {} };
const GAPS = {
	flags: [
		{
			flag: "facility-gap",
			residents: 600,
			lever: "facility",
			unitNames: ["东桥镇", "南桥居委会", "北桥居委会", "中桥居委会"],
		},
	],
	countsByFlag: { "facility-gap": 3, severance: 1 },
} as const;
const brief = (view: View = tinyView) => briefContent(view, NOTHING, "zh");

test("the headline says how many of how many, and how many cannot", () => {
	expect(brief().headline).toBe(
		"示范市常住居民 1,000 人，其中 300 人（30.0%）可在 10 分钟内走到小学，700 人不能。",
	);
	expect(briefContent(tinyView, NOTHING, "en").headline).toBe(
		"Of 1,000 residents in 示范市, 300 (30.0%) can walk to Primary school within 10 minutes; 700 cannot.",
	);
});

test("from ten thousand on, a headline counts in 万", () => {
	const whole = { code: "", total: 640_000, covered: 600_000, pct: 93.75, notAttached: 0 };
	expect(brief({ ...tinyView, whole }).headline).toContain("64.00 万人，其中 60.00 万人（93.8%）");
});

test("the cards: share with its band, people beyond, the lowest unit, conforming units of those judged", () => {
	const cards = brief().cards.map(({ label, figure, note }) => [label, figure, note]);
	expect(cards.slice(0, 3)).toEqual([
		["覆盖率", "30.0%", "换一个假设：25.0%–35.0%"],
		["限外", "700 人", "占常住居民 70.0%"],
		["最低的街镇", "0.0%", "东桥镇；最高 西园街道 75.0%"],
	]);
	expect(cards[3]?.[1]).toBe("1 / 2");
});

test("the ranking begins with the lowest, and a unit without people has no place and no 0 %", () => {
	expect(brief().ranking.rows).toEqual([
		["1", "东桥镇", "示范区", "600", "0", "600", "0.0%"],
		["2", "西园街道", "示范区", "400", "300", "100", "75.0%"],
		["", "空港镇", "示范区", "0", "0", "0", "无数据"],
	]);
});

test("more units than a page holds are cut, and the brief says how many there are", () => {
	const rows = Array.from({ length: 40 }, (_, i) => {
		const covered = i * 10;
		const code = String(i);
		return { ...row(), code, name: `单元${i}`, total: 400, covered, pct: covered / 4 };
	});
	const { ranking } = brief({ ...tinyView, rows });
	expect(ranking.rows).toHaveLength(10);
	expect(ranking.rows[0]?.[1]).toBe("单元0");
	expect(ranking.note).toContain("共 40 个");
});

test("gaps name their units, people and lever; proposals go by lever and say that no plan exists", () => {
	const { gaps, proposals } = briefContent(tinyView, GAPS, "zh");
	expect(gaps?.rows).toEqual([
		["设施缺口", "东桥镇、南桥居委会、北桥居委会 等 4 个", "600", "宜调设施"],
	]);
	expect(proposals.lines[0]).toContain("尚无方案");
	expect(proposals.lines.slice(1)).toEqual([
		"宜调设施：设施缺口 3 处。附近没有任何单元的设施，增设或扩建才能改变。",
		"宜调通道：通行阻隔 1 处。设施就在近旁，被阻隔挡住，开一处通道可以改变。",
	]);
});

test("without gaps the brief says so", () => {
	expect(brief().gaps).toBeNull();
	expect(brief().gapsNone.lines).toEqual(["这一类设施没有发现成片的缺口。"]);
});

test("the method names snapshot, date, walk, denominator, what was left out, limit with source, and the band's cases", () => {
	const method = brief().method.lines.join("\n");
	for (const said of [
		"数据截至 2026-06-30 · 基准 0123456789ab · 成人 67 米/分 · 10 分钟 · 开放（任一设施）",
		"分母：常住居民 1,000；未接入路网 50，仍计入分母",
		tinyView.category.source,
		"步速减一成 25.0%、步速加一成 35.0%",
	])
		expect(method).toContain(said);
});

test("of elders, homes that state no number are told", () => {
	const view = { ...tinyView, unknownHomes: 7, question: { ...tinyView.question, who: "elders" } };
	expect(brief(view as View).method.lines.join("")).toContain(
		"7 处居住点没有报老年居民（60 岁以上）数，不计",
	);
});

describe("nobody and everybody", () => {
	test("an area without people has no share", () => {
		const whole = { code: "", total: 0, covered: 0, pct: null, notAttached: 0 };
		const { headline, cards } = brief({
			...tinyView,
			whole,
			band: { ...tinyView.band, lowPct: null },
		});
		expect(headline).toBe("示范市没有可计的居民，覆盖率无数据。");
		expect(cards.slice(0, 2).map(({ figure }) => figure)).toEqual(["无数据", "无数据"]);
	});

	test("where all are within, nobody is said to be beyond", () => {
		const whole = { code: "", total: 1_000, covered: 1_000, pct: 100, notAttached: 0 };
		const { headline, cards } = brief({ ...tinyView, whole });
		expect(headline).toBe("示范市常住居民 1,000 人，全部可在 10 分钟内走到小学。");
		expect(cards[1]?.isBeyond).toBe(false);
	});
});

function row() {
	const [first] = tinyView.rows;
	if (first === undefined) throw new Error("The view has no rows.");
	return first;
}

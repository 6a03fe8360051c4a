// A planner splits the town that is too large by brush, blade and reshape, watches people, criteria and coverage turn,
// takes all back and does it again, keeps it, opens it anew and compares it with another; a colleague draws meanwhile.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatCount } from "../../client/data/formats.ts";
import { labelPoint } from "../../planning/city/labelPoint.ts";
import { boxAround } from "../../planning/geo/box.ts";
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import { planBaseOf } from "../../planning/plan/PlanBase.ts";
import { planHash } from "../../planning/plan/planHash.ts";
import { replay } from "../../planning/plan/replay.ts";
import { decodePlanGround } from "../../planning/wire/planGround.ts";
import type { PlanOperation } from "../../planning/wire/plans.ts";
import type { KeptPlan, PlanSummary } from "../../planning/wire/plansApi.ts";
import { cityFile } from "../server/demonstration/readDemonstration.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures } from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";
import { clickAt, dragOver, drawn, onScreen } from "./drawingTable.ts";

function planted(name: string) {
	const truth = cityFile().truths.find((one) => one.truth === name);
	if (truth === undefined) throw new Error(`No ${name} is planted.`);
	return truth;
}
const gap = planted("boundary-gap");
const GAP_CELL = String(gap.figures["committee"]);
const NEIGHBOUR = gap.unitCodes[1] ?? "";
const TOO_LARGE = planted("unit-too-large").unitCodes[0] ?? "";
/** Committees that hang together, in the town that is too large. */
const apart = planted("bmu-eligible");
const TEN = apart.unitCodes.slice(1);
/** On the border of 石渡 and 云桥 streets, off it, and on it again. */
const RESHAPE: readonly LonLat[] = [
	[120.5846, 30.90632],
	[120.5862, 30.9057],
	[120.58783, 30.9064],
];

describe.skipIf(!hasBrowser())("the drawing table in a real browser", () => {
	let url: string;
	let browser: Browser;
	let page: Page;
	let cells: ReadonlyMap<string, MultiPolygonRings>;
	let planId: number;

	beforeAll(async () => {
		url = await sharedDemonstration();
		browser = await openBrowser({ width: 1440, height: 900 });
		page = browser.page;
		page.setDefaultTimeout(90_000);
		await page.goto(`${url}/plans`);
		await seen("role-planner").click();
		await seen("plan-new-name").fill("南埭镇析出");
		await seen("plan-new").click();
		await drawn(page);
		planId = Number(new URL(page.url()).pathname.split("/").at(-1));
		cells = await committees();
	}, 240_000);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
	});

	const seen = (id: string): Locator => page.getByTestId(id);
	const text = async (id: string) => (await seen(id).textContent()) ?? "";
	const kept = async () =>
		(await (await page.request.get(`${url}/api/plans/${planId}`)).json()) as KeptPlan;
	const steps = () => page.locator('[data-testid^="plan-step-"]').count();

	async function committees() {
		const answer = await page.request.get(`${url}/api/divisions/committee`);
		const { features } = (await answer.json()) as {
			features: {
				properties: { code: string };
				geometry: { type: string; coordinates: never };
			}[];
		};
		return new Map(
			features.map(({ properties, geometry }) => [
				properties.code,
				geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
			]),
		) as ReadonlyMap<string, MultiPolygonRings>;
	}

	function middleOf(code: string): LonLat {
		const rings = cells.get(code);
		if (rings === undefined) throw new Error(`No committee ${code}.`);
		return labelPoint(rings);
	}

	/** The committee of a street that is nearest to a place. */
	function nearest(street: string, place: LonLat): LonLat {
		const far = (at: LonLat) => Math.hypot(at[0] - place[0], at[1] - place[1]);
		const own = [...cells.keys()].filter((code) => code.startsWith(street.slice(0, 9)));
		return own.map(middleOf).sort((a, b) => far(a) - far(b))[0] ?? place;
	}

	test("brushed to its neighbour, the planted committee brings in exactly who was planted", async () => {
		await page.keyboard.press("b");
		const at = middleOf(GAP_CELL);
		await dragOver(page, [nearest(NEIGHBOUR, at), at]);
		await seen("plan-step-1").waitFor();
		const people = formatCount(gap.residents);
		expect(await text("plan-gained")).toContain(`+${people}`);
		expect(await text("plan-moved")).toContain(people);
		expect(await seen("plan-map").getAttribute("data-moved")).toBe("1");
		expect(Number(await seen("plan-map").getAttribute("data-gained"))).toBe(
			gap.residenceIds.length,
		);
		expect(await text("plan-step-1")).toContain("划入鹤汀街道");
		await browser.picture("drawing-brush");
	});

	test("a unit of ten committees is set apart, and the town is no more too large", async () => {
		await page.keyboard.press("n");
		for (const [i, code] of TEN.entries()) {
			await clickAt(page, middleOf(code));
			await page.waitForFunction(
				(words) => document.querySelector("[data-testid=plan-hint]")?.textContent?.includes(words),
				`已选 ${i + 1} 格`,
			);
		}
		await seen("plan-create").click();
		await seen("plan-create-name").fill("南滨街道");
		await page.keyboard.press("Enter");
		await seen("plan-step-2").waitFor();
		const light = seen(`plan-light-${TOO_LARGE}-unit-too-large`);
		expect(await light.getAttribute("class")).toContain("is-true");
		expect(await light.getAttribute("aria-label")).toContain("之前未达到");
		const people = await text("plan-row-NEW-STREET-1-residents");
		expect(people).toContain(formatCount(apart.residents));
		await browser.picture("drawing-split");
	});

	test("a blade from border to border cuts a committee in two", async () => {
		await page.keyboard.press("k");
		const [west, south, east, north] = boxAround(cells.get(GAP_CELL)?.flat(2) ?? [], 0);
		const middle = (south + north) / 2;
		const margin = 0.1 * (east - west);
		await clickAt(page, [west - margin, middle]);
		await page.waitForSelector('[data-testid="plan-map"][data-corners="1"]');
		await page.keyboard.down("Alt"); // where it is, on no street
		await clickAt(page, [east + margin, middle]);
		await page.keyboard.up("Alt");
		await page.waitForSelector('[data-testid="plan-map"][data-corners="2"]');
		const before = Number(await seen("plan-map").getAttribute("data-cells"));
		await page.keyboard.press("Enter");
		await seen("plan-step-3").waitFor();
		expect(await text("plan-step-3")).toContain("切开");
		await expect
			.poll(async () => Number(await seen("plan-map").getAttribute("data-cells")))
			.toBeGreaterThan(before);
	});

	test("a line from one place of a border to another is the new border", async () => {
		await page.keyboard.press("r");
		for (const place of RESHAPE) {
			const [x, y] = await onScreen(page, place);
			await page.mouse.move(x, y);
			await page.mouse.click(x, y);
			await page.waitForFunction(
				(count) =>
					document.querySelector("[data-testid=plan-map]")?.getAttribute("data-corners") ===
					String(count),
				RESHAPE.indexOf(place) + 1,
			);
		}
		await page.keyboard.press("Enter");
		await seen("plan-step-4").waitFor();
		expect(await text("plan-step-4")).toContain("重画");
		await browser.picture("drawing-all");
	});

	test("everything is taken back and done again by keys, and kept each time", async () => {
		const before = await keptHash(4);
		for (let step = 0; step < 4; step++) await page.keyboard.press("Control+z");
		await expect.poll(() => text("plan-moved")).toContain("划转 0 人");
		expect(await steps()).toBe(5); // with the snapshot; undone ones stay on the list
		const empty = await keptHash(0);
		for (let step = 0; step < 4; step++) await page.keyboard.press("Control+Shift+z");
		await expect.poll(() => text("plan-moved")).not.toContain("划转 0 人");
		expect(await keptHash(4)).toBe(before);
		expect(empty).not.toBe(before);
	});

	/** The hash that the server found, once it has what is drawn. */
	async function keptHash(done: number): Promise<string> {
		await expect.poll(async () => (await kept()).done).toBe(done);
		await page.waitForSelector('[data-testid="plan-kept"][data-kept="saved"]');
		return (await kept()).hash;
	}

	test("opened anew it says the same, to the person", async () => {
		const said = [await text("plan-moved"), await text("plan-gained")];
		await page.goto(`${url}/plans/${planId}`);
		await drawn(page);
		expect([await text("plan-moved"), await text("plan-gained")]).toEqual(said);
		expect(await steps()).toBe(5);
	});

	test("what is refused says why at the pointer, and Enter does the nearest that is legal", async () => {
		await page.keyboard.press("b");
		const [from, to] = [middleOf("990101002010"), middleOf("990101100030")];
		const inside = (share: number): LonLat => [
			from[0] + share * (to[0] - from[0]),
			from[1] + share * (to[1] - from[1]),
		];
		await dragOver(page, [from, inside(0.2), inside(0.4), inside(0.6)]);
		await seen("plan-refusal").waitFor();
		expect(await text("plan-refusal")).toContain("分成不相连的几片");
		expect(await text("plan-refusal")).toContain("最近的合法方案");
		await browser.picture("drawing-refused");
		const before = await steps();
		await page.keyboard.press("Enter");
		await expect.poll(steps).toBe(before + 1);
		await page.keyboard.press("Control+z");
	});

	test("an alternative beside it is compared, map by map and figure by figure", async () => {
		await seen("plan-add-alternative").click();
		await page.waitForURL((address) => !address.pathname.endsWith(`/${planId}`));
		await drawn(page);
		const copy = Number(new URL(page.url()).pathname.split("/").at(-1));
		await seen("plan-step-1").click(); // only the brush
		await expect.poll(() => text("plan-moved")).toContain(formatCount(gap.residents));
		await seen("plan-compare").click();
		await page.waitForFunction(
			() => document.querySelectorAll("[data-testid=plan-map][data-cells]").length === 2,
		);
		const row = seen("plan-compare-table").locator("tbody tr").first();
		const { operations, done, hash } = await kept();
		expect(await hashOf(operations.slice(0, done))).toBe(hash);
		const figures = await row.locator("td").allTextContents();
		expect(figures).toHaveLength(2);
		expect(figures[1]).toContain(formatCount(gap.residents));
		expect(figures[0]).not.toBe(figures[1]);
		await browser.picture("drawing-compare");
		await seen("compare-leave").click();
		await drawn(page);
		const { plans } = (await (await page.request.get(`${url}/api/plans`)).json()) as {
			plans: PlanSummary[];
		};
		const groups = plans.filter(({ id }) => id === copy || id === planId).map((one) => one.group);
		expect(new Set(groups).size).toBe(1);
	});

	test("a colleague who saved meanwhile is told, and both are kept where they do not touch", async () => {
		await page.goto(`${url}/plans/${planId}`);
		await drawn(page);
		const mine = await kept();
		const rename: PlanOperation = {
			...{ op: "rename", layer: "street", unit: "990101003000", name: "桐荫新街道" },
		};
		const theirs = [...mine.operations.slice(0, mine.done), rename];
		const saved = await page.request.put(`${url}/api/plans/${planId}`, {
			data: {
				...{ baseRevision: mine.revision, operations: theirs, done: theirs.length },
				hash: await hashOf(theirs),
			},
		});
		expect(saved.status()).toBe(200);
		await page.keyboard.press("o");
		await clickAt(page, RESHAPE[0]);
		await seen("plan-take-both").click();
		await page.waitForSelector('[data-testid="plan-kept"][data-kept="saved"]');
		const both = await kept();
		expect(both.operations.map((one) => one.op)).toContain("rename");
		expect(both.operations.at(-1)?.op).toBe("lockBorder");
	});

	/** What operations come to, by the same module outside the browser. */
	async function hashOf(operations: readonly PlanOperation[]): Promise<string> {
		const ground = await page.request.get(`${url}/api/plan-ground`);
		const base = planBaseOf(decodePlanGround(new Uint8Array(await ground.body())));
		return planHash(replay(base, operations).state);
	}

	test("without the server it goes on, and what was drawn meanwhile is saved when it is back", async () => {
		await page.route("**/api/plans/*", (route) => route.abort());
		await page.keyboard.press("Control+z");
		await page.waitForSelector('[data-testid="plan-kept"][data-kept="offline"]');
		await page.unroute("**/api/plans/*");
		await page.waitForSelector('[data-testid="plan-kept"][data-kept="saved"]');
		expect((await kept()).done).toBe((await kept()).operations.length - 1);
	});

	test("a place is chosen in the middle of the map by keyboard, and its unit gets another name", async () => {
		await page.keyboard.press("v");
		await page.locator(".plan-map canvas").first().focus();
		await page.keyboard.press("a");
		await expect.poll(() => text("plan-hint")).toContain("已选 1 格");
		const before = await steps();
		await seen("plan-unit-menu").click();
		await page.getByRole("menuitem", { name: "更名" }).click();
		await page.getByRole("textbox", { name: "名称" }).fill("江心街道");
		await page.keyboard.press("Enter");
		// what was undone before is gone, the new step is the last
		await expect.poll(() => text(`plan-step-${before - 1}`)).toContain("更名为江心街道");
		await expect.poll(() => text("plan-hint")).not.toContain("已选");
	});

	test("nothing was complained about", () => {
		expect(browser.complaints).toEqual([]);
	});
});

// A planner reads cards: a unit's territory and neighbours, and why a residence is not served, by mouse and by keyboard.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatArea, formatCount, formatDistance } from "../../client/data/formats.ts";
import type { Explanation } from "../../planning/coverage/explanation.ts";
import type { UnitTerritory } from "../../planning/coverage/unitTerritory.ts";
import type { FlagBody } from "../../planning/wire/api.ts";
import type { FlagPage } from "../../planning/wire/flagPages.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures } from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";
import { goInPage } from "./goInPage.ts";

const STREET = "990101005000";
const AROUND_EXCLAVE = "990101100000";

describe.skipIf(!hasBrowser())("cards in a real browser", () => {
	let url: string;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		url = await sharedDemonstration();
		browser = await openBrowser({ width: 1440, height: 900 });
		page = browser.page;
		page.setDefaultTimeout(60_000);
		await page.goto(url);
		await seen("role-planner").click();
		await seen("headline-coverage").waitFor();
	}, 180_000);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
	});

	const seen = (id: string): Locator => page.getByTestId(id);
	const ask = async <T>(path: string): Promise<T> =>
		(await (await page.request.get(`${url}/api/${path}`)).json()) as T;
	const territoryOf = (code: string) => ask<UnitTerritory>(`units/street/${code}/territory`);
	const severedHome = async () => {
		const page = await ask<FlagPage>("flags?flag=severance&category=EDU-PRI&limit=1");
		const id = page.flags[0]?.id ?? "";
		return (await ask<FlagBody>(`flags/${encodeURIComponent(id)}`)).residenceIds[0] ?? "";
	};
	const textOf = async (id: string) => ((await seen(id).textContent()) ?? "").trim();
	const mapIsIdle = () => page.waitForSelector('[data-testid="map"][data-idle="true"]');
	const inAddress = (key: string) => new URL(page.url()).searchParams.get(key);
	const CARD = `/?unit=street:${STREET}&panel=unit`;
	const cardIsDrawn = async () => {
		await seen("territory-area").waitFor();
		await mapIsIdle();
	};
	const openCard = async () => {
		await page.mouse.move(0, 0); // off what the card before was pointed at
		await goInPage(page, CARD);
		await cardIsDrawn();
	};

	test("a street's card tells its area, border, parts and compactness as the API does", async () => {
		await openCard();
		const { areaM2, perimeterM, parts, compactness, apart } = await territoryOf(STREET);
		expect(await textOf("territory-area")).toContain(formatArea(areaM2, "zh"));
		expect(await textOf("territory-perimeter")).toContain(formatDistance(perimeterM, "zh"));
		expect(await textOf("territory-parts")).toContain(`${parts} 片`);
		expect(await textOf("territory-reock")).toContain(compactness?.reock.toFixed(2));
		expect(apart.length).toBe(1);
		const card = await textOf("territory");
		expect(card).toContain(`飞地${formatArea(apart[0]?.areaM2 ?? 0, "zh")}`);
		expect(card).toContain(`${formatCount(apart[0]?.residents ?? 0)} 人 · 在南埭镇内`);
		await browser.picture("territory");
	});

	test("a measure opens to plain words, and leads to how it is made", async () => {
		await seen("territory-polsbyPopper").click();
		expect(await textOf("about-polsbyPopper")).toContain("圆是 1");
		const link = seen("about-polsbyPopper").getByRole("link");
		await page.goto(new URL((await link.getAttribute("href")) ?? "", url).href);
		await seen("methods").waitFor();
		const heading = page.locator("#territory");
		await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeLessThan(100);
		expect(await heading.textContent()).toContain("Territory");
	});

	test("Escape closes the words and leaves the card open, once more closes the card", async () => {
		await openCard();
		await seen("territory-area").click();
		await seen("about-area").waitFor();
		await page.keyboard.press("Escape");
		await seen("about-area").waitFor({ state: "hidden" });
		expect(inAddress("panel")).toBe("unit");
		await page.keyboard.press("Escape");
		await seen("unit-card").waitFor({ state: "detached" });
	});

	test("pointing at a neighbour draws the common border; a click opens the neighbour", async () => {
		await openCard();
		const { neighbours } = await territoryOf(STREET);
		const [first] = neighbours;
		const drawn = () => seen("map").getAttribute("data-common-border");
		expect(await drawn()).toBe("0");
		await seen(`neighbour-${first?.code}`).hover();
		await expect.poll(drawn).toBe(String(first?.lines.length));
		await mapIsIdle();
		await browser.picture("territory-neighbour");
		await seen(`neighbour-${first?.code}`).click();
		await expect.poll(() => inAddress("unit")).toBe(`street:${first?.code}`);
		await expect.poll(() => textOf("unit-card")).toContain(first?.name);
		await expect.poll(drawn).toBe("0");
	});

	test("Tab reaches the neighbours, Enter opens one", async () => {
		await openCard();
		await seen("territory-hullShare").focus();
		const focused = () =>
			page.evaluate(() => (document.activeElement as HTMLElement).dataset["testid"] ?? "");
		for (let presses = 0; presses < 5 && !(await focused()).startsWith("neighbour-"); presses++)
			await page.keyboard.press("Tab");
		const code = (await focused()).replace("neighbour-", "");
		expect(code).toBe(AROUND_EXCLAVE);
		await expect.poll(() => seen("map").getAttribute("data-common-border")).not.toBe("0");
		await page.keyboard.press("Enter");
		await expect.poll(() => inAddress("unit")).toBe(`street:${code}`);
	});

	test("a part that lies apart is flown to", async () => {
		await openCard();
		const [part] = (await territoryOf(STREET)).apart;
		await page.locator(".territory-parts button").click();
		await expect
			.poll(
				() => {
					const [lon = 0, lat = 0] = (inAddress("at") ?? "").split(",").map(Number);
					return Math.hypot(lon - (part?.at[0] ?? 0), lat - (part?.at[1] ?? 0));
				},
				{ timeout: 30_000 },
			)
			.toBeLessThan(0.01);
	});

	test("why a residence is not served: the barrier by its name, the way around and the limit", async () => {
		const home = await severedHome();
		const why = await ask<Explanation>(`residences/${home}/explain?category=EDU-PRI`);
		await page.goto(`${url}/?category=EDU-PRI&reading=places&home=${home}`);
		const sentence = await textOf("residence-sentence");
		expect(sentence).toContain(why.barrier?.name);
		expect(sentence).toContain(formatDistance(why.facility?.straightM ?? 0, "zh"));
		expect(sentence).toContain(formatDistance(why.facility?.walk?.lengthM ?? 0, "zh"));
		expect(await textOf("residence-card")).toContain(`限值步行 ${why.limit} 分钟以内`);
		await mapIsIdle();
		await browser.picture("residence-severed");
		await page.keyboard.press("Escape");
		await seen("residence-card").waitFor({ state: "detached" });
	});

	test("what if the nearest closes: the next one, farther away, and fewer people within", async () => {
		const home = await severedHome();
		const why = await ask<Explanation>(`residences/${home}/explain?category=EDU-PRI`);
		await page.goto(`${url}/?category=EDU-PRI&reading=places&home=${home}`);
		await seen("what-if").click();
		await seen("what-if-here").waitFor();
		const before = await textOf("what-if-district");
		await seen("what-if-closed").check();
		await expect
			.poll(() => textOf("what-if-district"), { timeout: 30_000 })
			.toMatch(/少 [\d,]+ 人/);
		expect(await textOf("what-if-here")).not.toContain(why.nearestAny?.facilityName);
		expect(before).not.toContain("少");
		await browser.picture("residence-what-if");
		await page.keyboard.press("Escape"); // the focus is on the box that was ticked
		await seen("residence-card").waitFor({ state: "detached" });
	});

	test("on a telephone nothing lies over anything: map above, card below, choices behind a button", async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto(url + CARD);
		await cardIsDrawn();
		const boxOf = async (what: Locator) => {
			const box = await what.boundingBox();
			if (box === null) throw new Error("Nothing to see.");
			return box;
		};
		const [card, choices] = [await boxOf(seen("analysis")), await boxOf(seen("control-toggle"))];
		expect(choices.y + choices.height).toBeLessThan(card.y);
		expect([card.x, card.width]).toEqual([0, 390]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		const legend = await boxOf(page.locator(".legend"));
		expect(legend.y + legend.height).toBeLessThanOrEqual(card.y);
		expect(await seen("all-categories").isVisible()).toBe(false);
		await browser.picture("telephone");
		await seen("control-toggle").click();
		await seen("all-categories").waitFor();
		await page.setViewportSize({ width: 1440, height: 900 });
	});

	test("the page never complained", () => {
		expect(browser.complaints).toEqual([]);
	});
});

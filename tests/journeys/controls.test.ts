// Every control of the coverage screen, one after another: what the screen then says is what the files of
// `jiequan analyse` say, and what can be counted from them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatCount, formatPct } from "../../client/data/formats.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures, withoutWebGl } from "./browser.ts";
import { demonstrationCopy, sharedDemonstration } from "./demonstration.ts";
import { goInPage } from "./goInPage.ts";
import { runCommand } from "./product.ts";
import { type Rows, readTable } from "./readTable.ts";

const ANY = "COM-MKT";
const OWN = "ADM-PSC";
const OTHER_PROFILE = "elder";

describe.skipIf(!hasBrowser())("every control in a real browser", () => {
	const files = mkdtempSync(join(tmpdir(), "jiequan-analysed-"));
	let url: string;
	let browser: Browser;
	let page: Page;
	let coverage: Rows;
	let times: Rows;
	const residences = readTable(readFileSync("geodata/demo/residences.csv", "utf8"));

	beforeAll(async () => {
		const folder = await demonstrationCopy();
		const analysed = async (name: string, options: readonly string[]) => {
			const out = join(files, name);
			await runCommand(folder, ["analyse", ...options, "--out", out]);
			return (name: string) => readTable(readFileSync(join(out, name), "utf8"));
		};
		const adult = await analysed("adult", []);
		[coverage, times] = [adult("coverage.csv"), adult("times.csv")];
		otherCoverage = (await analysed(OTHER_PROFILE, ["--profile", OTHER_PROFILE]))("coverage.csv");
		rmSync(folder, { recursive: true, force: true });
		url = await sharedDemonstration();
		browser = await openBrowser({ width: 1440, height: 900 });
		page = browser.page;
		page.setDefaultTimeout(60_000);
		await withoutWebGl(page); // panels and figures alone; what the map draws is looked at in journeys of its own
		await page.goto(url);
		await page.getByTestId("role-leader").click();
		await seen("headline-coverage").waitFor();
	});
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
		rmSync(files, { recursive: true, force: true });
	});

	let otherCoverage: Rows;
	const seen = (id: string): Locator => page.getByTestId(id);
	const textOf = async (id: string) => ((await seen(id).textContent()) ?? "").replace(/\s/g, "");
	const addressed = (key: string) => new URL(page.url()).searchParams.get(key);
	const look = async (query: string) => {
		await goInPage(page, `/?${query}`);
		await seen("headline-coverage").waitFor();
	};
	const choose = (group: string, words: string) =>
		page
			.getByRole("radiogroup", { name: group })
			.locator("label", { has: page.getByText(words, { exact: true }) })
			.click();
	/** Rows of a level as the file has them. */
	const unitsOf = (rows: Rows, level: string, category: string, mode: string) =>
		rows.filter(
			(row) => row["unit_kind"] === level && row["category"] === category && row["mode"] === mode,
		);
	const rateIs = (pct: number) =>
		expect.poll(() => textOf("headline-coverage")).toContain(`${formatPct(pct)}%`);
	/** People of a column within so many seconds, in per cent of all. */
	const shareWithin = (column: string, seconds: number) => {
		const people = new Map(residences.map((row) => [row["id"], Number(row[column])]));
		const within = times
			.filter(({ category, mode }) => category === ANY && mode === "any")
			.filter(({ walk_seconds }) => walk_seconds !== "" && Number(walk_seconds) <= seconds)
			.reduce((sum, { residence_id }) => sum + (people.get(residence_id) ?? 0), 0);
		return (within / [...people.values()].reduce((sum, count) => sum + count, 0)) * 100;
	};

	test("three units have the figures of coverage.csv, to any facility and to their own", async () => {
		for (const [category, mode] of [
			[ANY, "any"],
			[OWN, "any"],
			[OWN, "own"],
		] as const) {
			await look(`category=${category}&mode=${mode}`);
			const rows = unitsOf(coverage, "street", category, mode).slice(0, 3);
			expect(rows).toHaveLength(3);
			for (const { unit_code, unit_name, pct, total, covered } of rows) {
				const words = () => seen(`ranking-${unit_code}`).textContent();
				await expect.poll(words).toContain(formatPct(Number(pct)));
				expect(await words()).toContain(unit_name);
				expect(await words()).toContain(formatCount(Number(total) - Number(covered)));
			}
		}
	});

	test("category and mode are chosen in the panel", async () => {
		await look(`category=${ANY}`);
		await seen(`category-${OWN}`).click();
		await expect.poll(() => addressed("category")).toBe(OWN);
		await choose("可达方式", "属地（本单元）");
		const [whole] = unitsOf(coverage, "all", OWN, "own");
		await rateIs(Number(whole?.["pct"]));
		await choose("可达方式", "开放（任一设施）");
		const [open] = unitsOf(coverage, "all", OWN, "any");
		await rateIs(Number(open?.["pct"]));
	});

	test("each group of people has the share that times.csv and the residences give", async () => {
		await look(`category=${ANY}`);
		const LIMIT_S = 600;
		for (const [words, column] of [
			["60 岁以上", "elders"],
			["儿童", "children"],
			["户", "households"],
			["全体", "residents"],
		] as const) {
			await choose("人群", words);
			await rateIs(shareWithin(column, LIMIT_S));
		}
	});

	test("the limit moves by the keyboard, every figure follows, and one button takes it back", async () => {
		await look(`category=${ANY}`);
		const handle = page.getByRole("slider", { name: "步行限值" });
		for (let minutes = 9; minutes >= 7; minutes--) await handle.press("ArrowLeft");
		await expect.poll(() => textOf("limit-value")).toBe("7分钟");
		await rateIs(shareWithin("residents", 420));
		await expect.poll(() => addressed("limit")).toBe("7");
		await seen("limit-reset").click();
		await rateIs(shareWithin("residents", 600));
		expect(addressed("limit")).toBeNull();
	});

	test("another walker has the figures of his own analysis", async () => {
		await look(`category=${ANY}`);
		await page.getByRole("combobox", { name: "步行人" }).click();
		await page.getByTitle(/老幼/).click();
		await expect.poll(() => addressed("profile")).toBe(OTHER_PROFILE);
		const [whole] = unitsOf(otherCoverage, "all", ANY, "any");
		await rateIs(Number(whole?.["pct"]));
	});

	test("every level ranks as many units as coverage.csv has, and the filter leaves those that are meant", async () => {
		await look(`category=${ANY}`);
		for (const [words, level] of [
			["区", "district"],
			["管理单元", "bmu"],
			["片区", "circle"],
			["居村", "committee"],
		] as const) {
			await choose("单元层级", words);
			await expect.poll(() => addressed("level")).toBe(level);
			const rows = unitsOf(coverage, level, ANY, "any");
			await seen("ranking-filter").fill(rows[0]?.["unit_code"] ?? "");
			await expect.poll(() => page.getByTestId(/^ranking-\d/).count()).toBe(1);
			const told = page.locator(".ranking-filter [role=status]");
			if (rows.length > 1) expect(await told.textContent()).toBe(`1 / ${rows.length}`);
			await seen("ranking-filter").fill("");
		}
	});

	test("readings, surfaces and layers are chosen, and the address keeps them", async () => {
		await look(`category=${ANY}`);
		await choose("地图显示", "地点");
		await expect.poll(() => addressed("reading")).toBe("places");
		await choose("地点显示", "限外的人");
		await expect.poll(() => addressed("surface")).toBe("beyond");
		for (const [words, reading] of [
			["热力", "heat"],
			["需求×覆盖", "priority"],
			["单元", null],
		] as const) {
			await choose("地图显示", words);
			await expect.poll(() => addressed("reading")).toBe(reading);
		}
		const roads = page.getByRole("button", { name: "道路", exact: true });
		const before = await roads.getAttribute("aria-pressed");
		await roads.click();
		await expect.poll(() => roads.getAttribute("aria-pressed")).not.toBe(before);
	});

	test("targets, band, fairness and the composite's parts open to their tables", async () => {
		await look(`category=${ANY}`);
		await seen("headline-targets").click();
		await seen("targets").waitFor();
		await page.keyboard.press("Escape");
		await seen("headline-coverage").click();
		await seen("band-cases").waitFor();
		await page.keyboard.press("Escape");
		await choose("步行时间分布", "公平");
		expect(await textOf("fairness")).toContain("基尼系数");
		await look("category=COMPOSITE");
		await seen("reached").waitFor();
	});

	test("from a category to all eight services, figures do not stay pale", async () => {
		await look(`category=${ANY}`);
		await page.getByTestId("category-COMPOSITE").click();
		await expect.poll(() => addressed("category")).toBe("COMPOSITE");
		await seen("reached").waitFor();
		await expect.poll(() => page.locator(".stale").count()).toBe(0);
	});

	test("another date is chosen, told, and left again", async () => {
		await look(`category=${ANY}`);
		await seen("snapshot-picker").click();
		await page
			.getByTestId(/^snapshot-\d/)
			.last()
			.click();
		await seen("snapshot-old").or(seen("standing-note")).first().waitFor();
		expect(addressed("snapshot")).not.toBeNull();
	});

	test("everything on the list to take away is there", async () => {
		await look(
			`category=${ANY}&unit=street:${unitsOf(coverage, "street", ANY, "any")[0]?.["unit_code"]}`,
		);
		await seen("take-away").click();
		const links = page.locator("[data-testid^=take-][href]");
		await links.first().waitFor();
		const addresses = await links.evaluateAll((all) =>
			all.map((a) => (a as HTMLAnchorElement).href),
		);
		expect(addresses.length).toBeGreaterThanOrEqual(10);
		// sheets and printed briefs are drawn in tests of their own
		const light = addresses.filter((address) => /format=(?:docx|csv|geojson)/.test(address));
		expect(light.length).toBeGreaterThanOrEqual(3);
		for (const address of light) expect((await page.request.get(address)).status()).toBe(200);
		expect(browser.complaints).toEqual([]);
	});
});

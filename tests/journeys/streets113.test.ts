// 113 real streets into an empty city: the eleven pairs that overlap are shown at their places and end clean.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatArea } from "../../client/data/formats.ts";
import type { Comparison, IssueRow } from "../../planning/wire/checking.ts";
import type { Upload } from "../../planning/wire/uploads.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures } from "./browser.ts";
import { type Product, runCommand, startProduct } from "./product.ts";

const FILE = "../shared/geodata/shanghai-boundaries/shanghai_streets_osm.geojson";
const STREETS = 113;
const PASSWORD = "journey-data";
const WARNED = "group-warning-division.overlap";
const SLOW_MS = 180_000;

/** The file belongs to nobody's repository: without it there is nothing to try. */
function hasFile(): boolean {
	if (existsSync(FILE)) return true;
	if (process.env["CI"]) throw new Error(`No ${FILE}: with CI set the test may not be skipped.`);
	console.warn(`Skipped: 113 streets in a browser. There is no ${FILE}.`);
	return false;
}

describe.skipIf(!hasBrowser() || !hasFile())("113 streets in a real browser", () => {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-streets-"));
	let product: Product;
	let browser: Browser;
	let page: Page;
	let uploadId = 0;

	beforeAll(async () => {
		// a database with an account is somebody's: it gets no demonstration
		await runCommand(folder, ["migrate"]);
		const account = ["user", "add", "data", "--role", "data", "--password-stdin"];
		await runCommand(folder, account, PASSWORD);
		product = await startProduct({ folder });
		browser = await openBrowser({ width: 1440, height: 900 });
		page = browser.page;
		page.setDefaultTimeout(50_000);
		await page.goto(`${product.url}/data`);
		await page.locator("input[autocomplete=username]").fill("data");
		await page.locator("input[type=password]").fill(PASSWORD);
		await page.keyboard.press("Enter");
		await seen("drop-zone").waitFor();
	}, SLOW_MS);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const seen = (id: string): Locator => page.getByTestId(id);
	const textOf = async (id: string) => ((await seen(id).textContent()) ?? "").trim();
	const ask = async <T>(path: string): Promise<T> => {
		const response = await page.request.get(`${product.url}/api/${path}`);
		expect(response.status()).toBe(200);
		return (await response.json()) as T;
	};
	const upload = () => ask<Upload>(`uploads/${uploadId}`);
	const issues = async () =>
		(await ask<{ issues: IssueRow[] }>(`uploads/${uploadId}/issues`)).issues;
	const overlaps = async () =>
		(await issues()).filter(
			({ code, severity, decision }) =>
				code === "division.overlap" && severity === "warning" && decision === "open",
		);
	const mapIsIdle = () => page.waitForSelector('[data-testid="data-map"][data-idle="true"]');

	test("an empty city says that it is empty, and what to do", async () => {
		await page.getByText("还没有图层").waitFor();
		await browser.picture("streets-empty-city");
	});

	test("the file is understood and checked", async () => {
		await seen("file-input").setInputFiles(FILE);
		await seen("confirm").waitFor();
		uploadId = Number(/uploads\/(\d+)/.exec(page.url())?.[1]);
		await seen("confirm").click();
		await seen("issue-row-1").waitFor();
		expect(await textOf("count-read")).toBe(String(STREETS));
		expect(await textOf("count-accepted")).toBe(String(STREETS));
	});

	test("eleven pairs overlap: each row says so, and leads to its place", async () => {
		const found = await overlaps();
		expect(found.length).toBe(11);
		await seen(WARNED).click();
		for (const { number, areaM2, message } of found) {
			await page.keyboard.press("j");
			const row = page.locator(".wizard-table .ant-table-row.chosen");
			await expect.poll(() => row.getAttribute("data-testid")).toBe(`issue-row-${number}`);
			expect(await row.textContent()).toContain("重叠");
			const words = `重叠 ${formatArea(areaM2 ?? 0, "zh")}`;
			await expect.poll(() => seen("lens").locator("text").allTextContents()).toContain(words);
			expect(await seen("lens").textContent()).toContain(message.zh);
		}
		await page.keyboard.press("Escape");
		expect(await seen("data-map").getAttribute("data-issues")).toBe("11");
		await mapIsIdle();
		await browser.picture("streets-overlaps");
	});

	test(
		"all suggestions adopted and applied, no two streets overlap any more",
		async () => {
			await seen(WARNED).click();
			await seen("to-mend").click();
			await seen("adopt-all").click();
			await browser.picture("streets-adopted");
			await seen("apply-mends").click();
			await seen("applied-0").waitFor();
			const left = (await issues()).filter(({ decision }) => decision === "open");
			expect(left.filter(({ code }) => code === "division.overlap")).toEqual([]);
			await mapIsIdle();
			await browser.picture("streets-mended");
		},
		SLOW_MS,
	);

	test("the comparison has nothing to compare with: all are new", async () => {
		await seen("to-compare").click();
		await seen("changes-added").waitFor();
		const { hasCurrent, counts } = await ask<Comparison>(`uploads/${uploadId}/comparison`);
		expect({ hasCurrent, added: counts.added }).toEqual({ hasCurrent: false, added: STREETS });
		expect(await textOf("changes-added")).toContain(String(STREETS));
		expect(await textOf("sentence")).toContain(String(STREETS));
	});

	test(
		"committed, 113 streets are in force",
		async () => {
			await seen("to-commit").click();
			const { report } = await upload();
			if (report?.groups.some(({ severity }) => severity === "warning"))
				await seen("accept-warnings").check();
			await seen("reason").fill("首次建库");
			await seen("commit").click();
			await seen("done").waitFor();
			await seen("done-back").click();
			await expect.poll(() => textOf("layer-divisions-street")).toContain(String(STREETS));
			await browser.picture("streets-committed");
		},
		SLOW_MS,
	);

	test("the page never complained", () => {
		expect(browser.complaints).toEqual([]);
	});
});

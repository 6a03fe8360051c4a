// Data staff hand in streets in GBK whose borders overlap: understood, checked, mended, compared, committed, taken back;
// with the page left in between, and the server gone.
import { rmSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatArea } from "../../client/data/formats.ts";
import type { Comparison, IssueRow } from "../../planning/wire/checking.ts";
import type { LayerSummary, VersionRow } from "../../planning/wire/layers.ts";
import type { Upload } from "../../planning/wire/uploads.ts";
import { shiftedStreets } from "../scenes/shiftedStreets.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures } from "./browser.ts";
import { demonstrationCopy } from "./demonstration.ts";
import { dropFile } from "./dropFile.ts";
import { type Product, startProduct } from "./product.ts";

const FILE_NAME = "街道界线_2026上半年.zip";
const REASON = "依据 2026 年上半年测绘成果";
const BACK = "等区划调整批复";
/** A chosen issue stands in the middle of what the magnifier leaves of the map, px. */
const BESIDE_LENS_PX = 165;

describe.skipIf(!hasBrowser())("handing in, in a real browser", () => {
	const streets = shiftedStreets("geodata/demo");
	let folder = "";
	let product: Product;
	let browser: Browser;
	let page: Page;
	let uploadId = 0;

	beforeAll(async () => {
		folder = await demonstrationCopy();
		product = await startProduct({ folder });
		browser = await openBrowser({ width: 1440, height: 900 });
		page = browser.page;
		page.setDefaultTimeout(60_000);
		await page.goto(product.url);
		await seen("role-data").click();
		await seen("go-data").click();
		await seen("drop-zone").waitFor();
	}, 180_000);
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
	const streetLayer = async () => {
		const { layers } = await ask<{ layers: LayerSummary[] }>("layers");
		return layers.find(({ kind, scope }) => kind === "divisions" && scope === "street");
	};
	const issueOf = async (code: string) => {
		const found = (await issues()).find((one) => one.code === code);
		if (found === undefined) throw new Error(`No ${code}.`);
		return found;
	};
	const row = (number: number) => seen(`issue-row-${number}`);
	const isChosen = (number: number) => row(number).getAttribute("aria-current");
	const mapIsIdle = () => page.waitForSelector('[data-testid="data-map"][data-idle="true"]');
	const inPicture = (words: string) =>
		expect.poll(() => seen("lens").locator("text").allTextContents()).toContain(words);

	test("a dropped zip is understood: GB18030 although it says UTF-8, streets, in the city", async () => {
		await dropFile(page, FILE_NAME, streets.zip);
		await seen("confirm").waitFor();
		uploadId = Number(/uploads\/(\d+)/.exec(page.url())?.[1]);
		expect(await textOf("encoding-card")).toContain("GB18030");
		expect(await textOf("encoding-card")).toContain("文件声明 UTF-8，与内容不符");
		expect(await textOf("encoding-card")).toContain(streets.names[0]);
		const { understanding } = await upload();
		expect(await textOf("crs-card")).toContain(understanding?.crs.used ?? "nothing");
		expect(await textOf("crs-card")).toContain(`${streets.count}/${streets.count}`);
		expect(await textOf("kind-card")).toContain("街镇");
		await mapIsIdle();
		await browser.picture("hand-in-understood");
	});

	test("after one yes every problem is in the table in plain words, with the figures of the check", async () => {
		await seen("confirm").click();
		await row(1).waitFor();
		const { report } = await upload();
		expect(await textOf("count-read")).toBe(String(streets.count));
		expect(await textOf("count-accepted")).toBe(String(report?.accepted));
		expect(await textOf("count-leftOut")).toBe("0");
		const overlap = await issueOf("division.overlap");
		expect(overlap.areaM2).toBeGreaterThan(100);
		const words = await row(overlap.number).textContent();
		expect(words).toContain(`${streets.names[0]}与${streets.names[1]}重叠`);
		const gap = await issueOf("division.gap");
		expect(gap.areaM2).toBeGreaterThan(100);
		expect(await row(gap.number).textContent()).toContain("空隙");
		const variant = await issueOf("name.variant");
		expect(await row(variant.number).textContent()).toContain(streets.variant.file);
		expect(await row(variant.number).textContent()).toContain(streets.variant.registered);
	});

	test("a row leads to its place and the magnifier says what it is and how much", async () => {
		const overlap = await issueOf("division.overlap");
		await row(overlap.number).click();
		await seen("lens").waitFor();
		await inPicture(`重叠 ${formatArea(overlap.areaM2 ?? 0, "zh")}`);
		await inPicture(streets.names[0]);
		await inPicture(streets.names[1]);
		const placed = (await issues()).filter(({ lon }) => lon !== null).length;
		expect(await seen("data-map").getAttribute("data-issues")).toBe(String(placed));
		await mapIsIdle();
		await browser.picture("hand-in-lens");
	});

	test("a badge of the map leads back to its row; J and K go on and back", async () => {
		const { number } = await issueOf("division.overlap");
		await page.keyboard.press("Escape");
		await seen("lens").waitFor({ state: "detached" });
		expect(await isChosen(number)).toBe("false");
		await mapIsIdle();
		const box = await seen("data-map").boundingBox();
		if (box === null) throw new Error("No map.");
		await page.mouse.click(box.x + box.width / 2 - BESIDE_LENS_PX, box.y + box.height / 2);
		await expect.poll(() => isChosen(number)).toBe("true");
		await page.keyboard.press("j");
		await expect.poll(() => isChosen(number + 1)).toBe("true");
		await page.keyboard.press("k");
		await expect.poll(() => isChosen(number)).toBe("true");
	});

	test("left and come back to, it stands where it was", async () => {
		const before = await textOf("sentence");
		await seen("back-to-data").click();
		await expect.poll(() => textOf(`upload-row-${uploadId}`)).toContain(FILE_NAME);
		await seen(`continue-${uploadId}`).click();
		await row(1).waitFor();
		expect(await textOf("sentence")).toBe(before);
	});

	test("mends are done with consent: overlap and gap are gone, and each step says what it did", async () => {
		const [overlap, gap] = [await issueOf("division.overlap"), await issueOf("division.gap")];
		await seen("to-mend").click();
		await seen(`adopt-${overlap.number}`).click();
		await seen(`adopt-${gap.number}`).click();
		await seen("apply-mends").click();
		await seen("applied-1").waitFor();
		const codes = (await issues()).filter(({ decision }) => decision === "open");
		expect(codes.map(({ code }) => code)).not.toContain("division.overlap");
		expect(codes.map(({ code }) => code)).not.toContain("division.gap");
		const { steps } = await upload();
		for (const [i, { words }] of steps.entries())
			expect(await textOf(`applied-${i}`)).toContain(words.zh);
		expect(await page.locator(".before-after svg").count()).toBe(2);
		await browser.picture("hand-in-mended");
	});

	test("the server is killed and started again: nothing is lost, and it goes on", async () => {
		const before = await upload();
		await product.kill();
		product = await startProduct({ folder, port: new URL(product.url).port });
		await page.reload();
		await seen("applied-1").waitFor();
		const { steps, report } = await upload();
		expect({ steps, report }).toEqual({ steps: before.steps, report: before.report });
		expect(await textOf("count-accepted")).toBe(String(report?.accepted));
	});

	test("the comparison says what would change, as the API does", async () => {
		await seen("to-compare").click();
		await seen("changes-reshaped").waitFor();
		const { counts, changes } = await ask<Comparison>(`uploads/${uploadId}/comparison`);
		expect(counts.reshaped).toBe(2); // the two whose border was drawn twice
		for (const kind of ["added", "removed", "reshaped", "attributes"] as const)
			expect((await textOf(`changes-${kind}`)).endsWith(String(counts[kind]))).toBe(true);
		await seen("changes-reshaped").click();
		const reshaped = changes.find(({ change }) => change === "reshaped");
		const words = await page.locator(".wizard-table .ant-table-row").first().textContent();
		expect(words).toContain(reshaped?.name);
		expect(words).toContain(`不重合 ${formatArea(reshaped?.area?.differentM2 ?? 0, "zh")}`);
		await mapIsIdle();
		await browser.picture("hand-in-compared");
	});

	test("a warning that is left needs a tick and a reason, and then it is in force", async () => {
		await seen("to-commit").click();
		expect(await seen("commit").isDisabled()).toBe(true);
		await seen("accept-warnings").check();
		expect(await seen("commit").isDisabled()).toBe(true);
		await seen("reason").fill(REASON);
		await browser.picture("hand-in-commit");
		await seen("commit").click();
		await seen("done").waitFor();
		expect(await textOf("done")).toContain(REASON);
		expect(await streetLayer()).toMatchObject({ versionNumber: 2, features: streets.count });
		await browser.picture("hand-in-done");
	});

	test("the earlier version is brought back with a reason; both stay in the history", async () => {
		const layer = await streetLayer();
		await seen(`done-history-${layer?.versionId}`).click();
		await seen(`version-row-${layer?.versionId}`).waitFor();
		expect(await textOf(`version-row-${layer?.versionId}`)).toContain(REASON);
		const { versions } = await ask<{ versions: VersionRow[] }>(
			"layers/divisions/versions?scope=street",
		);
		const first = versions.find(({ versionNumber }) => versionNumber === 1);
		await seen(`version-${first?.versionId}`).click();
		expect(await seen("roll-back").isDisabled()).toBe(true);
		await seen("roll-back-reason").fill(BACK);
		await seen("roll-back").click();
		await page.getByText("回退", { exact: true }).first().waitFor();
		await expect.poll(async () => (await streetLayer())?.versionId).toBe(first?.versionId);
		const after = await ask<{ versions: VersionRow[] }>("layers/divisions/versions?scope=street");
		expect(after.versions.length).toBe(versions.length + 1);
		expect(after.versions.find(({ isCurrent }) => isCurrent)).toMatchObject({
			isRollBack: true,
			reason: BACK,
		});
		await browser.picture("hand-in-rolled-back");
	});

	test("the page never complained", () => {
		// while the server was gone there was nobody to answer
		expect(browser.complaints.filter((words) => !/ERR_|Failed to fetch/.test(words))).toEqual([]);
	});
});

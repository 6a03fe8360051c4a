// Every screen in both themes, on a desk and on a telephone, before the judge axe-core: nothing serious, nothing critical;
// and on the telephone nothing that scrolls sideways or is smaller than a fingertip.
import axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, hasBrowser, openBrowser } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { SCREENS } from "./screens.ts";

const SIZES = { desk: { width: 1440, height: 900 }, telephone: { width: 360, height: 780 } };
const THEMES = ["light", "dark"] as const;
type Size = keyof typeof SIZES;

describe.skipIf(!hasBrowser())("accessibility in a real browser", () => {
	let product: Product;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		product = await startProduct();
		browser = await openBrowser(SIZES.desk);
		page = browser.page;
		page.setDefaultTimeout(60_000);
	}, 180_000);
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	const seen = (id: string): Locator => page.getByTestId(id).first();
	const wear = (theme: (typeof THEMES)[number]) =>
		page.evaluate((name) => localStorage.setItem("jiequan.theme", name), theme);
	const signIn = async () => {
		const sent = await page.request.post(`${product.url}/api/session`, {
			data: { name: "admin", password: "admin" },
			headers: { origin: product.url },
		});
		expect(sent.status()).toBe(200);
	};

	test("the sign-in page", async () => {
		await page.goto(product.url);
		const found: string[] = [];
		for (const size of Object.keys(SIZES) as Size[])
			for (const theme of THEMES) {
				await wear(theme);
				await page.setViewportSize(SIZES[size]);
				await page.reload();
				await seen("role-leader").waitFor();
				found.push(...(await violationsOf(page, `${size} ${theme}`)));
			}
		expect(found).toEqual([]);
		await signIn();
	});

	describe.each(SCREENS)("$name", ({ address, ready }) => {
		test.each(Object.keys(SIZES) as Size[])("on a %s, light and dark", async (size) => {
			await page.setViewportSize(SIZES[size]);
			const found: string[] = [];
			for (const theme of THEMES) {
				await wear(theme);
				await page.goto(product.url + address);
				await seen(ready).waitFor();
				found.push(...(await violationsOf(page, theme)));
			}
			if (size === "telephone") found.push(...(await page.evaluate(unfitForFingers)));
			expect(found).toEqual([]);
		});
	});

	test("what opens over the overview: snapshots, sharing, shortcuts", async () => {
		await page.setViewportSize(SIZES.desk);
		const found: string[] = [];
		for (const open of [
			() => seen("snapshot-picker").click(),
			() => seen("share").click(),
			() => page.keyboard.press("?"),
		]) {
			await page.goto(product.url);
			await seen("headline-coverage").waitFor();
			await open();
			await page.locator(".ant-popover, .ant-modal").first().waitFor();
			found.push(...(await violationsOf(page, "opened")));
		}
		expect(found).toEqual([]);
	});

	test("the first Tab skips header and map, to the figures", async () => {
		await page.goto(product.url);
		await seen("headline-coverage").waitFor();
		await page.keyboard.press("Tab");
		expect(await page.evaluate(focusedTestId)).toBe("skip");
		await page.keyboard.press("Enter");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe("figures");
	});

	test("Tab reaches every control of the overview, and the focus is seen on each", async () => {
		await page.goto(`${product.url}/?panel=overview`);
		await seen("headline-coverage").waitFor();
		const wanted = ["go-tables", "snapshot-picker", "search", "share", "present-start"];
		const reached = new Set<string>();
		for (let presses = 0; presses < 160 && wanted.some((id) => !reached.has(id)); presses++) {
			await page.keyboard.press("Tab");
			reached.add(await page.evaluate(focusedTestId));
			expect(await page.evaluate(isFocusSeen)).toBe(true);
		}
		expect(wanted.filter((id) => !reached.has(id))).toEqual([]);
	});

	test("the page is in the language that it says it is", async () => {
		for (const lang of ["zh-CN", "en"]) {
			await page.goto(`${product.url}/?lang=${lang}`);
			await seen("headline-coverage").waitFor();
			expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
		}
	});
});

function focusedTestId(): string {
	return (document.activeElement as HTMLElement | null)?.dataset["testid"] ?? "";
}

/** What makes a page wider than the telephone, and controls outside of running text that are too small to hit. */
function unfitForFingers(): string[] {
	const FINGERTIP_PX = 44;
	const { scrollWidth } = document.documentElement;
	const wide = scrollWidth > window.innerWidth ? [`scrolls sideways: ${scrollWidth} px`] : [];
	const small = [...document.querySelectorAll("button, select, input, textarea, a.button, nav a")]
		// a box to tick or an inner field is hit by what surrounds it
		.map((control) => control.closest("label, .ant-select, .ant-input-affix-wrapper") ?? control)
		.filter((control) => {
			const { width, height } = control.getBoundingClientRect();
			const isInText = control.closest("p, article, .maplibregl-map, [aria-hidden=true]") !== null;
			const isShown = width > 1 && height > 1 && control.checkVisibility();
			// laid out to whole pixels, measured in parts of them
			return isShown && !isInText && height < FINGERTIP_PX - 0.5;
		})
		.map((control) => {
			const height = control.getBoundingClientRect().height.toFixed(0);
			return `small: ${control.tagName} .${control.className} ${control.textContent?.slice(0, 20)} ${height} px`;
		});
	return [...wide, ...new Set(small)];
}

/** A ring around what is focused, or around the part of it that is drawn. */
function isFocusSeen(): boolean {
	const focused = document.activeElement;
	if (focused === null || focused === document.body) return true;
	const drawn = [
		focused,
		focused.parentElement,
		focused.nextElementSibling,
		focused.closest("label"),
	];
	return drawn.some((element) => {
		if (element === null || element === undefined) return false;
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
		return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
	});
}

/** What axe-core calls serious or critical: rule, place, and what to do. */
async function violationsOf(page: Page, where: string): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate(async () => {
		const judge = (globalThis as unknown as { axe: typeof axe }).axe;
		return judge.run(document, { resultTypes: ["violations"] });
	});
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${where} · ${id} · ${target} · ${failureSummary}`),
		);
}

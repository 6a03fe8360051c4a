// Every screen, on a desk in the dark and on a telephone in the light, before the judge axe-core: nothing serious, nothing critical;
// and on the telephone nothing that scrolls sideways or is smaller than a fingertip.
import axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, hasBrowser, openBrowser, pictureFailures, withoutWebGl } from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";
import { goInPage } from "./goInPage.ts";
import { SCREENS } from "./screens.ts";

const SIZES = { desk: { width: 1440, height: 900 }, telephone: { width: 360, height: 780 } };
const THEMES = ["light", "dark"] as const;
const SLOW = { timeout: 180_000 };
/** The map is drawn in software here, which takes seconds and which axe cannot judge: on these screens only. */
const MAP_DRAWN = ["overview by units", "overview by places"];
const DRAWN = "drawn";
type Size = keyof typeof SIZES;

describe.skipIf(!hasBrowser())("accessibility in a real browser", SLOW, () => {
	let url: string;
	let browser: Browser;
	let page: Page;
	let plan: number;

	beforeAll(async () => {
		url = await sharedDemonstration();
		browser = await openBrowser(SIZES.desk);
		page = browser.page;
		page.setDefaultTimeout(60_000);
		// what is still fading in has no colours to judge yet
		await page.emulateMedia({ reducedMotion: "reduce" });
		await withoutWebGl(page, DRAWN);
		await page.goto(url);
		await signIn();
		plan = await drawnPlan();
	}, 180_000);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
	});

	const seen = (id: string): Locator => page.getByTestId(id).first();
	const wear = (theme: (typeof THEMES)[number]) =>
		page.evaluate((name) => localStorage.setItem("jiequan.theme", name), theme);
	const signIn = async () => {
		const sent = await page.request.post(`${url}/api/session`, {
			data: { name: "admin", password: "admin" },
			headers: { origin: url },
		});
		expect(sent.status()).toBe(200);
	};

	/** A plan of one step. */
	const drawnPlan = async (): Promise<number> => {
		const op = { op: "assign", layer: "street", cells: ["990101100009"], to: "990101005000" };
		const made = await page.request.post(`${url}/api/plans`, {
			data: { title: "界线调整", snapshot: "current", operations: [op] },
			headers: { origin: url },
		});
		expect(made.status()).toBe(200);
		return (await made.json()).id;
	};

	/** A load for each size and theme, and where a map begins or ends to be drawn; else the screens follow in the page. */
	const screensAt = (size: Size, theme: (typeof THEMES)[number]) => {
		let isDrawn: boolean | null = null;
		return async ({ name, address: path, ready }: (typeof SCREENS)[number]) => {
			const address = path.replace(":plan", String(plan));
			await page.setViewportSize(SIZES[size]);
			await wear(theme);
			const mark = address.includes("?") ? `&${DRAWN}` : `?${DRAWN}`;
			const wasDrawn = isDrawn;
			isDrawn = MAP_DRAWN.includes(name);
			if (isDrawn === wasDrawn) await goInPage(page, isDrawn ? address + mark : address);
			else await page.goto(url + (isDrawn ? address + mark : address));
			await seen(ready).waitFor();
			expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe(theme);
			return await violationsOf(page, theme);
		};
	};

	describe("on a desk in the dark", () => {
		const visit = screensAt("desk", "dark");
		test.each(SCREENS)("$name", async (screen) => {
			expect(await visit(screen)).toEqual([]);
		});
	});

	describe("on a telephone in the light, for fingers", () => {
		const visit = screensAt("telephone", "light");
		test.each(SCREENS)("$name", async (screen) => {
			const found = await visit(screen);
			expect([...found, ...(await page.evaluate(unfitForFingers))]).toEqual([]);
		});
	});

	test("what opens over the overview: snapshots, sharing, shortcuts", async () => {
		await page.setViewportSize(SIZES.desk);
		const found: string[] = [];
		await page.goto(url);
		await seen("headline-coverage").waitFor();
		for (const open of [
			() => seen("snapshot-picker").click(),
			() => seen("share").click(),
			() => page.keyboard.press("?"),
		]) {
			await open();
			const opened = page.locator(".ant-popover:visible, .ant-modal:visible");
			await opened.first().waitFor();
			found.push(...(await violationsOf(page, "opened")));
			await page.keyboard.press("Escape");
			await opened.waitFor({ state: "detached" });
		}
		expect(found).toEqual([]);
	});

	test("the first Tab skips header and map, to the figures", async () => {
		await page.goto(url);
		await seen("headline-coverage").waitFor();
		await page.keyboard.press("Tab");
		expect(await page.evaluate(focusedTestId)).toBe("skip");
		await page.keyboard.press("Enter");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe("figures");
	});

	test("Tab reaches every control of the overview, and the focus is seen on each", async () => {
		await page.goto(`${url}/?${DRAWN}`);
		await seen("headline-coverage").waitFor();
		const wanted = ["go-tables", "snapshot-picker", "search", "share", "present-start"];
		const reached = new Set<string>();
		const unseen = new Set<string>();
		for (let presses = 0; presses < 160 && wanted.some((id) => !reached.has(id)); presses++) {
			await page.keyboard.press("Tab");
			reached.add(await page.evaluate(focusedTestId));
			const hidden = await page.evaluate(focusWithoutRing);
			if (hidden !== null) unseen.add(hidden);
		}
		expect([...unseen]).toEqual([]);
		expect(wanted.filter((id) => !reached.has(id))).toEqual([]);
	});

	test("the page is in the language that it says it is", async () => {
		for (const lang of ["zh-CN", "en"]) {
			await page.goto(`${url}/?lang=${lang}`);
			await seen("headline-coverage").waitFor();
			expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
		}
	});

	test("the sign-in page", async () => {
		await page.context().clearCookies();
		const found: string[] = [];
		for (const theme of THEMES) {
			await wear(theme);
			await page.goto(url);
			await seen("role-leader").waitFor();
			for (const size of Object.keys(SIZES) as Size[]) {
				await page.setViewportSize(SIZES[size]);
				found.push(...(await violationsOf(page, `${size} ${theme}`)));
			}
		}
		expect(found).toEqual([]);
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

/** What is focused and has no ring around it, nor around the part of it that is drawn; null when all is well. */
function focusWithoutRing(): string | null {
	const focused = document.activeElement;
	if (focused === null || focused === document.body) return null;
	const drawn = [
		focused,
		focused.parentElement,
		focused.nextElementSibling,
		focused.closest("label, .ant-select, .ant-input-affix-wrapper"),
	];
	const hasRing = (element: Element) =>
		[undefined, "::after", "::before"].some((part) => {
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
			return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
		});
	const isSeen = drawn.some((element) => element != null && hasRing(element));
	return isSeen ? null : focused.outerHTML.slice(0, 160);
}

/** What axe-core calls serious or critical: rule, place, and what to do. */
async function violationsOf(page: Page, where: string): Promise<string[]> {
	// what fades in has the colours of half a fade
	await page.waitForFunction(() =>
		document
			.getAnimations()
			.every(
				({ playState, effect }) =>
					playState !== "running" ||
					effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
			),
	);
	// once a load: the judge stays while screens follow in the page
	if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
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

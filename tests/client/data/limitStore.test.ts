// A hand that drags the limit is never kept waiting: the slider is where the hand is, figures come to where it last was.

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dragLimit, useDraggedLimit, useHeldLimit } from "../../../client/data/limitStore.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	dragLimit(null);
	vi.runAllTimers();
	vi.useRealTimers();
});
const Both = () => `${useHeldLimit()} ${useDraggedLimit()}`;
const shown = () => renderToStaticMarkup(createElement(Both));

test("the slider is where the hand is at once, figures a task later", () => {
	dragLimit(900);
	expect(shown()).toBe("900 null");
	vi.runAllTimers();
	expect(shown()).toBe("900 900");
});

test("of many moves within one task figures are asked for the last alone", () => {
	for (const limit of [900, 840, 780]) dragLimit(limit);
	expect(vi.getTimerCount()).toBe(1);
	vi.runAllTimers();
	expect(shown()).toBe("780 780");
});

test("let go before figures came: neither is held", () => {
	dragLimit(900);
	dragLimit(null);
	vi.runAllTimers();
	expect(shown()).toBe("null null");
});

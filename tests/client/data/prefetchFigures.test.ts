// What the first screen is opened with: its figures, and nothing that would keep them waiting.
import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { DEFAULT_VIEW } from "../../../client/data/cityView.ts";
import { prefetchFigures } from "../../../client/data/prefetchView.ts";
import type { SnapshotEntry } from "../../../planning/wire/figuresApi.ts";

const HASH = "a".repeat(64);
const DONE = [
	{ hash: HASH, isCurrent: true, run: { status: "done" } },
] as unknown as SnapshotEntry[];

afterEach(() => vi.unstubAllGlobals());

/** Addresses asked for, without what is the same in all. */
function askedFor(change: Partial<typeof DEFAULT_VIEW>): string[] {
	const asked: string[] = [];
	vi.stubGlobal("fetch", (path: string) => {
		asked.push(path);
		return new Promise(() => undefined);
	});
	prefetchFigures(new QueryClient(), { ...DEFAULT_VIEW, ...change }, DONE);
	return asked.map((path) => {
		const { pathname, searchParams } = new URL(path, "http://city");
		const [level, mode] = [searchParams.get("level"), searchParams.get("mode")];
		return [pathname, level, mode].filter((word) => word !== null).join(" ");
	});
}

test("the rows of the level and of the city come before the names of the units", () => {
	expect(askedFor({ level: "committee", category: "ADM-PSC", mode: "own" })).toEqual([
		"/api/coverage committee own",
		"/api/coverage all own",
		"/api/summary",
		"/api/units",
	]);
});

test("a category that no unit has of its own is asked for as the screen asks for it", () => {
	expect(askedFor({ category: "COM-MKT", mode: "own" })[0]).toBe("/api/coverage street any");
});

test("the composite has no rows, and its columns come with the screen", () => {
	expect(askedFor({ category: "COMPOSITE" })).toEqual(["/api/summary", "/api/units"]);
});

import { expect, test } from "vitest";
import { standingNews } from "../../../client/screens/city/standingNews.ts";
import type { SnapshotEntry } from "../../../planning/wire/figuresApi.ts";

const entry = (number: number, status: SnapshotEntry["run"]["status"]): SnapshotEntry => ({
	hash: String(number).repeat(64),
	number,
	asOf: `2026-0${number}-30`,
	isCurrent: number === 3,
	run: { status, progressPct: status === "running" ? 37.4 : 0, finishedAt: null },
});

test("nothing is said when the snapshot in force is shown", () => {
	const current = entry(3, "done");
	expect(standingNews({ shown: current, current, newer: null }, false)).toBeNull();
	expect(standingNews({ shown: null, current, newer: null }, false)).toBeNull();
});

test("while the one in force is analysed, the screen says how far it is and what it shows", () => {
	const seen = { shown: entry(2, "done"), current: entry(3, "running"), newer: null };
	expect(standingNews(seen, false)).toEqual({
		key: "running",
		canRenew: false,
		words: { shown: 2, date: "2026-02-30", current: 3, pct: 37 },
	});
});

test("an analysis that did not finish, or was never begun, is told apart", () => {
	const shown = entry(2, "done");
	expect(standingNews({ shown, current: entry(3, "failed"), newer: null }, false)?.key).toBe(
		"failed",
	);
	expect(standingNews({ shown, current: entry(3, "none"), newer: null }, false)?.key).toBe("none");
});

test("a newer result waits until it is asked for", () => {
	const current = entry(3, "done");
	const news = standingNews({ shown: entry(2, "done"), current, newer: current }, false);
	expect(news).toMatchObject({ key: "newer", canRenew: true, words: { current: 3 } });
});

test("a date that was chosen says that it is not the one in force", () => {
	const seen = { shown: entry(2, "done"), current: entry(3, "running"), newer: null };
	expect(standingNews(seen, true)).toMatchObject({ key: "older", canRenew: true });
});

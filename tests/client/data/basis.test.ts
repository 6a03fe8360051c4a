import { expect, test } from "vitest";
import { standingOf } from "../../../client/data/basis.ts";
import type { SnapshotEntry } from "../../../planning/wire/figuresApi.ts";

const entry = (number: number, status: SnapshotEntry["run"]["status"], isCurrent = false) => ({
	hash: `${number}`.repeat(12),
	number,
	asOf: `2025-0${number}-01`,
	isCurrent,
	run: { status, progressPct: status === "done" ? 100 : 37, finishedAt: null },
});
const asked = { profile: "adult", snapshot: null };

test("the snapshot in force is shown when it has been analysed", () => {
	const all = [entry(3, "done", true), entry(2, "done")];
	expect(standingOf(all, asked)).toMatchObject({
		basis: { snapshot: "333333333333" },
		shown: { number: 3 },
	});
});

test("while the newest is analysed, the last complete result is shown and both are known", () => {
	const all = [entry(3, "running", true), entry(2, "none"), entry(1, "done")];
	expect(standingOf(all, asked)).toMatchObject({ shown: { number: 1 }, current: { number: 3 } });
});

test("after going back to earlier data, the snapshot in force is shown, not the newest", () => {
	const all = [entry(3, "done"), entry(2, "done", true)];
	expect(standingOf(all, asked).shown?.number).toBe(2);
});

test("figures that are being read stay when a newer result is done, and the newer one is offered", () => {
	const all = [entry(3, "done", true), entry(2, "done")];
	const held = "222222222222";
	expect(standingOf(all, asked, held)).toMatchObject({
		shown: { number: 2 },
		newer: { number: 3 },
	});
	expect(standingOf(all, asked, null)).toMatchObject({ shown: { number: 3 }, newer: null });
});

test("what is held gives way where it has no result for who walks now", () => {
	const all = [entry(3, "done", true), entry(2, "none")];
	expect(standingOf(all, asked, "222222222222").shown?.number).toBe(3);
});

test("where nothing is done yet, the one in force is waited for", () => {
	expect(standingOf([entry(1, "running", true)], asked).shown?.number).toBe(1);
});

test("a link names its snapshot by the beginning of the hash; one that is gone is asked for all the same", () => {
	const all = [entry(3, "done", true), entry(2, "done")];
	expect(standingOf(all, { ...asked, snapshot: "22222222" }).shown?.number).toBe(2);
	expect(standingOf(all, { ...asked, snapshot: "99999999" })).toMatchObject({
		shown: null,
		basis: { snapshot: "99999999" },
	});
});

import { expect, test } from "vitest";
import { missingSnapshot } from "../../../client/data/missingSnapshot.ts";
import type { SnapshotEntry } from "../../../planning/wire/figuresApi.ts";

const entry = (hash: string): SnapshotEntry => ({
	hash,
	number: 1,
	asOf: "2026-06-30",
	isCurrent: true,
	run: { status: "done", progressPct: 100, finishedAt: null },
});
const ALL = [entry("aaaaaaaabbbbbbbb"), entry("ccccccccdddddddd")];

test("a snapshot is found by the beginning of its hash", () => {
	expect(missingSnapshot(ALL, { snapshot: "ccccccccdd", against: null })).toBeNull();
	expect(missingSnapshot(ALL, { snapshot: "ccccccccee", against: null })).toBe("ccccccccee");
});

test("either side of a comparison may be missing", () => {
	expect(missingSnapshot(ALL, { snapshot: null, against: "eeeeeeee" })).toBe("eeeeeeee");
});

test("while the list is not known nothing is called missing", () => {
	expect(missingSnapshot([], { snapshot: "eeeeeeee", against: null })).toBeNull();
});

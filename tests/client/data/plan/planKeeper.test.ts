// Keeping what is drawn: nothing drawn while a save is under way is forgotten, with the line there or away.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "../../../../client/data/plan/draftStore.ts";
import { PlanKeeper, type PlanServer } from "../../../../client/data/plan/PlanKeeper.ts";
import type { SavePlan } from "../../../../planning/wire/plansApi.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A keeper of a list of so many steps, on a server whose saves take some time or fail. */
function kept({ saveMs, fails = 0 }: { readonly saveMs: number; readonly fails?: number }) {
	const saved: SavePlan[] = [];
	const drafts = new Map<number, Draft>();
	let [steps, failing] = [0, fails];
	const server: PlanServer = {
		async save(_, plan) {
			await new Promise((resolve) => setTimeout(resolve, saveMs));
			if (failing-- > 0) throw new Error("The line is away.");
			saved.push(plan);
			return {
				...{ revision: saved.length + 1, hash: plan.hash, done: plan.done, savedBy: "planner" },
				...{ operationCount: plan.operations.length, savedAt: "2026-01-01T00:00:00Z" },
			};
		},
		read: () => Promise.reject(new Error("Not asked for.")),
		revision: () => Promise.reject(new Error("Not asked for.")),
	};
	const keeper = new PlanKeeper(
		{ id: 1, revision: 1, savedAt: "2026-01-01T00:00:00Z" },
		{
			toSave: async () => ({ operations: [], done: steps, hash: `${steps}`, version: steps }),
			merge: () => Promise.reject(new Error("Not asked for.")),
			act: () => {},
		},
		{
			get: async (id) => drafts.get(id) ?? null,
			put: async (draft) => void drafts.set(draft.planId, draft),
			remove: async (id) => void drafts.delete(id),
		},
		server,
	);
	const draw = () => {
		steps++;
		return keeper.changed();
	};
	return { keeper, saved, drafts, draw };
}

test("several steps in a moment are one save, and the draft goes when it is kept", async () => {
	const { keeper, saved, drafts, draw } = kept({ saveMs: 10 });
	await draw();
	await draw();
	expect(drafts.get(1)).toMatchObject({ done: 2, baseRevision: 1 });
	await vi.advanceTimersByTimeAsync(2_000);
	expect(saved.map(({ done, baseRevision }) => [done, baseRevision])).toEqual([[2, 1]]);
	expect(keeper.state.kind).toBe("saved");
	expect(drafts.size).toBe(0);
});

test.each([
	["with the line there", 0],
	["after the line was away", 1],
])("what is drawn while a slow save is under way is saved too, %s", async (_, fails) => {
	const { keeper, saved, drafts, draw } = kept({ saveMs: 3_000, fails });
	await draw();
	await vi.advanceTimersByTimeAsync(fails * (900 + 3_000 + 4_000) + 1_000); // the save that will do is under way
	await draw();
	await vi.advanceTimersByTimeAsync(20_000);
	expect(saved.map(({ done }) => done)).toEqual([1, 2]);
	expect(saved[1]?.baseRevision).toBe(2);
	expect(keeper.state.kind).toBe("saved");
	expect(drafts.size).toBe(0);
});

test("without the line the draft stays in the browser, and is saved when it is back", async () => {
	const { keeper, saved, drafts, draw } = kept({ saveMs: 10, fails: 2 });
	await draw();
	await vi.advanceTimersByTimeAsync(2_000);
	expect([keeper.state.kind, drafts.size]).toEqual(["offline", 1]);
	await vi.advanceTimersByTimeAsync(20_000);
	expect([keeper.state.kind, drafts.size, saved.length]).toEqual(["saved", 0, 1]);
});

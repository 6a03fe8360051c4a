// Opens a kept plan on a drawing table: a worker of its own, the draft that was not saved last time, and keeping what is drawn.
import { useEffect, useState, useSyncExternalStore } from "react";
import { WHOLE_CITY } from "../../../planning/wire/districtPack.ts";
import type { KeptPlan } from "../../../planning/wire/plansApi.ts";
import { browserDrafts, type Draft } from "../../data/plan/draftStore.ts";
import { type KeepState, PlanKeeper } from "../../data/plan/PlanKeeper.ts";
import { PlanTable, type Port, type TableState } from "../../data/plan/PlanTable.ts";
import type { PlanFocus } from "../../data/plan/planMessages.ts";

const drafts = browserDrafts();

export interface DrawingTable {
	readonly table: PlanTable;
	readonly keeper: PlanKeeper;
	/** What was restored from the browser because it had not been saved. */
	readonly restored: Draft | null;
}

/** Null until the browser was asked for a draft. `districtCode` null: the whole city, if it is small enough. */
export function useDrawingTable(
	plan: KeptPlan,
	{ districtCode, focus }: { readonly districtCode: string | null; readonly focus: PlanFocus },
): DrawingTable | null {
	const [made, setMade] = useState<DrawingTable | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the focus is what the table begins with
	useEffect(() => {
		let isGone = false;
		const worker = new Worker(new URL("../../data/plan/planWorker.ts", import.meta.url), {
			type: "module",
		});
		const table = new PlanTable(worker as unknown as Port, focus);
		const keeper = new PlanKeeper(plan, table, drafts);
		void drafts
			.get(plan.id)
			.catch(() => null)
			.then((draft) => {
				if (isGone) return;
				const restored = draft !== null && isOther(draft, plan) ? draft : null;
				if (restored !== null) keeper.revision = restored.baseRevision;
				const { operations, done } = restored ?? plan;
				const asked = { snapshot: plan.snapshot, operations, done };
				table.open({ ...asked, districtCode: districtCode ?? WHOLE_CITY });
				setMade({ table, keeper, restored });
			});
		return () => {
			isGone = true;
			void keeper.leave().finally(() => {
				keeper.close();
				table.close();
			});
		};
	}, [plan, districtCode]);
	useKeeping(made);
	return made;
}

/** Every change is kept; a restored draft is one. */
function useKeeping(made: DrawingTable | null): void {
	const version = useSyncExternalStore(
		made?.table.subscribe ?? nobody,
		() => made?.table.state.view?.version ?? null,
	);
	useEffect(() => {
		if (made === null || version === null) return;
		if (version > 0 || made.restored !== null) void made.keeper.changed();
	}, [made, version]);
}

export function useTableState(table: PlanTable): TableState {
	return useSyncExternalStore(table.subscribe, () => table.state);
}

export function useKeepState(keeper: PlanKeeper): KeepState {
	return useSyncExternalStore(keeper.subscribe, () => keeper.state);
}

function isOther({ operations, done }: Draft, plan: KeptPlan): boolean {
	return done !== plan.done || JSON.stringify(operations) !== JSON.stringify(plan.operations);
}

function nobody(): () => void {
	return () => {};
}

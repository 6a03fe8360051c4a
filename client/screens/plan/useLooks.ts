// Other plans measured and pictured by the table that is open, each once for what it is now.
import { useEffect, useRef, useState } from "react";
import type { PlanSummary } from "../../../planning/wire/plansApi.ts";
import type { PlanTable } from "../../data/plan/PlanTable.ts";
import type { PlanFocus, PlanView } from "../../data/plan/planMessages.ts";
import { readPlan } from "../../data/plan/planQueries.ts";

type Looked = Pick<PlanSummary, "id" | "hash" | "done">;

/** Views by id, as they come. */
export function useLooks(
	table: PlanTable,
	plans: readonly Looked[],
	focus: PlanFocus,
): ReadonlyMap<number, PlanView> {
	const [looks, setLooks] = useState<ReadonlyMap<number, PlanView>>(new Map());
	const known = useRef(new Map<number, string>());
	const wanted = plans.map(({ id, hash, done }) => `${id} ${hash} ${done}`).join(",");
	const about = `${focus.layer} ${focus.category} ${focus.mode}`;
	useEffect(() => {
		let isGone = false;
		const lookAt = async () => {
			for (const one of wanted === "" ? [] : wanted.split(",")) {
				const id = Number(one.split(" ")[0]);
				if (known.current.get(id) === `${one} ${about}`) continue;
				const view = await readPlan(id)
					.then((plan) => table.look(plan))
					.catch(() => null); // shown as not measured
				if (isGone) return;
				if (view === null) continue;
				known.current.set(id, `${one} ${about}`);
				setLooks((before) => new Map(before).set(id, view));
			}
		};
		void lookAt();
		return () => {
			isGone = true;
		};
	}, [table, wanted, about]);
	return looks;
}

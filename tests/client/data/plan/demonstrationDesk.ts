// The demonstration opened on a drawing table, without worker and server.

import { PlanDesk } from "../../../../client/data/plan/PlanDesk.ts";
import type {
	PlanAct,
	PlanFocus,
	PlanNews,
	PlanOrder,
	PlanView,
} from "../../../../client/data/plan/planMessages.ts";
import { buildTiling } from "../../../../planning/partition/buildTiling.ts";
import { makePack, packSource } from "../../../../planning/wire/districtPack.ts";
import { encodePack } from "../../../../planning/wire/packFile.ts";
import { encodePlanGround } from "../../../../planning/wire/planGround.ts";
import { planGroundOf } from "../../../../planning/wire/planGroundOf.ts";
import type { PlanOperation } from "../../../../planning/wire/plans.ts";
import { readDemonstration } from "../../../server/demonstration/readDemonstration.ts";

export const SNAPSHOT = "5".repeat(64);
export const DISTRICT = "990101000000";
export const FOCUS: PlanFocus = { layer: "street", category: "ADM-PSC", mode: "own" };

type Unnumbered = PlanOrder extends infer O
	? O extends PlanOrder
		? Omit<O, "number">
		: never
	: never;

export interface TriedDesk {
	/** Everything said to an order, in order. */
	ask(order: Unnumbered): Promise<PlanNews[]>;
	act(act: PlanAct): Promise<PlanNews>;
	/** The last view, with a whole picture. */
	readonly view: PlanView;
}

let bytes: Promise<{ ground: Uint8Array; pack: Uint8Array }> | null = null;

export async function demonstrationDesk(
	operations: readonly PlanOperation[] = [],
): Promise<TriedDesk> {
	bytes ??= demonstrationBytes();
	const { ground, pack } = await bytes;
	let said: PlanNews[] = [];
	let view: PlanView | null = null;
	let number = 0;
	const desk = new PlanDesk(
		async (path) => (path.includes("plan-ground") ? ground : pack),
		(news) => said.push(structuredClone(news)),
	);
	const ask: TriedDesk["ask"] = async (order) => {
		said = [];
		await desk.handle({ ...order, number: ++number } as PlanOrder);
		for (const news of said)
			if (news.kind === "opened") view = news.view;
			else if (news.kind === "view" && view !== null)
				view = { ...news.view, picture: { ...view.picture, ...news.view.picture } };
		return said;
	};
	const opening = {
		snapshot: SNAPSHOT,
		districtCode: DISTRICT,
		operations,
		done: operations.length,
	};
	await ask({ kind: "open", opening, focus: FOCUS });
	return {
		ask,
		async act(act) {
			const [news] = await ask({ kind: "act", act });
			if (news === undefined) throw new Error("No answer.");
			return news;
		},
		get view() {
			if (view === null) throw new Error("Nothing was shown.");
			return view;
		},
	};
}

async function demonstrationBytes() {
	const city = await readDemonstration();
	const { tiling } = buildTiling(city.cells);
	const source = packSource({ ...city, tiling });
	return {
		ground: encodePlanGround(
			planGroundOf(source.located, { snapshot: SNAPSHOT, tiling, exceptions: [] }),
		),
		pack: encodePack(makePack(source, DISTRICT)),
	};
}

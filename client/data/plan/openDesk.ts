// Opening a plan: what it stands on is fetched, surveyed and searched once; then its operations are done.
import { areaOfDistrict, type DrawnArea } from "../../../planning/plan/drawing/area.ts";
import { PlanPainter } from "../../../planning/plan/drawing/PlanPainter.ts";
import { type SnapGround, snapGround } from "../../../planning/plan/drawing/snapping.ts";
import { jump, type PlanHistory, perform, startHistory } from "../../../planning/plan/history.ts";
import { createMeasurer } from "../../../planning/plan/measure/createMeasurer.ts";
import { packMeasureBase } from "../../../planning/plan/measure/packMeasureBase.ts";
import { planBaseOf } from "../../../planning/plan/PlanBase.ts";
import { type DistrictPack, WHOLE_CITY } from "../../../planning/wire/districtPack.ts";
import { decodePack } from "../../../planning/wire/packFile.ts";
import { decodePlanGround, type PlanGround } from "../../../planning/wire/planGround.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import type { PlanOpening, RefusalNews } from "./planMessages.ts";
import type { ViewDesk } from "./planView.ts";
import { listRefusal } from "./refusalNews.ts";

/** Fetches bytes of the server; `told` the share that has arrived. */
export type Fetch = (path: string, told: (share: number) => void) => Promise<Uint8Array>;
export type Told = (stage: "ground" | "streets" | "walks" | "replay", pct: number) => void;

/** Everything of one snapshot and district that plans are drawn and measured with. */
export interface Desk extends ViewDesk {
	readonly ground: PlanGround;
	readonly pack: DistrictPack;
	readonly area: DrawnArea;
	readonly snaps: () => SnapGround;
}

/** The desk of a snapshot and district. Rejects with the server's refusal. */
export async function openDesk(
	{ snapshot, districtCode }: Pick<PlanOpening, "snapshot" | "districtCode">,
	fetch: Fetch,
	told: Told,
): Promise<Desk> {
	const shares = { ground: 0, streets: 0 };
	const arriving = (stage: "ground" | "streets") => (share: number) => {
		shares[stage] = share;
		told(stage, Math.round(50 * (shares.ground + shares.streets)));
	};
	const [groundBytes, packBytes] = await Promise.all([
		fetch(`/api/plan-ground?snapshot=${snapshot}`, arriving("ground")),
		fetch(
			`/api/packs/${encodeURIComponent(districtCode)}?snapshot=${snapshot}`,
			arriving("streets"),
		),
	]);
	const ground = decodePlanGround(groundBytes);
	const pack = decodePack(packBytes);
	const plan = planBaseOf(ground);
	told("walks", 0);
	const base = packMeasureBase({
		...{ ground, pack, plan },
		progress: (share) => told("walks", Math.round(100 * share)),
	});
	const district = districtCode === WHOLE_CITY ? null : districtCode;
	const area = areaOfDistrict(plan, district);
	let snaps: SnapGround | undefined;
	return {
		...{ ground, pack, base, area, district },
		measurer: createMeasurer(base),
		painter: new PlanPainter(area),
		snaps: () => {
			snaps ??= snapGround(base.attacher(), pack.barriers);
			return snaps;
		},
	};
}

/** A list of operations done on a desk's base, as far as it goes, then gone back to `done`. */
export function historyOf(
	{ base }: Desk,
	operations: readonly PlanOperation[],
	done: number,
): { readonly history: PlanHistory; readonly refused: RefusalNews | null } {
	let history = startHistory(base.plan);
	for (const [index, op] of operations.entries()) {
		const performed = perform(history, op);
		if (performed.refusal !== null) {
			const refused = listRefusal(history.state, { index, refusal: performed.refusal });
			return { history: jump(history, Math.min(done, index)), refused };
		}
		history = performed.history;
	}
	return { history: jump(history, done), refused: null };
}

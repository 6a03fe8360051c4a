// From labels at nodes to walk times of residences.
import { alongDm, type Ends, type Streets } from "./ends.ts";
import { firstRowOf, type Homes } from "./homes.ts";
import { SHUT_DM } from "./records.ts";
import { type LabelForm, spanOf } from "./settle.ts";

/** Best cost and facility per residence. */
interface Best {
	readonly costDm: Uint32Array;
	readonly facility: Int32Array;
}

/** Lower the times of residences (by row of `homes`, or all) by the labels at both ends of their edges. */
export function harvest(
	label: Int32Array,
	{ ends, residence }: Homes,
	rows: Int32Array | "all",
	{ facilities, form, best }: { facilities: Int32Array; form: LabelForm; best: Best },
): void {
	const { tailSlot, tailDm, headSlot, headDm } = ends;
	const { costDm, facility } = best;
	const { limitDm, rankBits, base } = form;
	const last = base + (spanOf(form) - 1);
	const rankMask = (1 << rankBits) - 1;
	const count = rows === "all" ? residence.length : rows.length;
	for (let i = 0; i < count; i++) {
		const row = rows === "all" ? i : rows[i];
		const tail = label[tailSlot[row]];
		const head = label[headSlot[row]];
		// labels above `last` are of earlier searches: not reached
		const byTailDm = tail <= last ? ((tail - base) >> rankBits) + tailDm[row] : SHUT_DM;
		const byHeadDm = head <= last ? ((head - base) >> rankBits) + headDm[row] : SHUT_DM;
		const dm = Math.min(byTailDm, byHeadDm);
		if (dm > limitDm) continue;
		let rank = ((byTailDm === dm ? tail : head) - base) & rankMask;
		if (byTailDm === byHeadDm) rank = Math.min(rank, (head - base) & rankMask);
		const one = residence[row];
		if (dm > costDm[one] || (dm === costDm[one] && facilities[rank] >= facility[one])) continue;
		costDm[one] = dm;
		facility[one] = facilities[rank];
	}
}

/** Lower the times of the homes on a door's own edge, which reach it without passing an end of the edge. */
export function harvestAlong(
	streets: Streets,
	homes: Homes,
	{ ends, row }: { ends: Ends; row: number },
	found: (residence: number, costDm: number) => void,
): void {
	const edge = ends.edge[row];
	if (edge < 0) return;
	for (let home = firstRowOf(homes, edge); homes.ends.edge[home] === edge; home++)
		found(homes.residence[home], alongDm(streets, homes.ends, home, ends, row));
}

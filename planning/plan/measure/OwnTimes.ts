// The nearest of one's own units' facilities (属地) of one category, for one residence after another.
import { type NearestTimes, REASONS } from "../../coverage/analysis.ts";
import { limitDm } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import type { Catchments } from "./Catchments.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { Situation } from "./Situation.ts";

const [, BEYOND, NOT_ATTACHED, , NO_OWN_FACILITY] = REASONS.keys();

interface OwnCategory {
	readonly code: string;
	/** Attached facilities by served unit. */
	readonly list: ReadonlyMap<number, readonly number[]>;
}

export class OwnTimes {
	private readonly catchments: Catchments;
	private readonly situation: Situation;
	private readonly category: OwnCategory;
	private readonly homeEdge: Uint32Array;
	/** The category's limit by group of walkers. */
	private readonly limitsDm: readonly number[];
	private readonly unitsOfCell: readonly Int32Array[];

	constructor(
		base: MeasureBase,
		catchments: Catchments,
		situation: Situation,
		category: OwnCategory,
	) {
		this.catchments = catchments;
		this.situation = situation;
		this.category = category;
		this.homeEdge = base.surveyed.attachments.residences.edge;
		const limitS = (categoryOf(category.code)?.walkMinutes ?? 0) * 60;
		this.limitsDm = base.profiles.map(({ speedMPerMin }) =>
			Math.min(limitDm(limitS, speedMPerMin), UNREACHED_DM - 1),
		);
		const { committee, circle, street } = situation.unitOfCell;
		this.unitsOfCell = [committee, circle, street];
	}

	/** Write what a residence walks, but for its mark `within`, which is returned. */
	find(home: number, { costDm, facility, reason }: NearestTimes): 0 | 1 {
		const { cellOfHome } = this.situation.homes;
		const cell = cellOfHome[home];
		const group = this.limitsDm.length > 1 && cell >= 0 ? this.situation.isVillage[cell] : 0;
		const hasOne = this.writeNearest(home, group, { costDm, facility });
		const isWithin = costDm[home] <= this.limitsDm[group] ? 1 : 0;
		if (isWithin === 1) reason[home] = 0;
		else if (this.homeEdge[home] === NO_EDGE) reason[home] = NOT_ATTACHED;
		else reason[home] = hasOne ? BEYOND : NO_OWN_FACILITY;
		return isWithin;
	}

	/** Is there any? */
	private writeNearest(
		home: number,
		group: number,
		{ costDm, facility }: Pick<NearestTimes, "costDm" | "facility">,
	): boolean {
		const { place } = this.situation.facilities;
		const cell = this.situation.homes.cellOfHome[home];
		let [leastDm, nearest, hasOne] = [UNREACHED_DM, -1, false];
		for (const unitOfCell of this.unitsOfCell) {
			const list = cell < 0 ? undefined : this.category.list.get(unitOfCell[cell]);
			for (let i = 0; list !== undefined && i < list.length; i++) {
				hasOne = true;
				const dm = this.catchments.costDm(list[i], home, group);
				if (dm > leastDm || dm === UNREACHED_DM) continue;
				if (dm === leastDm && place[list[i]] >= place[nearest]) continue;
				leastDm = dm;
				nearest = list[i];
			}
		}
		costDm[home] = leastDm;
		facility[home] = nearest;
		return hasOne;
	}
}

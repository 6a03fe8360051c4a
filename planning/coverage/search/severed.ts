// Near as the crow flies, far on foot, with a barrier between: asked from each facility, because there are fewer of them.
import { limitDm } from "../../reach/profiles.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import { barrierBetween } from "../../streets/barrierIndex.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import type { Severed } from "./results.ts";
import type { Searcher } from "./searcher.ts";
import { entryOf, type TaskCategory, type TaskGround } from "./taskGround.ts";

/**
 * For each attached residence that is not within the limit: the nearest facility whose straight line × 1.4 is within it
 * and crosses a barrier. Only for walking minutes: a radius is a straight line already.
 */
export function findSevered(
	{ barriers }: Searcher,
	ground: TaskGround,
	{ category, facilities, times }: TaskCategory,
): Severed[] {
	const { basis, walkMinutes } = entryOf(category);
	if (basis !== "minutes" || walkMinutes === null || barriers.tree === null) return [];
	const { job, task, profile } = ground;
	const { attached, lonLat } = job.residences;
	const limit = limitDm(walkMinutes * 60, profile.speedMPerMin);
	const radiusM = limit / 10 / THRESHOLDS.severanceDetour.value;
	const best = new Map<number, Severed & { apartM: number }>();
	for (const facility of facilities) {
		const place = [
			job.facilities.lonLat[2 * facility],
			job.facilities.lonLat[2 * facility + 1],
		] as const;
		ground.grid().within(place[0], place[1], radiusM, (i, apartM) => {
			const residence = task.residences[i];
			if (times.within[residence] === 1 || attached.edge[residence] === NO_EDGE) return;
			if (apartM >= (best.get(residence)?.apartM ?? Infinity)) return;
			const home = [lonLat[2 * residence], lonLat[2 * residence + 1]] as const;
			const barrier = barrierBetween(barriers, home, place);
			if (barrier >= 0) best.set(residence, { residence, facility, barrier, apartM });
		});
	}
	return [...best.values()];
}

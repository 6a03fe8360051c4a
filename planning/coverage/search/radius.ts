// A radius is a straight line on the ellipsoid: asked from each facility, because there are fewer of them.
import type { NearestTimes } from "../analysis.ts";
import type { TaskGround } from "./taskGround.ts";

/**
 * Mark the task's residences that a facility lies within `radiusM` of; those that no walk within the horizon reached
 * get the nearest by straight line, of equally near ones the smaller index.
 */
export function nearestInRadius(
	ground: TaskGround,
	facilities: readonly number[],
	radiusM: number,
	{ facility: walked, within }: NearestTimes,
): void {
	const { residences } = ground.task;
	const { lonLat } = ground.job.facilities;
	const nearestM = new Float64Array(residences.length).fill(Infinity);
	const nearestOne = new Int32Array(residences.length).fill(-1);
	for (const facility of facilities)
		ground.grid().within(lonLat[2 * facility], lonLat[2 * facility + 1], radiusM, (i, apartM) => {
			if (apartM >= nearestM[i]) return;
			nearestM[i] = apartM;
			nearestOne[i] = facility;
		});
	residences.forEach((residence, i) => {
		if (nearestOne[i] < 0) return;
		within[residence] = 1;
		if (walked[residence] < 0) walked[residence] = nearestOne[i];
	});
}

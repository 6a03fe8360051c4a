// How compact units are (紧凑度): three measures, 1 for a circle (Polsby–Popper, Reock) or any convex shape (hull).
import { convexHull, twiceAreaOfPointsCm2 } from "./convexHull.ts";
import { enclosingCircle } from "./enclosingCircle.ts";
import type { Assignment, Tiling } from "./Tiling.ts";
import type { UnitFigures } from "./unitFigures.ts";

/** By unit; 0 … 1, NaN for a unit without area. */
export interface Compactness {
	/** 4π × area ÷ perimeter² (Polsby & Popper, 1991). */
	readonly polsbyPopper: Float64Array;
	/** Area ÷ area of the smallest circle around it (Reock, 1961). */
	readonly reock: Float64Array;
	/** Area ÷ area of the convex hull. */
	readonly hullShare: Float64Array;
}

/** Hull and smallest circle of each unit. */
export interface UnitHulls {
	/** x, y of the corners, counterclockwise, not closed; empty for a unit without cells. */
	readonly hullCm: readonly (readonly number[])[];
	readonly twiceHullAreaCm2: Float64Array;
	readonly circleXCm: Float64Array;
	readonly circleYCm: Float64Array;
	readonly circleRadiusCm: Float64Array;
}

/** Hulls and circles of all units. */
export function unitHulls(tiling: Tiling, { unitCode, unitOfCell }: Assignment): UnitHulls {
	const unitCount = unitCode.length;
	const { firstArc, arcs } = borderArcs(tiling, unitOfCell, unitCount);
	const hulls = {
		hullCm: [] as number[][],
		twiceHullAreaCm2: new Float64Array(unitCount),
		circleXCm: new Float64Array(unitCount).fill(NaN),
		circleYCm: new Float64Array(unitCount).fill(NaN),
		circleRadiusCm: new Float64Array(unitCount).fill(NaN),
	};
	for (let unit = 0; unit < unitCount; unit++) {
		const hull = convexHull(
			pointsOfArcs(tiling, arcs.subarray(firstArc[unit], firstArc[unit + 1])),
		);
		hulls.hullCm.push(hull);
		if (hull.length === 0) continue;
		const { xCm, yCm, radiusCm } = enclosingCircle(hull);
		hulls.twiceHullAreaCm2[unit] = twiceAreaOfPointsCm2(hull);
		hulls.circleXCm[unit] = xCm;
		hulls.circleYCm[unit] = yCm;
		hulls.circleRadiusCm[unit] = radiusCm;
	}
	return hulls;
}

/** Compactness of all units from their figures and hulls. */
export function compactnessOf(
	{ twiceAreaCm2, perimeterCm }: Pick<UnitFigures, "twiceAreaCm2" | "perimeterCm">,
	{ twiceHullAreaCm2, circleRadiusCm }: UnitHulls,
): Compactness {
	return {
		polsbyPopper: twiceAreaCm2.map((twice, unit) => (2 * Math.PI * twice) / perimeterCm[unit] ** 2),
		reock: twiceAreaCm2.map((twice, unit) => twice / (2 * Math.PI * circleRadiusCm[unit] ** 2)),
		hullShare: twiceAreaCm2.map((twice, unit) => twice / twiceHullAreaCm2[unit]),
	};
}

/** Arcs on the border of each unit, unit after unit. */
function borderArcs({ arcLeft, arcRight }: Tiling, unitOfCell: Int32Array, unitCount: number) {
	const firstArc = new Uint32Array(unitCount + 1);
	const each = (visit: (unit: number, arc: number) => void) => {
		for (let arc = 0; arc < arcLeft.length; arc++) {
			const left = arcLeft[arc] < 0 ? -1 : unitOfCell[arcLeft[arc]];
			const right = arcRight[arc] < 0 ? -1 : unitOfCell[arcRight[arc]];
			if (left === right) continue;
			if (left >= 0) visit(left, arc);
			if (right >= 0) visit(right, arc);
		}
	};
	each((unit) => {
		firstArc[unit + 1]++;
	});
	for (let unit = 0; unit < unitCount; unit++) firstArc[unit + 1] += firstArc[unit];
	const arcs = new Uint32Array(firstArc[unitCount]);
	const filled = firstArc.slice();
	each((unit, arc) => {
		arcs[filled[unit]++] = arc;
	});
	return { firstArc, arcs };
}

function pointsOfArcs({ pointCm, arcFirstPoint }: Tiling, arcs: Uint32Array): Int32Array {
	let length = 0;
	for (const arc of arcs) length += 2 * (arcFirstPoint[arc + 1] - arcFirstPoint[arc]);
	const points = new Int32Array(length);
	let at = 0;
	for (const arc of arcs) {
		const ofArc = pointCm.subarray(2 * arcFirstPoint[arc], 2 * arcFirstPoint[arc + 1]);
		points.set(ofArc, at);
		at += ofArc.length;
	}
	return points;
}

// The share of residents within each walk, for a curve. Residents without a walk stay in the denominator.
import type { MultiPolygon, Polygon } from "geojson";
import { sideOf } from "../../../planning/city/pointInPolygon.ts";
import type { LonLat, PolygonRings } from "../../../planning/geo/LonLat.ts";
import { bboxOf } from "../../data/bboxOf.ts";
import type { Residences } from "../../data/residenceColumns.ts";
import type { HomeWalks } from "../../data/useHomeWalks.ts";
import { minutesOf } from "../../map/walkClasses.ts";

const STEPS = 60;
const UNREACHED = 0xffff_ffff;

/** Points `[minutes or metres, percent]` from 0 to the horizon of the walks. */
export function cumulativeShares(
	{ residences, times }: HomeWalks,
	isCounted: Uint8Array | null,
): [walk: number, pct: number][] {
	if (times === null) return [];
	const isMetres = times.meta.limitUnit === "metres";
	const horizon = isMetres ? (times.meta.limit ?? 1000) : Math.max(15, times.meta.limit ?? 15);
	const within = new Float64Array(STEPS + 1);
	let total = 0;
	times.costDm.forEach((costDm, i) => {
		if (isCounted !== null && isCounted[i] === 0) return;
		const residents = residences.residents[i] ?? 0;
		total += residents;
		if (costDm === UNREACHED) return;
		const walk = isMetres ? costDm / 10 : minutesOf(costDm, residences.speedMPerMin[i] ?? 1);
		const step = Math.ceil((walk / horizon) * STEPS);
		if (step <= STEPS) within[step] = (within[step] ?? 0) + residents;
	});
	let sum = 0;
	return Array.from(within, (residents, step) => {
		sum += residents;
		return [(step / STEPS) * horizon, total === 0 ? 0 : (sum / total) * 100];
	});
}

/** 1 for each residence inside a shape. */
export function homesInside(residences: Residences, geometry: Polygon | MultiPolygon): Uint8Array {
	const parts = (geometry.type === "Polygon"
		? [geometry.coordinates]
		: geometry.coordinates) as unknown as readonly PolygonRings[];
	const [west, south, east, north] = bboxOf(geometry);
	return Uint8Array.from(residences.lon, (lon, i) => {
		const at: LonLat = [lon, residences.lat[i] ?? 0];
		if (lon < west || lon > east || at[1] < south || at[1] > north) return 0;
		return parts.some((rings) => sideOf(at, rings) !== "outside") ? 1 : 0;
	});
}

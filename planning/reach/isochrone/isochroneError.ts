// How wrong a polygon is about the streets it was made from. Figures never come from polygons; this says why.
import type { MultiPolygonRings } from "../../geo/LonLat.ts";
import { nodePlaces } from "../nodePlaces.ts";
import type { Labels, Walker } from "./labels.ts";

export interface IsochroneError {
	/** Street nodes inside the polygon, and those of them farther than the limit. */
	readonly inside: number;
	readonly outsideLimit: number;
	/** Street nodes within the limit, and those of them outside the polygon. */
	readonly reached: number;
	readonly missed: number;
	readonly outsidePct: number;
	readonly missedPct: number;
}

/**
 * Compare a polygon with the labels it should show. A node is a place: the copies of a private junction count once and
 * are reached when one of them is. Nodes on bridges, in tunnels and on islands count like all others.
 */
export function isochroneError(
	{ graph }: Walker,
	{ nodeDm, limitDm }: Labels,
	polygon: MultiPolygonRings,
	places: Uint32Array = nodePlaces(graph),
): IsochroneError {
	const isReached = new Uint8Array(places.length);
	for (let node = 0; node < places.length; node++)
		if (nodeDm[node] <= limitDm) isReached[places[node]] = 1;
	const contains = polygonIndex(polygon);
	const tally = { inside: 0, outsideLimit: 0, reached: 0, missed: 0 };
	for (let node = 0; node < places.length; node++) {
		if (places[node] !== node) continue;
		const isInside = contains(graph.nodeLonLat[2 * node], graph.nodeLonLat[2 * node + 1]);
		if (isInside) tally.inside++;
		if (isReached[node] === 1) tally.reached++;
		if (isInside && isReached[node] === 0) tally.outsideLimit++;
		if (!isInside && isReached[node] === 1) tally.missed++;
	}
	return {
		...tally,
		outsidePct: share(tally.outsideLimit, tally.inside),
		missedPct: share(tally.missed, tally.reached),
	};
}

function share(part: number, whole: number): number {
	return whole === 0 ? 0 : (100 * part) / whole;
}

const BANDS = 1_024;

/** Is a position inside? Even-odd over all rings, their sides sorted into bands of latitude. */
function polygonIndex(polygon: MultiPolygonRings): (lon: number, lat: number) => boolean {
	const rings = polygon.flat();
	const lats = rings.flatMap((ring) => ring.map(([, lat]) => lat));
	const south = lats.reduce((least, lat) => Math.min(least, lat), Infinity);
	const north = lats.reduce((most, lat) => Math.max(most, lat), -Infinity);
	const perDegree = north > south ? BANDS / (north - south) : 0;
	const bandOf = (lat: number) => Math.min(BANDS - 1, Math.floor((lat - south) * perDegree));
	const bands: number[][] = Array.from({ length: BANDS }, () => []);
	for (const ring of rings)
		for (let i = 0; i + 1 < ring.length; i++) {
			const [[lon, lat], [nextLon, nextLat]] = [ring[i], ring[i + 1]];
			const last = bandOf(Math.max(lat, nextLat));
			for (let band = bandOf(Math.min(lat, nextLat)); band <= last; band++)
				bands[band].push(lon, lat, nextLon, nextLat);
		}
	return (lon, lat) => {
		if (!(lat >= south && lat <= north)) return false;
		const sides = bands[bandOf(lat)];
		let isInside = false;
		for (let i = 0; i < sides.length; i += 4) {
			const [aLon, aLat, bLon, bLat] = [sides[i], sides[i + 1], sides[i + 2], sides[i + 3]];
			if (aLat > lat !== bLat > lat && lon < ((bLon - aLon) * (lat - aLat)) / (bLat - aLat) + aLon)
				isInside = !isInside;
		}
		return isInside;
	};
}

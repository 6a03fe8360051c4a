// GCJ-02 and BD-09, the offsets that Chinese map services put on their coordinates, and their inverses.
// The forward formulas are those of the library (a = 6,378,245 m, e² = 0.00669342162296594323); it inverts only to about
// a micro-degree, and for BD-09 once, so both are inverted here by fixed-point iteration to far below a millimetre.
import gcoord from "gcoord";
import type { LonLat } from "../../../planning/geo/LonLat.ts";

const ROUNDS = 30;
/** A tenth of a millimetre; the place returned is closer still. */
const CLOSE_DEG = 1e-9;

/** WGS84 to GCJ-02; outside China nothing changes. */
export function toGcj02([lon, lat]: LonLat): LonLat {
	const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02);
	return [x, y];
}

/** WGS84 to BD-09; outside China nothing changes. */
export function toBd09(lonLat: LonLat): LonLat {
	return isShifted(lonLat) ? bd09OfGcj02(toGcj02(lonLat)) : lonLat;
}

/** GCJ-02 to WGS84. */
export function fromGcj02(shifted: LonLat): LonLat {
	return isShifted(shifted) ? invert(toGcj02, shifted) : shifted;
}

/** BD-09 to WGS84. */
export function fromBd09(shifted: LonLat): LonLat {
	return isShifted(shifted) ? fromGcj02(invert(bd09OfGcj02, shifted)) : shifted;
}

/** The box in which the services shift. */
function isShifted([lon, lat]: LonLat): boolean {
	return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

function bd09OfGcj02([lon, lat]: LonLat): LonLat {
	const [x, y] = gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.BD09);
	return [x, y];
}

/** The place that `forward` moves to `target`. The shift hardly changes from place to place, so each round gains. */
function invert(forward: (lonLat: LonLat) => LonLat, target: LonLat): LonLat {
	let [lon, lat] = target;
	for (let round = 0; round < ROUNDS; round++) {
		const [x, y] = forward([lon, lat]);
		const [dLon, dLat] = [x - target[0], y - target[1]];
		lon -= dLon;
		lat -= dLat;
		if (Math.abs(dLon) < CLOSE_DEG && Math.abs(dLat) < CLOSE_DEG) return [lon, lat];
	}
	return [lon, lat];
}

// Coordinates as people type them: two decimal degrees in either order, with or without letters.
import type { LonLat } from "../../planning/geo/LonLat.ts";

const NUMBER = /[-+]?\d{1,3}(?:\.\d+)?/g;
const ONLY_COORDINATES = /^[\s\d.,，;；+\-°NSEWnsew东西南北经纬度:：()（）]+$/;

/**
 * The position in a text such as `120.61, 30.92` or `30.92 120.61`, or null when the text is something else.
 * A number over 90 must be the longitude; else letters decide; else the order nearer to the city; else lon, lat.
 */
export function parseCoordinates(text: string, near: LonLat | null): LonLat | null {
	if (!ONLY_COORDINATES.test(text)) return null;
	const numbers = [...text.matchAll(NUMBER)].map((match) => Number(match[0]));
	const [first, second] = numbers;
	if (numbers.length !== 2 || first === undefined || second === undefined) return null;
	const order = orderOf(text, first, second, near);
	const [lon, lat] = order === "lat-lon" ? [second, first] : [first, second];
	const signedLon = /[Ww西]/.test(text) ? -Math.abs(lon) : lon;
	const signedLat = /[Ss]|南/.test(text) ? -Math.abs(lat) : lat;
	return Math.abs(signedLon) <= 180 && Math.abs(signedLat) <= 90 ? [signedLon, signedLat] : null;
}

function orderOf(text: string, first: number, second: number, near: LonLat | null) {
	if (Math.abs(first) > 90) return "lon-lat";
	if (Math.abs(second) > 90) return "lat-lon";
	if (/^\s*(?:北纬|南纬|纬|[NSns])|^[^EWew东西]*[NSns北南]/.test(text)) return "lat-lon";
	if (near === null) return "lon-lat";
	const asLonLat = Math.hypot(first - near[0], second - near[1]);
	const asLatLon = Math.hypot(second - near[0], first - near[1]);
	return asLatLon < asLonLat ? "lat-lon" : "lon-lat";
}

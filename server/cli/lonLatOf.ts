// A place in words: longitude, comma, latitude.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { WrongUsage } from "./Command.ts";

const NUMBERS = /^\s*([+-]?\d+(?:\.\d+)?)\s*[,，]\s*([+-]?\d+(?:\.\d+)?)\s*$/;

/** WGS84 degrees of `121.47,31.23`. Throws `WrongUsage` when it is not that, saying so when the two are swapped. */
export function lonLatOf(option: string, text: string): LonLat {
	const match = NUMBERS.exec(text);
	if (match === null)
		throw new WrongUsage(
			`--${option} 是“经度,纬度” is lon,lat in degrees, e.g. 121.47,31.23, not “${text}”`,
		);
	const [lon, lat] = [Number(match[1]), Number(match[2])];
	if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat];
	const isSwapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
	throw new WrongUsage(
		isSwapped
			? `--${option} 经度在前 longitude comes first: ${match[2]},${match[1]}, not ${match[1]},${match[2]}`
			: `--${option} “${text}” 不在地球上 is not on the globe: longitude −180 to 180, latitude −90 to 90`,
	);
}

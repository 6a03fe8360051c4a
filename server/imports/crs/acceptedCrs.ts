// Coordinate reference systems that can be read as they are: longitude and latitude in degrees.
import { Refused } from "../../errors.ts";
import { crsNamed } from "./crsNamed.ts";

/** CGCS2000 (4490) differs from WGS84 by centimetres. */
const DEGREES = new Set(["EPSG:4326", "EPSG:4490"]);

/** The CRS under its usual name; the one asked for wins over the one the file declares. Refuses what needs converting. */
export function acceptedCrs(asked: string | undefined, declared: string | null): string {
	const name = (asked ?? declared ?? "EPSG:4326").trim();
	const known = crsNamed(name) ?? name.toLowerCase();
	if (DEGREES.has(known)) return known;
	throw new Refused("crs.unsupported", {
		zh: `坐标系 ${known} 暂不支持。请先转换成 WGS84（EPSG:4326）或 CGCS2000（EPSG:4490）经纬度。`,
		en: `The coordinate system ${known} is not supported yet. Convert to WGS84 (EPSG:4326) or CGCS2000 (EPSG:4490) degrees first.`,
	});
}

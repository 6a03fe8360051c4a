import type { Understanding } from "../../planning/wire/understanding.ts";

/**
 * False for a table without columns of coordinates: then there is no coordinate system to ask for, and what is missing
 * is told as such.
 */
export function hasPlaces({ geometries, columns }: Understanding): boolean {
	const isShaped = Object.keys(geometries).some((type) => type !== "none");
	return isShaped || columns.some(({ field }) => field === "lon");
}

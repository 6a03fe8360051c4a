// The box of a shape and of everything so far: [west, south, east, north] in degrees.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { ExportRow } from "./ExportTable.ts";

export type Extent = [west: number, south: number, east: number, north: number];

export function noExtent(): Extent {
	return [
		Number.POSITIVE_INFINITY,
		Number.POSITIVE_INFINITY,
		-Number.POSITIVE_INFINITY,
		-Number.POSITIVE_INFINITY,
	];
}

export function isEmpty([west, , east]: Extent): boolean {
	return west > east;
}

/** The box of one row's shape; empty when it has none. */
export function extentOf({ lonLat, polygons, line }: ExportRow): Extent {
	const extent = noExtent();
	if (lonLat !== undefined) grow(extent, lonLat);
	for (const position of line ?? []) grow(extent, position);
	for (const rings of polygons ?? [])
		for (const ring of rings) for (const position of ring) grow(extent, position);
	return extent;
}

/** Make `whole` hold `part`, too. */
export function join(whole: Extent, part: Extent): void {
	if (isEmpty(part)) return;
	grow(whole, [part[0], part[1]]);
	grow(whole, [part[2], part[3]]);
}

function grow(extent: Extent, [lon, lat]: LonLat): void {
	if (lon < extent[0]) extent[0] = lon;
	if (lat < extent[1]) extent[1] = lat;
	if (lon > extent[2]) extent[2] = lon;
	if (lat > extent[3]) extent[3] = lat;
}

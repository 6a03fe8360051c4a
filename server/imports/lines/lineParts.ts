// The lines of a feature's geometry as positions, whatever holds them.
import type { SourceGeometry } from "../../../planning/layers/SourceFeature.ts";

export interface LineParts {
	/** Coordinates of each line as they stand; null for one that cannot be read. */
	readonly lines: readonly (readonly Position[] | null)[];
	/** Geometries that are no lines. */
	readonly otherCount: number;
}

export type Position = readonly [x: number, y: number];

/** LineString, MultiLineString, and those inside a GeometryCollection. Heights are dropped. */
export function lineParts(geometry: SourceGeometry): LineParts {
	if (geometry.type === "LineString")
		return { lines: [lineOf(geometry.coordinates)], otherCount: 0 };
	if (geometry.type === "MultiLineString") {
		const parts = Array.isArray(geometry.coordinates) ? geometry.coordinates : [null];
		return { lines: parts.map(lineOf), otherCount: 0 };
	}
	if (geometry.type !== "GeometryCollection" || !Array.isArray(geometry.geometries))
		return { lines: [], otherCount: 1 };
	const members = geometry.geometries.filter(isGeometry).map(lineParts);
	return {
		lines: members.flatMap(({ lines }) => lines),
		otherCount: members.reduce((sum, { otherCount }) => sum + otherCount, 0),
	};
}

function lineOf(coordinates: unknown): Position[] | null {
	if (!Array.isArray(coordinates)) return null;
	const line: Position[] = [];
	for (const position of coordinates) {
		const [x, y] = Array.isArray(position) ? position : [];
		if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
		line.push([x, y]);
	}
	return line;
}

function isGeometry(value: unknown): value is SourceGeometry {
	return (
		typeof value === "object" && value !== null && typeof Reflect.get(value, "type") === "string"
	);
}

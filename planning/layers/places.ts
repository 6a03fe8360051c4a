// Geometry of a feature checked: a point of a facility or residence, the polygons of a unit.
import type { LonLat, MultiPolygonRings, PolygonRings } from "../geo/LonLat.ts";
import { type FeatureCells, textOf } from "./FeatureCells.ts";
import { pointInside } from "./pointInside.ts";
import { noteShapeFaults } from "./shapeFaults.ts";

const MISSING = {
	zh: "没有位置或图形。请补上，或删除这一条；接受后不导入这一条。",
	en: "no position or shape. Add it or delete the entry; if accepted, the entry is left out.",
};

/** Where a facility or residence is, or null with an issue. Polygons give a point inside them. */
export function pointOf(cells: FeatureCells): LonLat | null {
	const { geometry } = cells.feature;
	if (geometry === null) return pointOfColumns(cells);
	if (geometry.type.endsWith("Point")) noteHeights(cells);
	if (geometry.type === "Point") return positionOf(cells, geometry.coordinates);
	if (
		geometry.type === "MultiPoint" &&
		isList(geometry.coordinates) &&
		geometry.coordinates.length === 1
	)
		return positionOf(cells, geometry.coordinates[0]);
	if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") {
		const polygons = polygonsOf(cells);
		if (polygons === null) return null;
		cells.note("info", "geometry.point-inside", {
			zh: "图形是面，取面内一点作为位置。",
			en: "the shape is an area; a point inside it is taken.",
		});
		return pointInside(polygons);
	}
	cells.note("blocking", "geometry.wrong-kind", {
		zh: `图形类型是 ${geometry.type}，应为点。请换成点。`,
		en: `the shape is a ${geometry.type}; a point is expected. Replace it.`,
	});
	return null;
}

/** The parts of a unit, rings closed, or null with an issue. */
export function polygonsOf(cells: FeatureCells): MultiPolygonRings | null {
	const { geometry } = cells.feature;
	if (geometry === null) {
		cells.note("warning", "geometry.missing", MISSING);
		return null;
	}
	noteHeights(cells);
	const parts =
		geometry.type === "Polygon"
			? [geometry.coordinates]
			: geometry.type === "MultiPolygon"
				? geometry.coordinates
				: undefined;
	if (parts === undefined) {
		cells.note("blocking", "geometry.wrong-kind", {
			zh: `图形类型是 ${geometry.type}，应为面（Polygon 或 MultiPolygon）。请换成面。`,
			en: `the shape is a ${geometry.type}; a Polygon or MultiPolygon is expected. Replace it.`,
		});
		return null;
	}
	if (!isList(parts) || parts.length === 0) return empty(cells);
	const polygons: PolygonRings[] = [];
	for (const part of parts) {
		const polygon = polygonOf(cells, part);
		if (polygon === null) return null;
		polygons.push(polygon);
	}
	noteShapeFaults(cells, polygons);
	return polygons;
}

/** Heights and measures of GeoJSON positions are not kept; other readers tell it themselves. */
function noteHeights(cells: FeatureCells): void {
	const { geometry, issues } = cells.feature;
	if (geometry === null || issues?.some(({ code }) => code === "geometry.z-dropped") === true)
		return;
	let first: unknown = geometry.coordinates;
	while (isList(first) && isList(first[0])) first = first[0];
	if (!isList(first) || first.length < 3) return;
	cells.note("info", "geometry.z-dropped", {
		zh: "坐标带有高程或量测值，只保留经纬度。",
		en: "its coordinates have heights or measures; only longitude and latitude are kept.",
	});
}

function polygonOf(cells: FeatureCells, part: unknown): PolygonRings | null {
	if (!isList(part)) return invalid(cells, part);
	if (part.length === 0) return empty(cells);
	const rings: LonLat[][] = [];
	for (const source of part) {
		const ring = ringOf(cells, source);
		if (ring === null) return null;
		rings.push(ring);
	}
	return rings;
}

function ringOf(cells: FeatureCells, source: unknown): LonLat[] | null {
	if (!isList(source)) return invalid(cells, source);
	const ring: LonLat[] = [];
	for (const found of source) {
		const position = positionOf(cells, found);
		if (position === null) return null;
		ring.push(position);
	}
	const first = ring[0];
	const last = ring.at(-1);
	if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) {
		ring.push(first);
		cells.note("info", "geometry.ring-closed", {
			zh: "面的边界没有闭合，已自动闭合。",
			en: "a ring was not closed; it was closed.",
		});
	}
	if (ring.length >= 4 && twiceArea(ring) !== 0) return ring;
	cells.note("blocking", "geometry.no-area", {
		zh: `面的一条边界只有 ${ring.length} 个点或面积为零。请重画这个面。`,
		en: `a ring has ${ring.length} points or no area. Draw the shape again.`,
	});
	return null;
}

function pointOfColumns(cells: FeatureCells): LonLat | null {
	const [lon, lat] = [cells.text("lon"), cells.text("lat")];
	if (lon === "" && lat === "") {
		cells.note("warning", "geometry.missing", MISSING);
		return null;
	}
	const position = [lon, lat].map((text) =>
		text === "" ? Number.NaN : Number(text.normalize("NFKC")),
	);
	return positionOf(cells, position, `${lon}, ${lat}`);
}

function positionOf(cells: FeatureCells, found: unknown, shown = textOf(found)): LonLat | null {
	const [x, y] = isList(found) ? found : [];
	if (!isNumber(x) || !isNumber(y)) return invalid(cells, shown);
	const [lon, lat] = cells.toLonLat(x, y);
	if (!isNumber(lon) || !isNumber(lat)) return invalid(cells, shown);
	if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
		const isSwapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
		cells.note("blocking", "place.out-of-range", {
			zh: `坐标 (${lon}, ${lat}) 超出经度 ±180、纬度 ±90。${isSwapped ? "经度和纬度像是写反了。" : "请检查坐标系：需要 WGS84 经纬度。"}`,
			en: `the coordinates (${lon}, ${lat}) are outside longitude ±180, latitude ±90. ${isSwapped ? "Longitude and latitude look swapped." : "Check the coordinate system: WGS84 degrees are needed."}`,
		});
		return null;
	}
	cells.standAt([lon, lat]);
	if (lon === 0 && lat === 0)
		cells.note("warning", "place.null-island", {
			zh: "坐标是 (0, 0)，多半是没有填写。请补上；接受后原样导入。",
			en: "the coordinates are (0, 0), most often a sign of missing ones. Correct them; if accepted, they are kept.",
		});
	return [lon, lat];
}

function empty(cells: FeatureCells): null {
	cells.note("blocking", "geometry.invalid", {
		zh: "图形是空的，没有坐标。请画出这个面，或留出这一条。",
		en: "the shape is empty: it has no coordinates. Draw it, or leave the entry out.",
	});
	return null;
}

function invalid(cells: FeatureCells, found: unknown): null {
	cells.note("blocking", "geometry.invalid", {
		zh: `坐标“${textOf(found).slice(0, 60)}”无法读取。请填写经度和纬度两个数字。`,
		en: `the coordinates "${textOf(found).slice(0, 60)}" cannot be read. Two numbers are needed: longitude, latitude.`,
	});
	return null;
}

function twiceArea(ring: readonly LonLat[]): number {
	const [lon0, lat0] = ring[0];
	let sum = 0;
	for (let i = 1; i < ring.length; i++)
		sum +=
			(ring[i - 1][0] - lon0) * (ring[i][1] - lat0) - (ring[i][0] - lon0) * (ring[i - 1][1] - lat0);
	return sum;
}

function isList(value: unknown): value is readonly unknown[] {
	return Array.isArray(value);
}

function isNumber(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value);
}

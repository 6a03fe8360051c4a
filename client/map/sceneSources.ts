// A scene's plain values as the GeoJSON that MapLibre's sources take. Pure.
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { shapeOf } from "../../planning/standards/facilityShapes.ts";
import type { FacilityMark, MapScene, Measure, Shapes, UnitLabels } from "./MapScene.ts";
import type { Theme } from "./palette.ts";

export const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

function collection(features: Feature[]): FeatureCollection {
	return { type: "FeatureCollection", features };
}

function point(at: LonLat, properties: Record<string, unknown>): Feature {
	return { type: "Feature", geometry: { type: "Point", coordinates: [...at] }, properties };
}

/** One unit's shape by itself: drawn as lines, all shapes of a city take longer than everything else on the map. */
export function unitSource(shapes: Shapes | null, code: string | null): FeatureCollection {
	const found = shapes?.features.find(({ properties }) => properties.code === code);
	return found === undefined ? EMPTY : collection([found]);
}

/** Labels that can find room up to a whole zoom, and that of the chosen unit. */
export function labelSource(
	{ names, figureOf }: UnitLabels,
	selectedCode: string | null,
	zoom: number,
): FeatureCollection {
	const given = names.filter(({ code, fromZoom }) => fromZoom <= zoom || code === selectedCode);
	return collection(
		given.map(({ code, name, lon, lat, weight, fromZoom }) => {
			const isFirst = code === selectedCode;
			return point([lon, lat], {
				code,
				name,
				figure: figureOf(code),
				order: isFirst ? -Number.MAX_SAFE_INTEGER : -weight,
				fromZoom: isFirst ? 0 : fromZoom,
			});
		}),
	);
}

export function facilitySource(facilities: readonly FacilityMark[], theme: Theme) {
	return collection(
		facilities.map(({ id, name, domain, lon, lat }) =>
			point([lon, lat], { id, name, icon: `${shapeOf(domain)}-${theme}` }),
		),
	);
}

export function flagSource(flag: MapScene["flagPlace"]): FeatureCollection {
	if (flag === null) return EMPTY;
	const coordinates = flag.place.map((rings) => rings.map((ring) => ring.map((at) => [...at])));
	const area: Feature = {
		type: "Feature",
		geometry: { type: "MultiPolygon", coordinates },
		properties: {},
	};
	return collection([area, point(flag.at, {})]);
}

export function measureSource(measure: Measure | null): FeatureCollection {
	if (measure === null || measure.points.length === 0) return EMPTY;
	const line = measure.points.map((at) => [...at]);
	const [first] = line;
	const isRing = measure.kind === "area" && line.length > 2 && first !== undefined;
	const features = measure.points.map((at) => point(at, {}));
	if (line.length > 1 && !isRing)
		features.push({
			type: "Feature",
			geometry: { type: "LineString", coordinates: line },
			properties: {},
		});
	if (isRing)
		features.push({
			type: "Feature",
			geometry: { type: "Polygon", coordinates: [[...line, first]] },
			properties: {},
		});
	return collection(features);
}

/** One ring. */
export function ringSource(ring: readonly LonLat[] | null): FeatureCollection {
	const [first] = ring ?? [];
	return lineSource(ring === null || first === undefined ? null : [[...ring, first]]);
}

/** Lines as one feature. */
export function lineSource(lines: MapScene["commonBorder"]): FeatureCollection {
	if (lines === null) return EMPTY;
	const coordinates = lines.map((line) => line.map((at) => [...at]));
	return collection([
		{ type: "Feature", geometry: { type: "MultiLineString", coordinates }, properties: {} },
	]);
}

/** The world with the city cut out, to lie faintly over what is outside. */
export function outsideSource(district: Shapes | null): FeatureCollection {
	if (district === null || district.features.length === 0) return EMPTY;
	const world = [
		[-179, -84],
		[179, -84],
		[179, 84],
		[-179, 84],
		[-179, -84],
	];
	const holes = district.features.flatMap(({ geometry }) => outerRings(geometry));
	return collection([
		{
			type: "Feature",
			geometry: { type: "Polygon", coordinates: [world, ...holes] },
			properties: {},
		},
	]);
}

function outerRings(geometry: Polygon | MultiPolygon): number[][][] {
	const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
	return parts.flatMap(([outer]) => (outer === undefined ? [] : [outer]));
}

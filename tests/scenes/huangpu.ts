// The ten streets of 黄浦 as a tiling: real lines, read beside the repository (`geodata`).
import { readFileSync } from "node:fs";
import type { CellOutline } from "../../planning/partition/build/Outline.ts";
import { buildTiling } from "../../planning/partition/buildTiling.ts";
import type { Tiling } from "../../planning/partition/Tiling.ts";
import { geodata } from "../server/imports/geodata.ts";

interface Street {
	readonly properties: { readonly code12: string; readonly district_code: string };
	readonly geometry:
		| { readonly type: "Polygon"; readonly coordinates: CellOutline["polygons"][number] }
		| { readonly type: "MultiPolygon"; readonly coordinates: CellOutline["polygons"] };
}

export function huangpu(): Tiling {
	const path = geodata("shanghai-boundaries/shanghai_streets_osm.geojson");
	const streets: Street[] = JSON.parse(readFileSync(path, "utf8")).features;
	const outlines = streets
		.filter(({ properties }) => properties.district_code.startsWith("310101"))
		.map(({ properties, geometry }) => ({
			code: properties.code12,
			polygons: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
		}));
	return buildTiling(outlines).tiling;
}

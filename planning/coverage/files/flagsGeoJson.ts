// flags.geojson: every finding with its place.
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";
import type { Flag } from "../analysis.ts";

/** At least eight decimals leave the house: about 1 mm. */
const DECIMALS = 1e9;

/** Pieces of the text of flags.geojson, one feature per line, in the flags' order: a whole city's do not fit one string. */
export function* flagsGeoJson(flags: readonly Flag[]): Iterable<string> {
	yield '{"type":"FeatureCollection","features":[\n';
	for (const [index, flag] of flags.entries())
		yield `${JSON.stringify(featureOf(flag))}${index + 1 < flags.length ? "," : ""}\n`;
	yield "]}\n";
}

function featureOf(flag: Flag) {
	return {
		type: "Feature",
		properties: {
			id: flag.id,
			flag: flag.flag,
			category: flag.category,
			unit_codes: flag.unitCodes,
			residents: flag.residents,
			residence_ids: flag.residenceIds,
			rule: flag.rule,
			confidence: flag.confidence,
			lever: flag.lever,
			figures: flag.figures,
		},
		geometry: { type: "MultiPolygon", coordinates: roundedPolygons(flag.place) },
	};
}

function roundedPolygons(polygons: MultiPolygonRings): LonLat[][][] {
	const round = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;
	return polygons.map((rings) =>
		rings.map((ring) => ring.map(([lon, lat]) => [round(lon), round(lat)] as const)),
	);
}

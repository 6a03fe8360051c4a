// Borders as GeoJSON lines, each once.
import { type BorderLine, borderLines } from "../../planning/partition/borderLines.ts";
import { joinBorders } from "../../planning/partition/joinBorders.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import { tilingOfSnapshot } from "./tilingOfSnapshot.ts";

export interface BorderCollection {
	type: "FeatureCollection";
	features: {
		type: "Feature";
		properties: Pick<BorderLine, "level" | "bmu" | "circle">;
		geometry: { type: "LineString"; coordinates: [number, number][] };
	}[];
}

/** By snapshot number. */
export const borderFeatures = remembered<number, BorderCollection>(2, async (db, snapshotId) => {
	const { city } = await locatedCity(db, snapshotId);
	const tiling = await tilingOfSnapshot(db, snapshotId);
	const lines = joinBorders(borderLines(tiling, city.cells));
	return {
		type: "FeatureCollection",
		features: lines.map(({ line, ...properties }) => ({
			type: "Feature",
			properties,
			geometry: { type: "LineString", coordinates: line.map(([lon, lat]) => [lon, lat]) },
		})),
	};
});

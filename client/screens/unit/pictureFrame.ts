// The small map's paper: places in degrees as points on it. One scale in both directions, north up.
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings } from "../../../planning/geo/LonLat.ts";
import { bboxOf } from "../../data/bboxOf.ts";

const WIDTH = 560;
const MOST_HEIGHT = 460;
const LEAST_HEIGHT = 280;
/** Around the unit, of the paper's shorter side. */
const MARGIN = 0.08;

export interface PictureFrame {
	readonly width: number;
	readonly height: number;
	readonly metresPerPx: number;
	xy(place: LonLat): readonly [x: number, y: number];
	isOn(place: LonLat): boolean;
}

/** Paper on which a unit's outline is as large as it can be. */
export function pictureFrame(polygons: MultiPolygonRings): PictureFrame {
	const [west, south, east, north] = bboxOf({
		type: "MultiPolygon",
		coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
	});
	const { lonM, latM } = metresPerDegree((south + north) / 2);
	const [widthM, heightM] = [(east - west) * lonM, (north - south) * latM];
	const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, (WIDTH * heightM) / widthM));
	const margin = MARGIN * Math.min(WIDTH, height);
	const metresPerPx = Math.max(widthM / (WIDTH - 2 * margin), heightM / (height - 2 * margin));
	const [midLon, midLat] = [(west + east) / 2, (south + north) / 2];
	const xy = ([lon, lat]: LonLat): readonly [number, number] => [
		WIDTH / 2 + ((lon - midLon) * lonM) / metresPerPx,
		height / 2 - ((lat - midLat) * latM) / metresPerPx,
	];
	return {
		width: WIDTH,
		height,
		metresPerPx,
		xy,
		isOn(place) {
			const [x, y] = xy(place);
			return x >= 0 && x <= WIDTH && y >= 0 && y <= height;
		},
	};
}

/** An SVG path of polygons with their holes. */
export function pathOn({ xy }: PictureFrame, polygons: MultiPolygonRings): string {
	return polygons
		.flatMap((rings) =>
			rings.map(
				(ring) =>
					`M${ring
						.map((place) =>
							xy(place)
								.map((one) => one.toFixed(1))
								.join(),
						)
						.join("L")}Z`,
			),
		)
		.join("");
}

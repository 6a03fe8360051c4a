// The map of a view: shapes, borders and facilities of the snapshot, with the figures of the view on them.
import type { Knex } from "knex";
import { classOf } from "../../planning/coverage/figures/breaks.ts";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import { unitAt } from "../../planning/coverage/located.ts";
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import { shapeOf } from "../../planning/standards/facilityShapes.ts";
import type { BorderKind, MapPicture, UnitMark } from "../reports/map/MapPicture.ts";
import type { View, ViewRow } from "../reports/View.ts";
import { pctWords } from "../reports/words/numbers.ts";
import { type BorderCollection, borderFeatures } from "./borderFeatures.ts";
import { divisionFeatures } from "./divisionFeatures.ts";
import { locatedCity } from "./locatedCity.ts";

/** `noData`: the words for a unit without people. */
export async function viewPicture(
	db: Knex,
	snapshotId: number,
	view: View,
	noData: string,
): Promise<MapPicture> {
	const { features } = await divisionFeatures(db, snapshotId, view.level);
	const rowOf = new Map(view.rows.map((row) => [row.code, row]));
	const borders = await borderFeatures(db, snapshotId);
	return {
		units: features.map(({ properties: { code }, geometry }) => {
			const row = rowOf.get(code);
			const polygons: MultiPolygonRings = geometry.coordinates;
			return { code, polygons, figure: row === undefined ? null : markOf(row, view, noData) };
		}),
		classCount: view.breaks.counts.length,
		borders: borders.features.flatMap(({ properties, geometry }) => {
			const kind = borderKind(properties, view.level);
			return kind === null ? [] : [{ kind, line: geometry.coordinates }];
		}),
		spots: view.spots,
		facilities: await facilitiesOf(db, snapshotId, view),
	};
}

/** What all names of committees end in says nothing on a map of committees. */
const COMMITTEE_ENDING = /(?<=..)(社区居委会|居委会|村村委会|村委会)$/;

function markOf(row: ViewRow, { breaks }: View, noData: string): UnitMark {
	const { pct, total, labelAt } = row;
	const name = row.name.replace(COMMITTEE_ENDING, "");
	const classIndex = pct === null ? null : classOf(pct, breaks.bounds);
	return { name, text: pctWords(pct, noData), classIndex, people: total, labelAt };
}

/** How a border is drawn on a map of a level; null where it is finer than the map. */
function borderKind(
	{ level, bmu, circle }: BorderCollection["features"][number]["properties"],
	shown: View["level"],
): BorderKind | null {
	if (level === "district") return "district";
	if (shown === "circle") return circle ? "circle" : null;
	if (shown === "bmu" && bmu) return "bmu";
	if (shown === "district") return null;
	return level === "street" || shown === "committee" ? level : null;
}

/** None for the composite: it has too many kinds to tell them apart. */
async function facilitiesOf(
	db: Knex,
	snapshotId: number,
	{ category, area }: View,
): Promise<MapPicture["facilities"]> {
	const shape = shapeOf(category.domain);
	if (category.code === COMPOSITE) return { shape, at: [], inAreaCount: 0 };
	const located = await locatedCity(db, snapshotId);
	const at: LonLat[] = [];
	let inAreaCount = 0;
	located.city.facilities.forEach((facility, index) => {
		if (facility.category !== category.code) return;
		at.push(facility.lonLat);
		const cell = located.facilityCell[index] ?? -1;
		if (area.kind === "all" || unitAt(located, cell, area.kind)?.code === area.code) inAreaCount++;
	});
	return { shape, at, inAreaCount };
}

// A drawing table's plain values as the GeoJSON of its sources. Pure.
import type { Feature, FeatureCollection } from "geojson";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import { shapeOf } from "../../../planning/standards/facilityShapes.ts";
import { EMPTY } from "../sceneSources.ts";
import type { PlanScene } from "./PlanScene.ts";

export const PLAN_SOURCES = [
	"cells",
	"borders",
	"changes",
	"names",
	"places",
	"links",
	"homes",
	"sketch",
] as const;
export type PlanSource = (typeof PLAN_SOURCES)[number];

/** The parts of a scene that each source is made of. */
export const SOURCE_PARTS: Readonly<Record<PlanSource, (scene: PlanScene) => readonly unknown[]>> =
	{
		cells: ({ picture }) => [picture.cells],
		borders: ({ picture }) => [picture.borders],
		changes: ({ picture, showing }) => [picture.changes, showing],
		names: ({ picture, layer }) => [picture.units, picture.cells, layer],
		places: ({ picture, layer, theme }) => [picture.facilities, picture.units, layer, theme],
		links: ({ picture }) => [picture.links],
		homes: ({ homes, showing }) => [homes, showing],
		sketch: ({ sketch }) => [sketch],
	};

export const SOURCE_OF: Readonly<Record<PlanSource, (scene: PlanScene) => FeatureCollection>> = {
	cells: ({ picture }) =>
		collection(
			picture.cells.map(({ code, polygons }) => ({
				type: "Feature",
				geometry: { type: "MultiPolygon", coordinates: polygons as unknown as number[][][][] },
				properties: { code },
			})),
		),
	borders: ({ picture }) => collection(picture.borders.map(borderFeature)),
	changes: ({ picture, showing }) =>
		collection(picture.changes.filter(({ change }) => isShown(change, showing)).map(borderFeature)),
	names,
	places,
	links: ({ picture }) =>
		collection(
			picture.links.map(({ id, kind, line: places }) =>
				kind === "opened" ? line(places, { id, kind }) : point(places[0] ?? [0, 0], { id, kind }),
			),
		),
	homes: ({ homes, showing }) =>
		showing === "difference"
			? collection(
					homes.map(({ at, residents, isGain }) =>
						point(at, { change: isGain ? "gain" : "lose", residents }),
					),
				)
			: EMPTY,
	sketch: ({ sketch }) => {
		if (sketch === null) return EMPTY;
		const { kind, line: drawn, corners, next, snappedTo } = sketch;
		const end = next.at(-1);
		return collection([
			...(drawn.length > 1 ? [line(drawn, { kind, part: "drawn" })] : []),
			...(next.length > 1 ? [line(next, { kind, part: "next" })] : []),
			...corners.map((corner) => point(corner, { kind, part: "corner" })),
			...(end === undefined ? [] : [point(end, { kind, part: snappedTo ?? "free" })]),
		]);
	},
};

function isShown(change: string, showing: PlanScene["showing"]): boolean {
	if (showing === "before") return change === "old";
	return showing === "difference" || change !== "old";
}

function borderFeature({ level, change, lines }: PlanScene["picture"]["borders"][number]): Feature {
	const coordinates = lines as unknown as number[][][];
	return {
		type: "Feature",
		geometry: { type: "MultiLineString", coordinates },
		properties: { level, change },
	};
}

/** Names of the layer's units, large, and of committees, small; one committee cut in parts has one name. */
function names({ picture, layer }: PlanScene): FeatureCollection {
	return collection(
		picture.units.flatMap(({ kind, code, name, isNew, label }) => {
			if (kind !== layer && kind !== "committee") return [];
			return [point(label, { code, name, isNew, rank: kind === layer ? 0 : 1 })];
		}),
	);
}

/** Facilities of the category, and the seats of the layer's units. */
function places({ picture, layer, theme }: PlanScene): FeatureCollection {
	return collection([
		...picture.facilities.map(({ id, category, name, at, change }) =>
			point(at, {
				...{ id, name, change, what: "facility" },
				icon: `${shapeOf(categoryOf(category)?.domain ?? "")}-${theme}`,
			}),
		),
		...picture.units.flatMap(({ kind, code, name, seat }) =>
			kind === layer && seat !== null
				? [point(seat, { id: code, name, change: "kept", what: "seat", icon: "" })]
				: [],
		),
	]);
}

function collection(features: Feature[]): FeatureCollection {
	return { type: "FeatureCollection", features };
}

function point(at: LonLat, properties: Record<string, unknown>): Feature {
	return { type: "Feature", geometry: { type: "Point", coordinates: [...at] }, properties };
}

function line(places: readonly LonLat[], properties: Record<string, unknown>): Feature {
	const coordinates = places.map((place) => [...place]);
	return { type: "Feature", geometry: { type: "LineString", coordinates }, properties };
}

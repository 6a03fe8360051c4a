// Everything the map shows, as plain values. The same scene always draws the same map.
import type { FeatureCollection, LineString, MultiPolygon, Polygon } from "geojson";
import type { Box } from "../../planning/geo/box.ts";
import type { HexGrid } from "../../planning/geo/hexGrid.ts";
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import type { BackgroundPart } from "./backgroundStyle.ts";
import type { Theme } from "./palette.ts";

export type Shapes = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;
export type BorderLines = FeatureCollection<
	LineString,
	{ readonly level: string; readonly bmu: boolean; readonly circle: boolean }
>;

/** The name of a unit, where it stands. */
export interface UnitName {
	readonly code: string;
	readonly name: string;
	readonly lon: number;
	readonly lat: number;
	/** Larger is placed first. */
	readonly weight: number;
	/** Whole zoom from which it can find room. */
	readonly fromZoom: number;
}

export interface UnitLabels {
	readonly names: readonly UnitName[];
	/** The second line of a unit's label; empty for none. */
	figureOf(code: string): string;
}

export interface FacilityMark {
	readonly id: string;
	readonly name: string;
	readonly domain: string;
	readonly lon: number;
	readonly lat: number;
}

/** Points as arrays that go to the graphics card as they are. */
export interface Dots {
	readonly count: number;
	/** lon, lat pairs */
	readonly positions: Float64Array;
	readonly radiiM: Float32Array;
}

export interface HomeDots extends Dots {
	/** The residence of each dot. */
	readonly homes: Uint32Array;
	/** red, green, blue, alpha */
	readonly colours: Uint8ClampedArray;
	/** Residences beyond the limit again: the dot that says so without colour. */
	readonly beyond: Dots;
}

/** Places where people live, as hexagons of a lattice; columns have a slot for each. */
export interface HexSurface {
	readonly grid: HexGrid;
	/** Ascending. */
	readonly hex: Int32Array;
	/** red, green, blue, alpha */
	readonly colours: Uint8ClampedArray;
	/** Radius of the dot on each, in widths, 0 for none; null where none has any. */
	readonly dots: Float32Array | null;
}

/** A picture that lies on the ground. */
export interface HeatPicture {
	readonly image: ImageData;
	readonly box: Box;
}

export interface Measure {
	readonly kind: "distance" | "area";
	readonly points: readonly LonLat[];
}

/** The walk of one residence, and what is in its way. */
export interface RouteMarks {
	readonly home: LonLat;
	readonly lines: readonly { readonly kind: RouteKind; readonly line: readonly LonLat[] }[];
	/** Doors that a walk ends at. */
	readonly ends: readonly LonLat[];
}
/** within and over the limit; the walk to another facility; the straight line; what may not be crossed. */
export type RouteKind = "within" | "over" | "other" | "straight" | "barrier";

export interface MapScene {
	readonly theme: Theme;
	readonly reading: "units" | "places" | "heat" | "priority";
	readonly shown: readonly string[];
	/** The map beneath the map. */
	readonly background: BackgroundPart;
	/** Old figures while new ones are computed: drawn fainter. */
	readonly isStale: boolean;
	readonly shapes: Shapes | null;
	/** Class of each unit; a unit that is absent has no data. Null until known. */
	readonly classes: ReadonlyMap<string, number> | null;
	/** Colours of the classes, by index. */
	readonly classColours: readonly string[];
	readonly borders: BorderLines | null;
	readonly district: Shapes | null;
	readonly labels: UnitLabels;
	readonly homes: HomeDots | null;
	readonly hexes: HexSurface | null;
	readonly heat: HeatPicture | null;
	/** Outline of the hexagon under the pointer. */
	readonly hoveredPlace: readonly LonLat[] | null;
	readonly facilities: readonly FacilityMark[];
	readonly selectedCode: string | null;
	readonly hoveredCode: string | null;
	readonly flagPlace: { readonly at: LonLat; readonly place: MultiPolygonRings } | null;
	/** Residences of the finding. */
	readonly flagHomes: Dots | null;
	readonly spot: LonLat | null;
	readonly measure: Measure | null;
	readonly route: RouteMarks | null;
	/** The common border that is pointed at in a list of neighbours. */
	readonly commonBorder: readonly (readonly LonLat[])[] | null;
}

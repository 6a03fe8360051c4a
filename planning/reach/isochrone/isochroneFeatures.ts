// An isochrone as GeoJSON (RFC 7946): one polygon that says what it shows and how wrong it is; the streets on request.
import type { LonLat } from "../../geo/LonLat.ts";
import { nodePlaces } from "../nodePlaces.ts";
import { limitDm } from "../profiles.ts";
import { bandLines } from "./bandLines.ts";
import { isochroneError } from "./isochroneError.ts";
import { isochronePolygon } from "./isochronePolygon.ts";
import type { Labels, Walker } from "./labels.ts";

export interface IsochroneProperties {
	readonly kind: "reached-area" | "reached-streets";
	/** `from`: where a trip from the place gets to. `to`: from where a trip gets to the place. */
	readonly direction: "from" | "to";
	readonly limitS: number;
	readonly profile: string;
	readonly speedMPerMin: number;
	/** Hash of the snapshot, when there is one. */
	readonly snapshot: string | null;
}

export interface AreaProperties extends IsochroneProperties {
	readonly kind: "reached-area";
	readonly place: LonLat;
	/** From the place to the street, part of the walk. */
	readonly connectorM: number;
	/** Street nodes within the limit. */
	readonly nodes: number;
	/** Of the street nodes inside the polygon, the share farther than the limit, % . */
	readonly outsidePct: number;
	/** Of the street nodes within the limit, the share outside the polygon, %. */
	readonly missedPct: number;
}

export interface StreetsProperties extends IsochroneProperties {
	readonly kind: "reached-streets";
	/** The streets between this and `limitS`. */
	readonly fromS: number;
}

interface Feature<Type extends string, Coordinates, Properties> {
	readonly type: "Feature";
	readonly properties: Properties;
	readonly geometry: { readonly type: Type; readonly coordinates: Coordinates };
}

export interface IsochroneCollection {
	readonly type: "FeatureCollection";
	readonly features: readonly [
		Feature<"MultiPolygon", LonLat[][][], AreaProperties>,
		...Feature<"MultiLineString", LonLat[][], StreetsProperties>[],
	];
}

export interface IsochroneAsked {
	readonly place: LonLat;
	readonly limitS: number;
	readonly snapshot: string | null;
	/** Add the reached streets, one feature per band of 5, 10, 15 minutes and the rest. */
	readonly withLines: boolean;
}

const BANDS_S = [300, 600, 900];

/** The features of some labels, which must be those of `limitS` at the walker's speed. */
export function isochroneFeatures(
	walker: Walker,
	labels: Labels,
	{ place, limitS, snapshot, withLines }: IsochroneAsked,
): IsochroneCollection {
	const { name, speedMPerMin } = walker.profile;
	const common = { direction: walker.direction, profile: name, speedMPerMin, snapshot };
	const places = nodePlaces(walker.graph);
	const coordinates = isochronePolygon(walker, labels, places);
	const { reached, outsidePct, missedPct } = isochroneError(walker, labels, coordinates, places);
	const connectorM = Math.min(...labels.origins.map(({ connectorDm }) => connectorDm)) / 10;
	const errors = { outsidePct: hundredths(outsidePct), missedPct: hundredths(missedPct) };
	const area = {
		type: "Feature",
		properties: {
			kind: "reached-area",
			...common,
			limitS,
			place,
			connectorM,
			nodes: reached,
			...errors,
		},
		geometry: { type: "MultiPolygon", coordinates },
	} as const;
	if (!withLines) return { type: "FeatureCollection", features: [area] };
	const limitsS = [...BANDS_S.filter((bandS) => bandS < limitS), limitS];
	const bands = bandLines(
		walker,
		labels,
		limitsS.map((bandS) => limitDm(bandS, speedMPerMin)),
	);
	const streets = bands.map(({ lines }, i) => {
		const times = { fromS: limitsS[i - 1] ?? 0, limitS: limitsS[i] };
		return {
			type: "Feature",
			properties: { kind: "reached-streets", ...common, ...times },
			geometry: { type: "MultiLineString", coordinates: lines },
		} as const;
	});
	return { type: "FeatureCollection", features: [area, ...streets] };
}

function hundredths(pct: number): number {
	return Math.round(pct * 100) / 100;
}

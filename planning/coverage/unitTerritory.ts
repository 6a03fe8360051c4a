// A unit's territory (辖域) in figures: its shape, the parts of it that lie apart, and who borders on it.
import { areaM2 } from "../city/geodesicArea.ts";
import { labelPoint } from "../city/labelPoint.ts";
import type { UnitKind, UnitRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { facesOf } from "../partition/faces.ts";
import { lonLatArc, lonLatShape } from "../partition/lonLatShape.ts";
import { unitShape } from "../partition/shape.ts";
import type { Territories } from "./territories.ts";

interface NamedUnit {
	readonly code: string;
	readonly name: string;
}

/** A part that shares no border with the main part. */
export interface PartApart {
	/** Geodesic. */
	readonly areaM2: number;
	readonly residents: number;
	/** The one other unit of the kind around it: then it is an exclave (飞地). */
	readonly enclosedBy: NamedUnit | null;
	/** A point inside, far from the edge. */
	readonly at: LonLat;
}

/** A unit of the same kind along the border. */
export interface Neighbour extends NamedUnit {
	readonly sharedM: number;
	/** The shared border, for drawing. */
	readonly lines: readonly (readonly LonLat[])[];
}

export interface UnitTerritory {
	readonly kind: UnitKind;
	readonly code: string;
	/** Cells (基础格) that belong to it; a unit without any has no territory, and its figures are 0. */
	readonly cells: number;
	/** Of the merge of its cells, geodesic. */
	readonly areaM2: number;
	/** Of the outline handed in, geodesic: what the table of units shows. */
	readonly outlineAreaM2: number;
	/** Of the merge, in the plane of the tiling: exact, a multiple of ½ cm². */
	readonly planeAreaCm2: number;
	/** All of the border, holes included. */
	readonly perimeterM: number;
	/** As in `Compactness`, 0 … 1; null without territory. */
	readonly compactness: {
		readonly polsbyPopper: number;
		readonly reock: number;
		readonly hullShare: number;
	} | null;
	/** Parts that hang together over shared border; a point does not count. */
	readonly parts: number;
	/** All parts but the main one (of the seat, else of the most residents), the largest first. */
	readonly apart: readonly PartApart[];
	/** The longest shared border first. */
	readonly neighbours: readonly Neighbour[];
	/** Metres of border that face no unit of the kind. */
	readonly aloneM: number;
}

/** Territory of the unit of a number. */
export function unitTerritory(territories: Territories, unit: number): UnitTerritory {
	const { tiling, units, assignment, figures, compactness } = territories;
	const { kind, code, polygons } = units[unit];
	const cells = figures.cellCount[unit];
	const share = (values: Float64Array) => Math.min(1, values[unit]); // rounding may give 1 + 1e-16
	return {
		kind,
		code,
		cells,
		areaM2: areaM2(lonLatShape(tiling, unitShape(tiling, assignment, unit))),
		outlineAreaM2: areaM2(polygons),
		planeAreaCm2: figures.twiceAreaCm2[unit] / 2,
		perimeterM: figures.perimeterCm[unit] / 100,
		compactness:
			cells === 0
				? null
				: {
						polsbyPopper: share(compactness.polsbyPopper),
						reock: share(compactness.reock),
						hullShare: share(compactness.hullShare),
					},
		parts: figures.partCount[unit],
		apart: partsApart(territories, unit),
		...neighbourhood(territories, unit),
	};
}

function partsApart({ tiling, units, detached }: Territories, unit: number): PartApart[] {
	const { faceRings } = facesOf(tiling);
	return detached
		.filter((part) => part.unit === unit)
		.sort((one, other) => other.twiceAreaCm2 - one.twiceAreaCm2)
		.map(({ faces, residents, enclosedBy }) => {
			const polygons = lonLatShape(
				tiling,
				faces.map((face) => {
					const [outer, ...holes] = faceRings[face].map((ring) => Array.from(ring));
					return [outer, ...holes];
				}),
			);
			const around = enclosedBy < 0 ? null : named(units[enclosedBy]);
			return { areaM2: areaM2(polygons), residents, enclosedBy: around, at: labelPoint(polygons) };
		});
}

function neighbourhood(
	{ tiling, units, borders }: Territories,
	unit: number,
): Pick<UnitTerritory, "neighbours" | "aloneM"> {
	const neighbours: Neighbour[] = [];
	let aloneM = 0;
	for (const { a, b, lengthCm, arcs } of borders) {
		if (a !== unit && b !== unit) continue;
		if (a < 0) aloneM += lengthCm / 100;
		else
			neighbours.push({
				...named(units[a === unit ? b : a]),
				sharedM: lengthCm / 100,
				lines: arcs.map((arc) => lonLatArc(tiling, arc)),
			});
	}
	neighbours.sort((one, other) => other.sharedM - one.sharedM); // stable: equal lengths stay by code
	return { neighbours, aloneM };
}

function named({ code, name }: UnitRecord): NamedUnit {
	return { code, name };
}

// Everything the searches of an analysis read, as plain arrays: threads share them instead of copying a city.
import type { UnitRecord } from "../../city/records.ts";
import type { Attachments } from "../../reach/attachments.ts";
import type { Profile } from "../../reach/profiles.ts";
import { CATEGORIES } from "../../standards/catalogue.ts";
import type { BarrierLines, StreetGraph } from "../../streets/StreetGraph.ts";
import { servedUnit } from "../operators.ts";
import { lonLatColumn, type Surveyed } from "../surveyed.ts";

/** Kinds of unit whose residents call a facility their own, and the districts that a city is split by. */
const KINDS = ["committee", "circle", "street", "district"] as const;

export interface SearchJob {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	/** One per group of walkers. */
	readonly profiles: readonly Profile[];
	readonly horizonS: number;
	readonly residences: {
		/** lon, lat of each. */
		readonly lonLat: Float64Array;
		readonly attached: Attachments;
		/** Index into `profiles`. */
		readonly group: Uint8Array;
		/** Index into the city's cells; -1 where none contains it. */
		readonly cell: Int32Array;
	};
	readonly facilities: {
		readonly lonLat: Float64Array;
		/** Doors of facility f are rows `firstDoor[f] … firstDoor[f + 1] − 1`. */
		readonly firstDoor: Uint32Array;
		readonly doors: Attachments;
		/** Index into `categories`; -1 where no walk is timed to it. */
		readonly category: Int32Array;
		/** Number of the unit whose residents call it their own; -1 for nobody's, and when no door is attached. */
		readonly served: Int32Array;
	};
	/** Number of the unit of each kind that each cell belongs to; -1 where none. No two units share a number. */
	readonly cellUnits: Readonly<Record<(typeof KINDS)[number], Int32Array>>;
	readonly categories: readonly JobCategory[];
}

/** A category that walks are timed to. */
export interface JobCategory {
	readonly code: string;
	readonly hasFacilities: boolean;
	readonly hasAttached: boolean;
	/** 1 for cells whose residents have an attached facility of their own; null without own mode. */
	readonly ownCells: Uint8Array | null;
}

/** The job of a surveyed city. */
export function searchJobOf(surveyed: Surveyed): SearchJob {
	const { city, located, walkers, attachments } = surveyed;
	const walked = CATEGORIES.filter(({ basis }) => basis !== "presence");
	const numberOf = new Map(located.tree.units.map((unit, number) => [unit, number]));
	const cellUnits = cellUnitsOf(surveyed, numberOf);
	const served = servedOf(surveyed, numberOf);
	const categoryNumber = new Map(walked.map(({ code }, number) => [code, number]));
	return {
		graph: city.graph,
		barriers: city.barriers,
		profiles: walkers.profiles,
		horizonS: surveyed.horizonS,
		residences: {
			lonLat: surveyed.residenceLonLat,
			attached: attachments.residences,
			group: walkers.residenceSpeed,
			cell: located.residenceCell,
		},
		facilities: {
			lonLat: lonLatColumn(city.facilities),
			firstDoor: attachments.firstDoor,
			doors: attachments.doors,
			category: Int32Array.from(
				city.facilities,
				({ category }) => categoryNumber.get(category) ?? -1,
			),
			served,
		},
		cellUnits,
		categories: walked.map(({ code, ownUnit }) => {
			const facilities = surveyed.facilitiesOf(code);
			const hasOwn = ownUnit === "yes" && surveyed.hasDivisions;
			return {
				code,
				hasFacilities: facilities.length > 0,
				hasAttached: facilities.some((facility) => surveyed.isAttached(facility)),
				ownCells: hasOwn ? ownCellsOf(cellUnits, facilities, served) : null,
			};
		}),
	};
}

function cellUnitsOf(
	{ located }: Surveyed,
	numberOf: ReadonlyMap<UnitRecord, number>,
): SearchJob["cellUnits"] {
	const numbers = (units: readonly (UnitRecord | undefined)[]) =>
		Int32Array.from(units, (unit) => (unit === undefined ? -1 : (numberOf.get(unit) ?? -1)));
	const { committee, circle, street, district } = located.unitOfCell;
	return {
		committee: numbers(committee),
		circle: numbers(circle),
		street: numbers(street),
		district: numbers(district),
	};
}

function servedOf(
	{ city, located, isAttached }: Surveyed,
	numberOf: ReadonlyMap<UnitRecord, number>,
): Int32Array {
	return Int32Array.from(city.facilities, (_, facility) => {
		const unit = servedUnit(located.operators[facility], located.tree);
		return unit === undefined || !isAttached(facility) ? -1 : (numberOf.get(unit) ?? -1);
	});
}

function ownCellsOf(
	{ committee, circle, street }: SearchJob["cellUnits"],
	facilities: readonly number[],
	served: Int32Array,
): Uint8Array {
	const units = new Set(facilities.map((facility) => served[facility]));
	units.delete(-1);
	return Uint8Array.from(committee, (unit, cell) =>
		units.has(unit) || units.has(circle[cell]) || units.has(street[cell]) ? 1 : 0,
	);
}

// Where points lie: in which unit of a level, in the city, in water.
import Flatbush from "flatbush";
import type { UnitKind, UnitRecord } from "../../city/records.ts";
import { areaOf } from "../../city/sharedArea.ts";
import type { Area } from "../../geo/Area.ts";
import type { Box } from "../../geo/box.ts";
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";
import type { Reference } from "../Reference.ts";

const FINEST_FIRST: readonly UnitKind[] = ["committee", "street", "district"];

/** Territories found by place; cost log n each for ordinary shapes. */
class Territories {
	private readonly areas: readonly Area[];
	private readonly boxes: Flatbush | null;

	constructor(territories: readonly MultiPolygonRings[]) {
		this.areas = territories.map(areaOf);
		this.boxes = territories.length === 0 ? null : new Flatbush(territories.length);
		for (const { box } of this.areas) this.boxes?.add(...box);
		this.boxes?.finish();
	}

	/** Index of one that holds the place, the first of several; -1. */
	at([lon, lat]: LonLat): number {
		let found = -1;
		this.boxes?.search(lon, lat, lon, lat, (index) => {
			if ((found < 0 || index < found) && this.areas[index].contains(lon, lat)) found = index;
			return false;
		});
		return found;
	}
}

/** Half a degree, some 50 km. App default. */
const NEAR_DEG = 0.5;

function boxAround(units: readonly UnitRecord[]): Box {
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const { polygons } of units)
		for (const [ring] of polygons)
			for (const [lon, lat] of ring) {
				west = Math.min(west, lon);
				south = Math.min(south, lat);
				east = Math.max(east, lon);
				north = Math.max(north, lat);
			}
	return [west - NEAR_DEG, south - NEAR_DEG, east + NEAR_DEG, north + NEAR_DEG];
}

export class Places {
	/** Levels with units, the finest first. */
	readonly levelsKnown: readonly UnitKind[];
	private readonly reference: Reference;
	private readonly levels = new Map<
		UnitKind,
		{ units: readonly UnitRecord[]; index: Territories }
	>();
	private readonly holds = new Map<UnitRecord, Area>();
	private readonly outline: Territories | null;
	private readonly water: Territories;
	private around: Box | null = null;

	constructor(reference: Reference) {
		this.reference = reference;
		this.levelsKnown = FINEST_FIRST.filter((level) =>
			reference.units.some(({ kind }) => kind === level),
		);
		this.outline = reference.outline === null ? null : new Territories([reference.outline]);
		this.water = new Territories(reference.water);
	}

	/** The unit of a level that holds a place. */
	unitAt(level: UnitKind, lonLat: LonLat): UnitRecord | null {
		const { units, index } = this.levelOf(level);
		return units[index.at(lonLat)] ?? null;
	}

	/** False when the place is in no part of the city that is known; true also when no city is known. */
	isInCity(lonLat: LonLat): boolean {
		const levels = this.levelsKnown;
		if (levels.some((level) => this.unitAt(level, lonLat) !== null)) return true;
		return this.outline === null ? levels.length === 0 : this.outline.at(lonLat) >= 0;
	}

	/** True for a place so far from every unit that its coordinates must be wrong. */
	isFarOff([lon, lat]: LonLat): boolean {
		this.around ??= boxAround(this.reference.units);
		const [west, south, east, north] = this.around;
		return lon < west || lon > east || lat < south || lat > north;
	}

	isInWater(lonLat: LonLat): boolean {
		return this.water.at(lonLat) >= 0;
	}

	/** Does a unit hold a place? */
	isIn(unit: UnitRecord, [lon, lat]: LonLat): boolean {
		let area = this.holds.get(unit);
		if (area === undefined) {
			area = areaOf(unit.polygons);
			this.holds.set(unit, area);
		}
		return area.contains(lon, lat);
	}

	private levelOf(level: UnitKind) {
		const known = this.levels.get(level);
		if (known !== undefined) return known;
		const units = this.reference.units.filter(({ kind }) => kind === level);
		const made = { units, index: new Territories(units.map(({ polygons }) => polygons)) };
		this.levels.set(level, made);
		return made;
	}
}

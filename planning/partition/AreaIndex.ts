// The units of one layer, found by place, with the area of any territory that lies in each.
import Flatbush from "flatbush";
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import { areaDeg2 } from "../city/planarArea.ts";
import type { UnitRecord } from "../city/records.ts";
import { areaOf } from "../city/sharedArea.ts";
import type { Area } from "../geo/Area.ts";
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";

/** How a territory lies in one unit. */
export interface AreaShare {
	readonly unit: UnitRecord;
	readonly insideM2: number;
	readonly insideAt: LonLat | null;
	readonly outsideM2: number;
	readonly outsideAt: LonLat | null;
}

export interface Territory {
	readonly polygons: MultiPolygonRings;
}

interface Indexed {
	readonly unit: UnitRecord;
	readonly area: Area;
}

export class AreaIndex {
	private readonly units: readonly Indexed[];
	private readonly byCode: ReadonlyMap<string, UnitRecord>;
	private readonly boxes: Flatbush | null;

	constructor(units: readonly UnitRecord[]) {
		const sorted = [...units].sort((a, b) => byCodeUnit(a.code, b.code));
		this.byCode = new Map(sorted.map((unit) => [unit.code, unit]));
		this.units = sorted.map((unit) => ({ unit, area: areaOf(unit.polygons) }));
		this.boxes = sorted.length === 0 ? null : new Flatbush(sorted.length);
		for (const { area } of this.units) this.boxes?.add(...area.box);
		this.boxes?.finish();
	}

	get isEmpty(): boolean {
		return this.units.length === 0;
	}

	named(code: string | null | undefined): UnitRecord | null {
		return this.byCode.get(code ?? "") ?? null;
	}

	/** Shares of a territory in every unit that has some of it, by code. Areas by the scale at the territory. */
	sharesOf({ polygons }: Territory): AreaShare[] {
		const cell = areaOf(polygons);
		const { box } = cell;
		const { lonM, latM } = metresPerDegree((box[1] + box[3]) / 2);
		const m2 = lonM * latM;
		const near = this.boxes?.search(...box).sort((a, b) => a - b) ?? [];
		return near.flatMap((index): AreaShare[] => {
			const { unit, area } = this.units[index];
			if (!area.hasEdgeIn(box)) {
				const [lon, lat] = polygons[0][0][0];
				if (!area.contains(lon, lat)) return []; // no border near: wholly outside, or inside
				const insideM2 = areaDeg2(polygons) * m2;
				return [{ unit, insideM2, insideAt: [lon, lat], outsideM2: 0, outsideAt: null }];
			}
			const { shared, sharedAt, onlyFirst, onlyFirstAt } = cell.overlay(area);
			if (sharedAt === null) return [];
			return [
				{
					unit,
					insideM2: shared * m2,
					insideAt: sharedAt,
					outsideM2: onlyFirst * m2,
					outsideAt: onlyFirstAt,
				},
			];
		});
	}
}

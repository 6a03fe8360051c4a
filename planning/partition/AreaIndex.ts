// The units of one layer, found by place, with the area of any territory that lies in each.
import Flatbush from "flatbush";
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import { areaDeg2 } from "../city/planarArea.ts";
import { sideOf } from "../city/pointInPolygon.ts";
import type { UnitRecord } from "../city/records.ts";
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";
import { boxOfPolygons, overlay, type PlanarPolygon } from "../geo/overlapArea.ts";

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
	readonly polygons: readonly PlanarPolygon[];
	readonly edges: Flatbush | null;
}

export class AreaIndex {
	private readonly units: readonly Indexed[];
	private readonly byCode: ReadonlyMap<string, UnitRecord>;
	private readonly boxes: Flatbush | null;

	constructor(units: readonly UnitRecord[]) {
		const sorted = [...units].sort((a, b) => byCodeUnit(a.code, b.code));
		this.byCode = new Map(sorted.map((unit) => [unit.code, unit]));
		this.units = sorted.map((unit) => ({
			unit,
			polygons: planar(unit.polygons),
			edges: edgeTree(unit.polygons),
		}));
		this.boxes = sorted.length === 0 ? null : new Flatbush(sorted.length);
		for (const { polygons } of this.units) this.boxes?.add(...boxOfPolygons(polygons));
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
		const cell = planar(polygons);
		const box = boxOfPolygons(cell);
		const { lonM, latM } = metresPerDegree((box[1] + box[3]) / 2);
		const m2 = lonM * latM;
		const near = this.boxes?.search(...box).sort((a, b) => a - b) ?? [];
		return near.flatMap((index): AreaShare[] => {
			const { unit, polygons: around, edges } = this.units[index];
			if (edges !== null && edges.search(...box).length === 0) {
				if (!contains(unit, polygons)) return []; // no border near: wholly outside, or inside
				const insideM2 = areaDeg2(polygons) * m2;
				return [{ unit, insideM2, insideAt: polygons[0][0][0], outsideM2: 0, outsideAt: null }];
			}
			const { shared, sharedAt, onlyFirst, onlyFirstAt } = overlay(cell, around);
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

function contains({ polygons }: UnitRecord, inner: MultiPolygonRings): boolean {
	return polygons.some((rings) => sideOf(inner[0][0][0], rings) !== "outside");
}

function planar(polygons: MultiPolygonRings): PlanarPolygon[] {
	return polygons.map((rings) => rings.map((ring) => Float64Array.from(ring.flat())));
}

function edgeTree(polygons: MultiPolygonRings): Flatbush | null {
	const rings = polygons.flat();
	const count = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
	if (count === 0) return null;
	const tree = new Flatbush(count);
	for (const ring of rings)
		for (let i = 1; i < ring.length; i++)
			tree.add(
				Math.min(ring[i - 1][0], ring[i][0]),
				Math.min(ring[i - 1][1], ring[i][1]),
				Math.max(ring[i - 1][0], ring[i][0]),
				Math.max(ring[i - 1][1], ring[i][1]),
			);
	tree.finish();
	return tree;
}

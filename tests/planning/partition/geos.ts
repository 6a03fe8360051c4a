// GEOS as a second opinion on plane geometry: areas, unions, intersections, validity, of polygons in any plane unit.
import initGeosJs from "geos-wasm";

/** Parts of a territory: the outer ring and its holes, each as x, y, x, y …, not closed. */
export type PlaneParts = readonly (readonly ArrayLike<number>[])[];

type Handle = number;
type GeosFunctions = Awaited<ReturnType<typeof initGeosJs>>;

const POLYGON = 3;
const MULTI_POLYGON = 6;

/** Geometries of one calculation; all are freed by `free`. */
export class Geos {
	private readonly geos: GeosFunctions;
	private readonly owned: Handle[] = [];
	private readonly arrays: number[] = [];

	constructor(geos: GeosFunctions) {
		this.geos = geos;
	}

	/** A MultiPolygon as drawn, valid or not. */
	territory(parts: PlaneParts): Handle {
		const polygons = parts.map(([outer, ...holes]) =>
			this.geos.GEOSGeom_createPolygon(
				this.ring(outer),
				this.pointers(holes.map((hole) => this.ring(hole))),
				holes.length,
			),
		);
		return this.own(
			this.geos.GEOSGeom_createCollection(MULTI_POLYGON, this.pointers(polygons), polygons.length),
		);
	}

	/** The same territory by the even-odd rule where rings cross themselves. */
	madeValid(geometry: Handle): Handle {
		return this.own(this.geos.GEOSMakeValid(geometry));
	}

	intersection(one: Handle, other: Handle): Handle {
		return this.own(this.geos.GEOSIntersection(one, other));
	}

	/** What lies in exactly one of the two. */
	symmetricDifference(one: Handle, other: Handle): Handle {
		return this.own(this.geos.GEOSSymDifference(one, other));
	}

	union(geometries: readonly Handle[]): Handle {
		const copies = geometries.map((geometry) => this.geos.GEOSGeom_clone(geometry));
		const heap = this.geos.GEOSGeom_createCollection(7, this.pointers(copies), copies.length);
		return this.own(this.geos.GEOSUnaryUnion(this.own(heap)));
	}

	/** Its polygons' outer rings, filled. */
	filled(geometry: Handle): Handle {
		const count = this.geos.GEOSGetNumGeometries(geometry);
		const outers = Array.from({ length: count }, (_, i) =>
			this.geos.GEOSGetGeometryN(geometry, i),
		).flatMap((part) => {
			if (this.geos.GEOSGeomTypeId(part) !== POLYGON) return [];
			const ring = this.geos.GEOSGeom_clone(this.geos.GEOSGetExteriorRing(part));
			return [this.own(this.geos.GEOSGeom_createPolygon(ring, 0, 0))];
		});
		return this.union(outers);
	}

	area(geometry: Handle): number {
		return this.measured((out) => this.geos.GEOSArea(geometry, out));
	}

	length(geometry: Handle): number {
		return this.measured((out) => this.geos.GEOSLength(geometry, out));
	}

	isValid(geometry: Handle): boolean {
		return this.geos.GEOSisValid(geometry) === 1;
	}

	/** Pairs of numbers i < j whose geometries have a point in common. */
	meetingPairs(geometries: readonly Handle[]): (readonly [i: number, j: number])[] {
		return geometries.flatMap((one, i) =>
			geometries.flatMap((other, j) =>
				i < j && this.geos.GEOSIntersects(one, other) === 1 ? [[i, j] as const] : [],
			),
		);
	}

	free(): void {
		for (const geometry of this.owned.splice(0)) this.geos.GEOSGeom_destroy(geometry);
		for (const array of this.arrays.splice(0)) this.geos.Module._free(array);
	}

	private own(geometry: Handle): Handle {
		if (geometry === 0) throw new Error("GEOS refused a geometry.");
		this.owned.push(geometry);
		return geometry;
	}

	private measured(write: (out: number) => number): number {
		const out = this.geos.Module._malloc(8);
		const isDone = write(out) === 1;
		const value = this.geos.Module.getValue(out, "double");
		this.geos.Module._free(out);
		if (!isDone) throw new Error("GEOS could not measure.");
		return value;
	}

	private ring(points: ArrayLike<number>): Handle {
		const count = points.length / 2;
		const sequence = this.geos.GEOSCoordSeq_create(count + 1, 2);
		for (let i = 0; i <= count; i++) {
			const at = 2 * (i % count);
			this.geos.GEOSCoordSeq_setXY(sequence, i, points[at], points[at + 1]);
		}
		return this.geos.GEOSGeom_createLinearRing(sequence);
	}

	/** An array of handles in the memory of GEOS; GEOS takes over the geometries, not the array. */
	private pointers(handles: readonly Handle[]): number {
		if (handles.length === 0) return 0;
		const array = this.geos.Module._malloc(4 * handles.length);
		this.arrays.push(array);
		this.geos.Module.HEAPU32.set(handles, array / 4);
		return array;
	}
}

const functions = await initGeosJs({ errorHandler: () => {}, noticeHandler: () => {} });

/** Calculate with GEOS; whatever was made meanwhile is freed. */
export function withGeos<T>(calculate: (geos: Geos) => T): T {
	const geos = new Geos(functions);
	try {
		return calculate(geos);
	} finally {
		geos.free();
	}
}

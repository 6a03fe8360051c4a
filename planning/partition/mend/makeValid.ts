// An outline made valid on its own: everything it goes around, holes taken out, as parts that neither cross nor overlap.
// Exact: the partition kernel finds the faces on a grid of about a centimetre; corners keep their own coordinates.
import { ownersOf } from "../build/owners.ts";
import type { BuildRing } from "../build/rings.ts";
import { subdivideRings } from "../build/Subdivision.ts";
import { tilingOf } from "../build/tilingOf.ts";
import { Vertices } from "../build/Vertices.ts";
import { MAX_CM } from "../frame.ts";
import { cellShape, ringPointsCm } from "../shape.ts";

/** Positions in whatever plane the file has; rings closed, the outer first. */
type Positions = readonly (readonly number[])[];
export type PlanarPolygons = readonly (readonly Positions[])[];

const FRAME = { centralLon: 0, originXCm: 0, originYCm: 0 };
/** Grid steps to a degree and to a metre: about a centimetre either way. */
const PER_DEGREE = 1e7;
const PER_METRE = 100;

/** Valid polygons that cover what the given ones go around; null where nothing is left or they span too far. */
export function makeValid(polygons: PlanarPolygons): PlanarPolygons | null {
	const grid = gridOf(polygons);
	if (grid === null) return null;
	const { vertices, rings, positionAt } = projected(polygons, grid);
	if (rings.length === 0) return null;
	const projectedRings = { frame: FRAME, codes: ["0"], vertices, rings, troubles: [] };
	const subdivision = subdivideRings(projectedRings, 0);
	const tiling = tilingOf(subdivision, ownersOf(subdivision));
	const shape = cellShape(tiling, 0);
	if (shape.length === 0) return null;
	return shape.map((part) =>
		part.map((ring) => {
			const points = ringPointsCm(tiling, ring);
			const positions = Array.from({ length: points.length / 2 }, (_, i) =>
				positionAt(points[2 * i], points[2 * i + 1]),
			);
			return [...positions, positions[0]];
		}),
	);
}

interface Grid {
	readonly x: number;
	readonly y: number;
	readonly perUnit: number;
}

/** A grid around the middle; null where the positions are no numbers or farther apart than the kernel can hold. */
function gridOf(polygons: PlanarPolygons): Grid | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const rings of polygons)
		for (const ring of rings)
			for (const [x, y] of ring) {
				if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
				west = Math.min(west, x);
				east = Math.max(east, x);
				south = Math.min(south, y);
				north = Math.max(north, y);
			}
	if (west > east) return null;
	const isDegrees = Math.max(-west, east) <= 180 && Math.max(-south, north) <= 180;
	const perUnit = isDegrees ? PER_DEGREE : PER_METRE;
	const isWithin = Math.max(east - west, north - south) * perUnit < MAX_CM;
	return isWithin ? { x: (west + east) / 2, y: (south + north) / 2, perUnit } : null;
}

function projected(polygons: PlanarPolygons, { x: x0, y: y0, perUnit }: Grid) {
	const vertices = new Vertices();
	const positions: (readonly number[])[] = [];
	const rings: BuildRing[] = [];
	polygons.forEach((polygon, number) => {
		polygon.forEach((ring, i) => {
			const path: number[] = [];
			for (const position of ring) {
				const vertex = vertices.at(
					Math.round((position[0] - x0) * perUnit),
					Math.round((position[1] - y0) * perUnit),
				);
				positions[vertex] ??= [position[0], position[1]];
				if (vertex !== path.at(-1)) path.push(vertex);
			}
			while (path.length > 1 && path[0] === path.at(-1)) path.pop();
			if (path.length >= 3) rings.push({ cell: 0, polygon: number, isHole: i > 0, vertices: path });
		});
	});
	const known = new Map(
		positions.map((position, v) => [`${vertices.x[v]} ${vertices.y[v]}`, position]),
	);
	return {
		vertices,
		rings,
		/** A corner's own coordinates; of a new corner, those of the grid. */
		positionAt: (x: number, y: number) =>
			known.get(`${x} ${y}`) ?? [x0 + x / perUnit, y0 + y / perUnit],
	};
}

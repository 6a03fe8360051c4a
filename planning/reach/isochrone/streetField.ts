// A raster of how much nearer the reached streets are than those that are not: positive inside the isochrone.
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { cutLine } from "./cutLine.ts";
import { groundLine, groundParts, isGroundEdge } from "./groundParts.ts";
import type { Labels, Walker } from "./labels.ts";
import { type Part, partsBeyond } from "./reachedParts.ts";

/** Land farther than this from a reached street is not called reached. App default, no source. */
export const BESIDE_STREET_M = 60;
const FINEST_CELL_M = 4;
/** Coarser cells for large isochrones, so that memory stays about 100 MB. */
const MAX_CELLS = 4_000_000;

/** Grid points `west + column × cellM`, `south + row × cellM`, in metres from `centre`. */
export interface StreetField {
	readonly centre: LonLat;
	readonly lonM: number;
	readonly latM: number;
	readonly west: number;
	readonly south: number;
	readonly cellM: number;
	readonly columns: number;
	readonly rows: number;
	/** `min(distance to unreached street, 60 m) − distance to reached street`, metres; row by row from the south. */
	readonly value: Float32Array;
}

/** Flat list of segments in metres: ax, ay, bx, by. */
type Segments = number[];

/** The field around everything reached; null when nothing is. */
export function streetField(walker: Walker, labels: Labels): StreetField | null {
	const { graph, edgeTail } = walker;
	const [first] = labels.origins;
	if (first === undefined) return null;
	const start = edgeTail[first.edge];
	const centre: LonLat = [graph.nodeLonLat[2 * start], graph.nodeLonLat[2 * start + 1]];
	const { lonM, latM } = metresPerDegree(centre[1]);
	const partsOf = new Map<number, Part[]>();
	const reached: Segments = [];
	const plane = { centre, lonM, latM };

	// 1. reached parts of edges, and the box around them
	for (let edge = 0; edge < graph.edgeHead.length; edge++) {
		if (!isGroundEdge(walker, edge)) continue;
		const parts = groundParts(walker, labels, edge);
		if (parts.length === 0) continue;
		partsOf.set(edge, parts);
		pushParts(walker, edge, parts, plane, reached);
	}
	if (reached.length === 0) return null;
	const grid = gridAround(reached);

	// 2. every other street in the box
	const unreached: Segments = [];
	for (let edge = 0; edge < graph.edgeHead.length; edge++) {
		if (!isGroundEdge(walker, edge)) continue;
		const lengthDm = graph.edgeLengthDm[edge];
		const tail = 2 * edgeTail[edge];
		const x = (graph.nodeLonLat[tail] - centre[0]) * lonM;
		const y = (graph.nodeLonLat[tail + 1] - centre[1]) * latM;
		const marginM = lengthDm / 10 + BESIDE_STREET_M;
		if (x < grid.west - marginM || x > grid.west + grid.columns * grid.cellM + marginM) continue;
		if (y < grid.south - marginM || y > grid.south + grid.rows * grid.cellM + marginM) continue;
		const rest = partsBeyond([[0, lengthDm]], partsOf.get(edge) ?? []);
		pushParts(
			walker,
			edge,
			lengthDm === 0 && !partsOf.has(edge) ? [[0, 0]] : rest,
			plane,
			unreached,
		);
	}

	// 3. distances
	const toReached = distances(grid, reached, BESIDE_STREET_M + 2 * grid.cellM);
	const toUnreached = distances(grid, unreached, BESIDE_STREET_M);
	const value = toUnreached;
	for (let i = 0; i < value.length; i++) value[i] -= toReached[i];
	return { ...plane, ...grid, value };
}

type Plane = Pick<StreetField, "centre" | "lonM" | "latM">;
type Grid = Pick<StreetField, "west" | "south" | "cellM" | "columns" | "rows">;

function pushParts(
	walker: Walker,
	edge: number,
	parts: readonly Part[],
	{ centre, lonM, latM }: Plane,
	segments: Segments,
): void {
	const line = groundLine(walker, edge);
	for (const part of parts) {
		const cut = cutLine(line, walker.graph.edgeLengthDm[edge], part);
		for (let i = 0; i + 3 < cut.length; i += 2)
			segments.push(
				(cut[i] - centre[0]) * lonM,
				(cut[i + 1] - centre[1]) * latM,
				(cut[i + 2] - centre[0]) * lonM,
				(cut[i + 3] - centre[1]) * latM,
			);
	}
}

function gridAround(segments: Segments): Grid {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < segments.length; i += 2) {
		west = Math.min(west, segments[i]);
		east = Math.max(east, segments[i]);
		south = Math.min(south, segments[i + 1]);
		north = Math.max(north, segments[i + 1]);
	}
	const [widthM, heightM] = [east - west, north - south].map((m) => m + 2 * BESIDE_STREET_M);
	const cellM = Math.max(FINEST_CELL_M, Math.sqrt((widthM * heightM) / MAX_CELLS));
	// two cells more on every side, so that the border of the raster is outside
	const marginM = BESIDE_STREET_M + 2 * cellM;
	return {
		west: west - marginM,
		south: south - marginM,
		cellM,
		columns: Math.ceil((east - west + 2 * marginM) / cellM) + 1,
		rows: Math.ceil((north - south + 2 * marginM) / cellM) + 1,
	};
}

/** Distance of every grid point to the nearest segment, at most `radiusM`. */
function distances(grid: Grid, segments: Segments, radiusM: number): Float32Array {
	const { west, south, cellM, columns, rows } = grid;
	const squared = new Float32Array(columns * rows).fill(radiusM * radiusM);
	for (let s = 0; s < segments.length; s += 4) {
		const ax = segments[s] - west;
		const ay = segments[s + 1] - south;
		const dx = segments[s + 2] - west - ax;
		const dy = segments[s + 3] - south - ay;
		const lengthSquared = dx * dx + dy * dy;
		const firstColumn = Math.max(0, Math.ceil((Math.min(ax, ax + dx) - radiusM) / cellM));
		const lastColumn = Math.min(columns - 1, Math.floor((Math.max(ax, ax + dx) + radiusM) / cellM));
		const firstRow = Math.max(0, Math.ceil((Math.min(ay, ay + dy) - radiusM) / cellM));
		const lastRow = Math.min(rows - 1, Math.floor((Math.max(ay, ay + dy) + radiusM) / cellM));
		for (let row = firstRow; row <= lastRow; row++) {
			const py = row * cellM - ay;
			for (let column = firstColumn; column <= lastColumn; column++) {
				const px = column * cellM - ax;
				const along = lengthSquared > 0 ? (px * dx + py * dy) / lengthSquared : 0;
				const t = Math.max(0, Math.min(1, along));
				const ex = px - t * dx;
				const ey = py - t * dy;
				const d = ex * ex + ey * ey;
				const at = row * columns + column;
				if (d < squared[at]) squared[at] = d;
			}
		}
	}
	for (let i = 0; i < squared.length; i++) squared[i] = Math.sqrt(squared[i]);
	return squared;
}

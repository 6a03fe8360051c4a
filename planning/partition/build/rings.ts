// Polygons in degrees become rings of vertices in whole centimetres; what is wrong with a ring alone is told here.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { cmOfLonLat, frameAround, MAX_CM } from "../frame.ts";
import type { Frame } from "../Tiling.ts";
import type { CellOutline, Trouble, TroubleKind } from "./Outline.ts";
import { Vertices } from "./Vertices.ts";

/** A closed line; the first vertex is not repeated. */
export interface BuildRing {
	/** Index into the sorted codes. */
	readonly cell: number;
	/** Number of the polygon among all, to match holes with their outer ring. */
	readonly polygon: number;
	readonly isHole: boolean;
	readonly vertices: readonly number[];
}

/** West, south, east, north. */
type Box = [number, number, number, number];

export interface ProjectedRings {
	readonly frame: Frame;
	readonly codes: readonly string[];
	readonly vertices: Vertices;
	readonly rings: readonly BuildRing[];
	readonly troubles: readonly Trouble[];
}

/** Codes sorted, so that the order of the features does not matter. A cell whose coordinates cannot be read is left out. */
export function projectRings(outlines: readonly CellOutline[], given?: Frame): ProjectedRings {
	const sorted = [...outlines].sort((a, b) => byCodeUnit(a.code, b.code));
	const troubles: Trouble[] = [];
	const inDegrees = sorted.filter((outline) => isReadable(outline, troubles));
	const frame = given ?? frameOf(inDegrees);
	const readable = nearOnes(frame, inDegrees, troubles);
	const vertices = new Vertices();
	const rings: BuildRing[] = [];
	const codes: string[] = [];
	let polygon = 0;
	for (const { code, polygons } of readable) {
		if (codes.at(-1) === code) troubles.push(trouble("same-code", code, polygons[0][0][0]));
		else codes.push(code);
		for (const polygonRings of polygons) {
			polygonRings.forEach((ring, index) => {
				const path = verticesOf(frame, vertices, ring);
				const { clean, spikeAt } = withoutSpikes(path);
				const [first = [0, 0]] = ring;
				if (spikeAt >= 0) troubles.push(trouble("spike", code, ring[spikeAt] ?? first));
				if (clean.length < 3) troubles.push(trouble("too-few-points", code, first));
				else rings.push({ cell: codes.length - 1, polygon, isHole: index > 0, vertices: clean });
			});
			polygon++;
		}
	}
	return { frame, codes, vertices, rings, troubles };
}

function trouble(kind: TroubleKind, code: string, at: LonLat): Trouble {
	return { kind, cells: [code], at, areaM2: 0, isSliver: false, lengthM: 0, face: -1 };
}

/** Degrees on one side of a frame's reach; metres taken for degrees and the like are told. */
function isReadable({ code, polygons }: CellOutline, troubles: Trouble[]): boolean {
	const points = polygons.flat(2);
	if (points.length === 0) {
		troubles.push(trouble("no-area", code, [0, 0]));
		return false;
	}
	const wrong = points.find(
		([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 89), // NaN is wrong, too
	);
	if (wrong !== undefined) troubles.push(trouble("not-degrees", code, wrong));
	return wrong === undefined;
}

/** Around everything; when that is too much for one plane, around the middle of the cells, and some will be too far. */
function frameOf(outlines: readonly CellOutline[]): Frame {
	const box = boxOf(outlines);
	const around = frameAround(box);
	if (isBoxNear(around, box)) return around;
	const starts = outlines.map(({ polygons }) => polygons.flat()[0][0]);
	const middleOf = (axis: 0 | 1) =>
		starts.map((lonLat) => lonLat[axis]).sort((a, b) => a - b)[starts.length >> 1];
	const [lon, lat] = [middleOf(0), middleOf(1)];
	return frameAround([lon, lat, lon, lat]);
}

/** Cells within the plane's reach; points are looked at one by one only where the box of them all is not enough. */
function nearOnes(
	frame: Frame,
	outlines: readonly CellOutline[],
	troubles: Trouble[],
): readonly CellOutline[] {
	if (isBoxNear(frame, boxOf(outlines))) return outlines;
	return outlines.filter(({ code, polygons }) => {
		const stray = polygons.flat(2).find((lonLat) => !isWithin(frame, lonLat, MAX_CM));
		if (stray !== undefined) troubles.push(trouble("too-far", code, stray));
		return stray === undefined;
	});
}

/** In a box of so few degrees no point is a tenth farther than a corner. */
function isBoxNear(frame: Frame, [west, south, east, north]: Box): boolean {
	const corners: LonLat[] = [
		[west, south],
		[east, south],
		[west, north],
		[east, north],
	];
	return (
		Math.max(east - west, north - south) < 8 &&
		corners.every((corner) => isWithin(frame, corner, 0.9 * MAX_CM))
	);
}

function isWithin(frame: Frame, lonLat: LonLat, withinCm: number): boolean {
	return cmOfLonLat(frame, lonLat).every((cm) => Math.abs(cm) <= withinCm);
}

function boxOf(outlines: readonly CellOutline[]): Box {
	const box: Box = [180, 90, -180, -90];
	for (const { polygons } of outlines)
		for (const [lon, lat] of polygons.flat(2)) {
			box[0] = Math.min(box[0], lon);
			box[1] = Math.min(box[1], lat);
			box[2] = Math.max(box[2], lon);
			box[3] = Math.max(box[3], lat);
		}
	return outlines.length === 0 ? [0, 0, 0, 0] : box;
}

function verticesOf(frame: Frame, vertices: Vertices, ring: readonly LonLat[]): number[] {
	const path: number[] = [];
	for (const lonLat of ring) {
		const [x, y] = cmOfLonLat(frame, lonLat);
		const vertex = vertices.at(x, y);
		if (vertex !== path.at(-1)) path.push(vertex);
	}
	while (path.length > 1 && path[0] === path.at(-1)) path.pop();
	return path;
}

/** Take out every there-and-back (a, b, a), however deep; `spikeAt` is the index of one, -1 where there is none. */
function withoutSpikes(path: readonly number[]): { clean: readonly number[]; spikeAt: number } {
	const clean: number[] = [];
	let spikeAt = -1;
	path.forEach((vertex, index) => {
		if (clean.length > 1 && clean.at(-2) === vertex) {
			clean.pop();
			spikeAt = index - 1;
		} else if (clean.at(-1) !== vertex) clean.push(vertex);
	});
	for (;;) {
		const last = clean.length - 1;
		if (last > 1 && clean[last - 1] === clean[0]) clean.length = last;
		else if (last > 1 && clean[last] === clean[1]) clean.shift();
		else if (last > 0 && clean[last] === clean[0]) clean.length = last;
		else return { clean, spikeAt };
		spikeAt = Math.max(spikeAt, 0);
	}
}

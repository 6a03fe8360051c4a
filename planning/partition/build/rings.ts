// Polygons in degrees become rings of vertices in whole centimetres; what is wrong with a ring alone is told here.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { cmOfLonLat, frameAround, MAX_CM } from "../frame.ts";
import { lonLatOfCm } from "../lonLatShape.ts";
import type { Frame } from "../Tiling.ts";
import { byPlace } from "./faceBorders.ts";
import { type CellOutline, TROUBLES, type Trouble, type TroubleKind } from "./Outline.ts";
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

export interface ProjectedRings {
	readonly frame: Frame;
	readonly codes: readonly string[];
	readonly vertices: Vertices;
	readonly rings: readonly BuildRing[];
	readonly troubles: readonly Trouble[];
}

/**
 * Codes sorted, so that the order of the features does not matter. A cell whose coordinates cannot be read, or lie beyond
 * the frame's reach of where most are, is told and left out, so that it cannot tear the others.
 */
export function projectRings(outlines: readonly CellOutline[], given?: Frame): ProjectedRings {
	const troubles: Trouble[] = [];
	const readable = outlines
		.map((outline) => ({ ...outline, points: outline.polygons.flat(2) }))
		.filter((outline) => isReadable(outline, troubles))
		.map((outline) => ({ ...outline, first: westernmost(outline.points) }))
		.sort((a, b) => byCodeUnit(a.code, b.code) || byPlace(a.first, b.first));
	const frame = given ?? frameOf(readable);
	const vertices = new Vertices();
	const rings: BuildRing[] = [];
	const codes: string[] = [];
	let polygon = 0;
	for (const { code, polygons, points, first } of readable) {
		const far = beyondReach(frame, points);
		if (far.length > 0) {
			troubles.push(trouble("too-far", code, westernmost(far)));
			continue;
		}
		if (codes.at(-1) === code) troubles.push(trouble("same-code", code, first));
		else codes.push(code);
		for (const polygonRings of polygons) {
			polygonRings.forEach((ring, index) => {
				const { clean, ends } = withoutSpikes(verticesOf(frame, vertices, ring));
				if (clean.length < 3) {
					const at = westernmost(ring.length > 0 ? ring : [first]);
					troubles.push(trouble("too-few-points", code, at));
					return;
				}
				const places = ends.map((end) => [vertices.x[end], vertices.y[end]] as const);
				if (places.length > 0)
					troubles.push(trouble("spike", code, lonLatOfCm(frame, ...westernmost(places))));
				rings.push({ cell: codes.length - 1, polygon, isHole: index > 0, vertices: clean });
			});
			polygon++;
		}
	}
	const sorted = troubles.sort(
		(a, b) =>
			byCodeUnit(a.cells[0], b.cells[0]) ||
			TROUBLES.indexOf(a.kind) - TROUBLES.indexOf(b.kind) ||
			byPlace(a.at, b.at),
	);
	return { frame, codes, vertices, rings, troubles: sorted };
}

function trouble(kind: TroubleKind, code: string, at: LonLat): Trouble {
	return { kind, cells: [code], at, areaM2: 0, isSliver: false, lengthM: 0, face: -1 };
}

interface ReadOutline extends CellOutline {
	readonly points: readonly LonLat[];
}

/** Degrees at all; projected metres taken for degrees and the like are told. */
function isReadable({ code, points }: ReadOutline, troubles: Trouble[]): boolean {
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

/** Around all outlines; where that is more than a city, around the middle of most of them. */
function frameOf(outlines: readonly ReadOutline[]): Frame {
	const boxes = outlines.map(({ points }) => boxOf(points));
	const corners = boxes.flatMap(cornersOf);
	const all = frameAround(corners.length === 0 ? [0, 0, 0, 0] : boxOf(corners));
	if (corners.every((lonLat) => isWithin(all, lonLat, MAX_CM))) return all;
	const lon = medianOf(boxes.map(([west, , east]) => (west + east) / 2));
	const lat = medianOf(boxes.map(([, south, , north]) => (south + north) / 2));
	return frameAround([lon, lat, lon, lat]);
}

/** Points that the frame cannot hold. Where the corners of their box lie well within, none is looked at. */
function beyondReach(frame: Frame, points: readonly LonLat[]): readonly LonLat[] {
	if (cornersOf(boxOf(points)).every((lonLat) => isWithin(frame, lonLat, MAX_CM / 2))) return [];
	return points.filter((lonLat) => !isWithin(frame, lonLat, MAX_CM));
}

function isWithin(frame: Frame, lonLat: LonLat, reachCm: number): boolean {
	const [x, y] = cmOfLonLat(frame, lonLat);
	return Math.abs(x) <= reachCm && Math.abs(y) <= reachCm;
}

function cornersOf([west, south, east, north]: Box): LonLat[] {
	return [
		[west, south],
		[east, north],
		[west, north],
		[east, south],
	];
}

function medianOf(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(points: readonly LonLat[]): Box {
	const box: Box = [180, 90, -180, -90];
	for (const [lon, lat] of points) {
		box[0] = Math.min(box[0], lon);
		box[1] = Math.min(box[1], lat);
		box[2] = Math.max(box[2], lon);
		box[3] = Math.max(box[3], lat);
	}
	return box;
}

function westernmost<P extends readonly [number, number]>(places: readonly P[]): P {
	return places.reduce((first, place) => (byPlace(place, first) < 0 ? place : first));
}

function verticesOf(frame: Frame, vertices: Vertices, ring: readonly LonLat[]): number[] {
	const path: number[] = [];
	for (const lonLat of ring) {
		const vertex = vertices.at(...cmOfLonLat(frame, lonLat));
		if (vertex !== path.at(-1)) path.push(vertex);
	}
	while (path.length > 1 && path[0] === path.at(-1)) path.pop();
	return path;
}

/**
 * Take out every there-and-back (a, b, a), however deep. `ends` are the ends of what was taken out: the tips, and only
 * where the ring goes on through all of them, those.
 */
function withoutSpikes(path: readonly number[]): {
	clean: readonly number[];
	ends: readonly number[];
} {
	const clean: number[] = [];
	const ends: number[] = [];
	for (const vertex of path) {
		if (clean.length > 1 && clean.at(-2) === vertex) ends.push(vertex, ...clean.splice(-1));
		else if (clean.at(-1) !== vertex) clean.push(vertex);
	}
	for (;;) {
		const last = clean.length - 1;
		if (last > 1 && clean[last - 1] === clean[0]) ends.push(clean[0], ...clean.splice(-1));
		else if (last > 1 && clean[last] === clean[1]) ends.push(clean[1], ...clean.splice(0, 1));
		else if (last > 0 && clean[last] === clean[0]) clean.length = last;
		else break;
	}
	const left = new Set(clean);
	const tips = ends.filter((vertex) => !left.has(vertex));
	return { clean, ends: tips.length > 0 ? tips : ends };
}

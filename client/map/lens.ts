// The magnifier: real geometry around a place, turned so that the border stands upright and stretched across it until a
// gap of a metre can be seen. Pure: shapes in, paths out.
import { metresPerDegree } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { ShapeCollection, ShapeFeature } from "../data/uploadQueries.ts";
import { linesOf } from "./shapeLines.ts";
import { distanceToSegmentM, troubleReachM } from "./troubleReach.ts";

/** East and north of the place, metres. */
type EastNorthM = readonly [eastM: number, northM: number];
export type Pixel = readonly [x: number, y: number];

export interface LensPath {
	readonly role: "staged" | "read" | "current";
	readonly id: string;
	readonly name: string;
	readonly kind: "area" | "line" | "point";
	/** SVG path, px. */
	readonly d: string;
	/** Vertices within the lens, px. */
	readonly vertices: readonly Pixel[];
	/** Where its name goes; null for what only passes. */
	readonly label: Pixel | null;
}

export interface Lens {
	readonly paths: readonly LensPath[];
	/** Times wider across the border than along it; 1: true to shape. */
	readonly stretch: number;
	/** What stands upright in the picture: east and north parts, unit length. */
	readonly along: EastNorthM;
	/** Half the height, metres. */
	readonly halfAlongM: number;
}

export interface LensFrame {
	readonly widthPx: number;
	readonly heightPx: number;
	/** Fixed by another lens, so that both show the same; absent: found from the shapes. */
	readonly like?: Lens;
}

const SEARCH_M = 400;
const MIN_HALF_M = 6;
const MAX_HALF_M = 250;
const POINT_HALF_M = 80;
const MAX_STRETCH = 60;
/** Tried where borders bend too much to be stretched. */
const CLOSER_M = [100, 50, 25];
/** Below this, turning and stretching would only confuse. */
const WORTH_STRETCH = 1.6;
/** Borders that differ by less are one. */
const SEEN_M = 0.001;
/** Of the half width, what the widest spread takes. */
const SPREAD_SHARE = 0.55;
const VERTICES_IN_VIEW = 9;
const LABEL_GRID = 10;

/** What lies around `at`, drawn into a frame. */
export function lensAt(shapes: ShapeCollection, at: LonLat, frame: LensFrame): Lens {
	const near = shapes.features.flatMap((feature) => nearShape(feature, at));
	const view = frame.like ?? viewOf(near, frame);
	const place = placer(view, frame);
	const placed = near.map(({ properties, kind, lines }) => ({
		properties,
		kind,
		lines: lines.map((line) => line.map(place)),
	}));
	const labels = labelsIn(placed, frame);
	return { ...view, paths: placed.map((shape, index) => pathOf(shape, labels[index], frame)) };
}

interface NearShape {
	readonly properties: ShapeFeature["properties"];
	readonly kind: LensPath["kind"];
	readonly lines: readonly (readonly EastNorthM[])[];
}
type View = Pick<Lens, "stretch" | "along" | "halfAlongM">;

function nearShape({ geometry, properties }: ShapeFeature, at: LonLat): NearShape[] {
	if (geometry === null) return [];
	const { kind, lines } = linesOf(geometry);
	const { lonM, latM } = metresPerDegree(at[1]);
	const local = lines.map((line) =>
		line.map(([lon = 0, lat = 0]): EastNorthM => [(lon - at[0]) * lonM, (lat - at[1]) * latM]),
	);
	const all = local.flat();
	const touches =
		all.some(([east]) => east <= SEARCH_M) &&
		all.some(([east]) => east >= -SEARCH_M) &&
		all.some(([, north]) => north <= SEARCH_M) &&
		all.some(([, north]) => north >= -SEARCH_M);
	return touches ? [{ properties, kind, lines: local }] : [];
}

/** Height from the density of vertices and the reach of the trouble, direction from the nearest border, stretch from how far borders differ. */
function viewOf(near: readonly NearShape[], frame: LensFrame): View {
	const plain = { stretch: 1, along: [0, 1] as const };
	const lines = near.filter(({ kind }) => kind !== "point").flatMap((shape) => shape.lines);
	const away = lines
		.flat()
		.map(([east, north]) => Math.hypot(east, north))
		.sort((a, b) => a - b);
	if (away.length === 0) return { ...plain, halfAlongM: POINT_HALF_M };
	const areas = near.filter(
		({ kind, properties }) => kind === "area" && properties.role !== "current",
	);
	const denseM = (away[Math.min(VERTICES_IN_VIEW, away.length - 1)] ?? 0) * 1.25;
	const wholeM = troubleReachM(areas.map(({ lines: rings }) => rings)) * 1.1;
	const along = directionAt(lines);
	const views = [Math.max(denseM, wholeM), denseM, ...CLOSER_M].map((reachM): View => {
		const halfAlongM = Math.min(MAX_HALF_M, Math.max(MIN_HALF_M, reachM));
		const spreadM = spreadOf(lines, along, halfAlongM);
		const halfAcrossM = (halfAlongM * frame.widthPx) / frame.heightPx;
		const stretch = Math.min(MAX_STRETCH, (halfAcrossM * SPREAD_SHARE) / spreadM);
		if (spreadM < SEEN_M || stretch < WORTH_STRETCH) return { ...plain, halfAlongM };
		return { stretch: Math.round(stretch * 10) / 10, along, halfAlongM };
	});
	const [first] = views;
	// all of the trouble, or where that shows too little of it, a part of it that can be stretched
	return (
		(wholeM > 0 ? views.find(({ stretch }) => stretch > 1) : first) ??
		first ?? { ...plain, halfAlongM: POINT_HALF_M }
	);
}

/** Where north points in the picture, unit length, y downwards. */
export function northIn({ along, stretch }: Lens): Pixel {
	const [x, y] = [-along[0] * stretch, -along[1]];
	const length = Math.hypot(x, y);
	return [x / length, y / length];
}

/** Unit vector of the segment nearest to the place, pointing north. */
function directionAt(lines: readonly (readonly EastNorthM[])[]): EastNorthM {
	let best: EastNorthM = [0, 1];
	let bestM = Number.POSITIVE_INFINITY;
	for (const line of lines)
		for (let i = 1; i < line.length; i++) {
			const from = line[i - 1];
			const to = line[i];
			if (from === undefined || to === undefined) continue;
			const lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
			const awayM = distanceToSegmentM(from, to);
			if (lengthM === 0 || awayM >= bestM) continue;
			const sign = to[1] < from[1] ? -1 : 1;
			best = [(sign * (to[0] - from[0])) / lengthM, (sign * (to[1] - from[1])) / lengthM];
			bestM = awayM;
		}
	return best;
}

/** How far borders in view lie from the upright through the place; borders that leave sideways do not count. */
function spreadOf(
	lines: readonly (readonly EastNorthM[])[],
	[east, north]: EastNorthM,
	halfAlongM: number,
): number {
	let spreadM = 0;
	for (const line of lines)
		for (const [e, n] of line) {
			const acrossM = Math.abs(e * north - n * east);
			const alongM = Math.abs(e * east + n * north);
			if (alongM <= halfAlongM && acrossM <= halfAlongM / 4) spreadM = Math.max(spreadM, acrossM);
		}
	return spreadM;
}

/** Metres to pixels; across is to the right of along. */
function placer({ stretch, along, halfAlongM }: View, { widthPx, heightPx }: LensFrame) {
	const [east, north] = along;
	const pxPerM = heightPx / 2 / halfAlongM;
	return ([e, n]: EastNorthM): Pixel => [
		widthPx / 2 + (e * north - n * east) * pxPerM * stretch,
		heightPx / 2 - (e * east + n * north) * pxPerM,
	];
}

interface PlacedShape {
	readonly properties: ShapeFeature["properties"];
	readonly kind: LensPath["kind"];
	readonly lines: readonly (readonly Pixel[])[];
}

function pathOf(
	{ properties, kind, lines }: PlacedShape,
	label: Pixel | null | undefined,
	{ widthPx, heightPx }: LensFrame,
): LensPath {
	const inView = ([x, y]: Pixel) => x >= -4 && y >= -4 && x <= widthPx + 4 && y <= heightPx + 4;
	const { role, id, name } = properties;
	const close = kind === "area" ? "Z" : "";
	const drawn = (line: readonly Pixel[]) =>
		`M${line.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}${close}`;
	return {
		role,
		id,
		name,
		kind,
		d: lines.map(drawn).join(""),
		vertices: lines.flat().filter(inView),
		label: label ?? null,
	};
}

/** For each area a point of a grid, of those in no other area of its role the nearest to their middle. */
function labelsIn(
	shapes: readonly PlacedShape[],
	{ widthPx, heightPx }: LensFrame,
): (Pixel | null)[] {
	const own: Pixel[][] = shapes.map(() => []);
	for (let i = 1; i < LABEL_GRID; i++)
		for (let j = 1; j < LABEL_GRID; j++) {
			const point: Pixel = [(widthPx * i) / LABEL_GRID, (heightPx * j) / LABEL_GRID];
			const around = shapes.flatMap(({ kind, lines, properties }, index) =>
				kind === "area" && properties.role !== "current" && isInside(lines, point) ? [index] : [],
			);
			if (around.length === 1 && around[0] !== undefined) own[around[0]]?.push(point);
		}
	return own.map(middlemost);
}

function middlemost(points: readonly Pixel[]): Pixel | null {
	const [x, y] = [meanOf(points.map(([px]) => px)), meanOf(points.map(([, py]) => py))];
	const far = ([px, py]: Pixel) => Math.hypot(px - x, py - y);
	return [...points].sort((a, b) => far(a) - far(b))[0] ?? null;
}

function isInside(rings: readonly (readonly Pixel[])[], [x, y]: Pixel): boolean {
	let inside = false;
	for (const ring of rings)
		for (let i = 0; i < ring.length; i++) {
			const from = ring[i];
			const to = ring[(i + 1) % ring.length];
			if (from === undefined || to === undefined || from[1] > y === to[1] > y) continue;
			if (x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) inside = !inside;
		}
	return inside;
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

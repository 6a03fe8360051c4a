// The isochrone as a MultiPolygon (RFC 7946: outer rings turn left, holes right, nothing crosses).
// Land belongs to its nearest street: inside where that part of the street is reached and at most 60 m away.
import type { LonLat } from "../../geo/LonLat.ts";
import { contours, type Ring } from "./contours.ts";
import { honourNodes, type NodesInField, nodesInField } from "./honourNodes.ts";
import type { Labels, Walker } from "./labels.ts";
import { type StreetField, streetField } from "./streetField.ts";
import { thinRings } from "./thinRings.ts";

/** Polygons, each an outer ring and its holes, closed, [lon, lat] with seven decimals. */
export type IsochronePolygon = LonLat[][][];

/** Smaller holes (yards) are filled and smaller islands dropped, unless a street node lies there. */
const MIN_PART_M2 = 2_500;

/**
 * The polygon of some labels; empty when nothing is reached. `places` are the graph's `nodePlaces`, to be given when
 * many polygons of one graph are made. Cost: one pass over the edges, the streets around, a raster of at most 4 million cells.
 */
export function isochronePolygon(
	walker: Walker,
	labels: Labels,
	places?: Uint32Array,
): IsochronePolygon {
	const field = streetField(walker, labels);
	if (field === null) return [];
	const nodes = nodesInField(walker, labels, field, places);
	honourNodes(field, nodes);
	const rings = withoutTrifles(contours(field), nodes, MIN_PART_M2 / field.cellM ** 2);
	const thinned = thinRings(rings, field.cellM, nodes.at);
	return nested(thinned).map((polygon) => polygon.map((ring) => onGround(field, ring)));
}

/** Rings but small holes without unreached nodes and small islands without reached ones. */
function withoutTrifles(rings: readonly Ring[], nodes: NodesInField, minArea: number): Ring[] {
	return rings.filter((ring) => {
		const area = signedArea(ring);
		if (Math.abs(area) >= minArea) return true;
		const wanted = area > 0 ? 1 : 0;
		const holds = holderOf(ring);
		const holdsNode = nodes.isReached.some(
			(isReached, i) => isReached === wanted && holds(nodes.at[2 * i], nodes.at[2 * i + 1]),
		);
		return holdsNode || rings.some((other) => other !== ring && holds(other[0], other[1]));
	});
}

/** Tells what lies in a ring; what is not in its box is told at once. */
function holderOf(ring: Ring): (x: number, y: number) => boolean {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < ring.length; i += 2) {
		west = Math.min(west, ring[i]);
		east = Math.max(east, ring[i]);
		south = Math.min(south, ring[i + 1]);
		north = Math.max(north, ring[i + 1]);
	}
	return (x, y) => x >= west && x <= east && y >= south && y <= north && isInside(ring, x, y);
}

/** Outer rings, the largest first, each with the holes that lie directly in it. */
function nested(rings: readonly Ring[]): Ring[][] {
	const outers = rings
		.map((ring) => ({ area: signedArea(ring), polygon: [ring] }))
		.filter(({ area }) => area > 0)
		.sort((a, b) => a.area - b.area);
	for (const hole of rings) {
		if (signedArea(hole) > 0) continue;
		const outer = outers.find(({ polygon: [ring] }) => isInside(ring, hole[0], hole[1]));
		if (outer === undefined) throw new Error("A hole of an isochrone lies in no part of it.");
		outer.polygon.push(hole);
	}
	return outers.reverse().map(({ polygon }) => polygon);
}

/** Area in cells, positive when the ring turns left. */
function signedArea(ring: Ring): number {
	let sum = 0;
	let [x, y] = ring.slice(-2);
	for (let i = 0; i < ring.length; i += 2) {
		sum += x * ring[i + 1] - ring[i] * y;
		x = ring[i];
		y = ring[i + 1];
	}
	return sum / 2;
}

function isInside(ring: Ring, px: number, py: number): boolean {
	let inside = false;
	let [x, y] = ring.slice(-2);
	for (let i = 0; i < ring.length; i += 2) {
		const [nextX, nextY] = [ring[i], ring[i + 1]];
		if (y > py !== nextY > py && px < ((nextX - x) * (py - y)) / (nextY - y) + x) inside = !inside;
		x = nextX;
		y = nextY;
	}
	return inside;
}

function onGround({ centre, lonM, latM, west, south, cellM }: StreetField, ring: Ring): LonLat[] {
	const line: LonLat[] = [];
	for (let i = 0; i < ring.length; i += 2)
		line.push([
			rounded(centre[0] + (west + ring[i] * cellM) / lonM),
			rounded(centre[1] + (south + ring[i + 1] * cellM) / latM),
		]);
	line.push(line[0]);
	return line;
}

/** Seven decimals: about a centimetre. */
function rounded(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7;
}

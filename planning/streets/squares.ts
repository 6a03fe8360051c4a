// Pedestrian areas (广场) are crossed, not walked around: straight walks between their entrances and corners.
import { metresPerDegree } from "../geo/ellipsoid.ts";
import { joinRings } from "./joinRings.ts";
import { crossingsOf, type SquarePoint } from "./squareCrossings.ts";
import type { WaySet } from "./Way.ts";
import { walkabilityOf } from "./walkability.ts";
import { BACKWARD, FORWARD, isSquare, type WalkableWays } from "./walkableWays.ts";
import { GROUND } from "./wayLevels.ts";

/** An area: the ways of its rings and the rings as nodes, first = last. */
interface Square {
	/** `edgeWay` of its crossings: the way's id, or the multipolygon's, negative. */
	readonly crossingId: number;
	readonly flags: number;
	readonly isPrivate: boolean;
	readonly ringWays: readonly number[];
	readonly outer: readonly (readonly number[])[];
	readonly inner: readonly (readonly number[])[];
}

/** The ways and, behind them, one way of two nodes for each straight walk across a pedestrian area. */
export function withCrossings(ways: WalkableWays, set: WaySet): WalkableWays {
	const squares = squaresOf(ways, set);
	if (squares.length === 0) return ways;
	const passes = passesOf(ways);
	const crossings: { from: number; to: number; square: Square }[] = [];
	for (const square of squares) {
		const plane = planeOf(ways, square);
		const points = pointsOf(ways, square, passes, plane);
		const rings = [...square.outer, ...square.inner].map(plane);
		for (const [from, to] of crossingsOf(rings, points))
			crossings.push({ from: points[from].node, to: points[to].node, square });
	}
	const refCount = ways.refs.length;
	const column = (read: (square: Square) => number) => crossings.map(({ square }) => read(square));
	return {
		...ways,
		firstRef: extended(
			ways.firstRef,
			crossings.map((_, i) => refCount + 2 * (i + 1)),
		),
		refs: extended(
			ways.refs,
			crossings.flatMap(({ from, to }) => [from, to]),
		),
		wayId: extended(
			ways.wayId,
			column(({ crossingId }) => crossingId),
		),
		wayFlags: extended(
			ways.wayFlags,
			column(({ flags }) => flags),
		),
		wayDirections: extended(
			ways.wayDirections,
			column(() => FORWARD | BACKWARD),
		),
		wayLevel: extended(
			ways.wayLevel,
			column(() => GROUND),
		),
		isPrivate: extended(
			ways.isPrivate,
			column(({ isPrivate }) => (isPrivate ? 1 : 0)),
		),
		isArea: extended(
			ways.isArea,
			column(() => 0),
		),
	};
}

function extended<T extends Float64Array | Uint8Array | Uint16Array | Uint32Array>(
	column: T,
	values: readonly number[],
): T {
	const ArrayType = column.constructor as new (length: number) => T;
	const longer = new ArrayType(column.length + values.length);
	longer.set(column);
	longer.set(values, column.length);
	return longer;
}

/** Closed ways that are areas by their tags, then multipolygons. */
function squaresOf(ways: WalkableWays, { relations = [] }: WaySet): Square[] {
	const squares: Square[] = [];
	ways.isArea.forEach((isArea, way) => {
		if (isArea === 0) return;
		const ring = refsOf(ways, way);
		squares.push({
			crossingId: ways.wayId[way],
			flags: ways.wayFlags[way],
			isPrivate: ways.isPrivate[way] === 1,
			ringWays: [way],
			outer: [ring],
			inner: [],
		});
	});
	const plazas = relations.filter(({ tags }) => isSquare(tags));
	if (plazas.length === 0) return squares;
	const waysOf = new Map<number, number[]>();
	for (const { members } of plazas) for (const { ref } of members) waysOf.set(ref, []);
	for (const [way, id] of ways.wayId.entries()) waysOf.get(id)?.push(way);
	for (const { id, tags, members } of plazas) {
		const walkability = walkabilityOf(tags);
		const waysIn = (isInner: boolean) =>
			members
				.filter(({ role }) => (role === "inner") === isInner)
				.flatMap(({ ref }) => waysOf.get(ref) ?? []);
		const [outerWays, innerWays] = [waysIn(false), waysIn(true)];
		const outer = joinRings(outerWays.map((way) => refsOf(ways, way)));
		const inner = joinRings(innerWays.map((way) => refsOf(ways, way)));
		if (outer.length > 0 && walkability !== null)
			squares.push({
				crossingId: -id,
				flags: walkability.flags,
				isPrivate: walkability.isPrivate,
				ringWays: [...outerWays, ...innerWays],
				outer,
				inner,
			});
	}
	return squares;
}

function refsOf({ firstRef, refs }: WalkableWays, way: number): number[] {
	return [...refs.subarray(firstRef[way], firstRef[way + 1])];
}

/** How often ways pass each node. */
function passesOf({ refs, nodeId }: WalkableWays): Uint32Array {
	const passes = new Uint32Array(nodeId.length);
	for (const node of refs) passes[node]++;
	return passes;
}

/** Entrances (open ring nodes on a way that is not of the ring) and corners that a straight walk can bend around. */
function pointsOf(
	ways: WalkableWays,
	square: Square,
	passes: Uint32Array,
	inMetres: Plane,
): SquarePoint[] {
	const ownPasses = new Map<number, number>();
	for (const way of square.ringWays)
		for (const node of refsOf(ways, way)) ownPasses.set(node, (ownPasses.get(node) ?? 0) + 1);
	const points = new Map<number, SquarePoint>();
	const addRing = (ring: readonly number[], isHole: boolean) => {
		const xy = inMetres(ring);
		const isClockwise = doubleAreaM2(xy) < 0;
		const last = ring.length - 1;
		for (let i = 0; i < last; i++) {
			const node = ring[i];
			if (ways.isShut[node] === 1 || points.has(node)) continue;
			const [before, after] = [2 * (i === 0 ? last - 1 : i - 1), 2 * (i + 1)];
			const turn =
				(xy[2 * i] - xy[before]) * (xy[after + 1] - xy[2 * i + 1]) -
				(xy[2 * i + 1] - xy[before + 1]) * (xy[after] - xy[2 * i]);
			// seen with the area on the left, a corner that juts into it turns right
			const jutsIn = (isClockwise === isHole ? turn : -turn) < 0;
			const isEntrance = passes[node] > (ownPasses.get(node) ?? 0);
			if (isEntrance || jutsIn)
				points.set(node, {
					node,
					isEntrance,
					x: xy[2 * i],
					y: xy[2 * i + 1],
					before: [xy[before], xy[before + 1]],
					after: [xy[after], xy[after + 1]],
				});
		}
	};
	for (const ring of square.outer) addRing(ring, false);
	for (const ring of square.inner) addRing(ring, true);
	return [...points.values()];
}

/** A ring in metres: x, y, x, y … */
type Plane = (ring: readonly number[]) => Float64Array;

/** Metres from the first corner of a square: one plane for all its rings. */
function planeOf({ nodeLon, nodeLat }: WalkableWays, { outer }: Square): Plane {
	const [origin] = outer[0];
	const { lonM, latM } = metresPerDegree(nodeLat[origin]);
	return (ring) => {
		const xy = new Float64Array(2 * ring.length);
		ring.forEach((node, i) => {
			xy[2 * i] = (nodeLon[node] - nodeLon[origin]) * lonM;
			xy[2 * i + 1] = (nodeLat[node] - nodeLat[origin]) * latM;
		});
		return xy;
	};
}

function doubleAreaM2(xy: Float64Array): number {
	let sum = 0;
	for (let i = 0; i + 3 < xy.length; i += 2)
		sum += (xy[i] - xy[0]) * (xy[i + 3] - xy[1]) - (xy[i + 2] - xy[0]) * (xy[i + 1] - xy[1]);
	return sum;
}

// Overlaps divided along their middle line: halfway between the borders that both cells drew.

import type { BuildRing } from "../build/rings.ts";
import { SLACK_CM, type Subdivision, subdivideRings } from "../build/Subdivision.ts";
import { isInsideRing } from "../isInsideRing.ts";
import { type Segment, segmentsTouch } from "../segmentsTouch.ts";
import { OUTSIDE } from "../Tiling.ts";

/**
 * The plane cut anew, with each of these faces divided between its two claimants. A face is only divided where its
 * border is one chain of either cell's line and the middle line stays inside it; another keeps its claims, and stays a
 * trouble.
 */
export function alongMiddle(subdivision: Subdivision, faces: readonly number[]): Subdivision {
	const rings: BuildRing[] = [];
	const { codes, frame, vertices, graph, claims, troubles } = subdivision;
	const paths = pathsOf(subdivision);
	let polygon = 0;
	const add = (cell: number, path: readonly number[], isHole: boolean) =>
		rings.push({ cell, polygon, isHole, vertices: path });
	for (let face = 1; face < graph.faceCount; face++) {
		const halves = faces.includes(face) ? halvesOf(subdivision, face, paths[face]) : null;
		if (halves === null)
			for (const cell of claims[face]) {
				for (const path of paths[face]) add(cell, path.vertices, path.isHole);
				polygon++;
			}
		else
			for (const { cell, path } of halves) {
				add(cell, path, false);
				polygon++;
			}
	}
	return subdivideRings({ frame, codes, vertices, rings, troubles }, SLACK_CM);
}

interface FacePath {
	readonly vertices: readonly number[];
	/** The half-edges between them. */
	readonly halves: readonly number[];
	readonly isHole: boolean;
}

/** The closed paths around each face, the face on the left. */
function pathsOf({ graph, segments, vertices: { x, y } }: Subdivision): FacePath[][] {
	const paths = Array.from({ length: graph.faceCount }, (): FacePath[] => []);
	const isDone = new Uint8Array(2 * segments.count);
	for (let start = 0; start < isDone.length; start++) {
		if (isDone[start] !== 0) continue;
		const halves: number[] = [];
		for (let half = start; isDone[half] === 0; half = graph.next[half]) {
			isDone[half] = 1;
			halves.push(half);
		}
		const vertices = halves.map((half) =>
			(half & 1) === 0 ? segments.a[half >> 1] : segments.b[half >> 1],
		);
		let twiceArea = 0;
		vertices.forEach((vertex, i) => {
			const next = vertices[(i + 1) % vertices.length];
			twiceArea += x[vertex] * y[next] - x[next] * y[vertex];
		});
		paths[graph.face[start]].push({ vertices, halves, isHole: twiceArea <= 0 });
	}
	return paths;
}

/** The two halves of an overlap; null where its border is not one line of each, with what faces neither between. */
function halvesOf(
	subdivision: Subdivision,
	face: number,
	[path, ...others]: readonly FacePath[],
): { cell: number; path: number[] }[] | null {
	const claims = subdivision.claims[face];
	if (others.length > 0 || path === undefined || claims.length !== 2) return null;
	const sideOf = path.halves.map((half) => soleOwnerBeyond(subdivision, half, claims));
	const starts = claims.map((cell) =>
		sideOf.flatMap((side, i) => (side === cell && sideOf.at(i - 1) !== cell ? [i] : [])),
	);
	if (starts.some((runs) => runs.length !== 1)) return null;
	const count = path.vertices.length;
	const chain = (from: number, to: number) =>
		Array.from(
			{ length: ((to - from + count) % count) + 1 },
			(_, i) => path.vertices[(from + i) % count],
		);
	const runEnd = (from: number, cell: number) => {
		let end = from;
		while (sideOf[end % count] === cell) end++;
		return end % count;
	};
	const [[first], [second]] = starts;
	const [firstEnd, secondEnd] = [runEnd(first, claims[0]), runEnd(second, claims[1])];
	// what faces neither is halved: the middle line ends there
	const [toSecond, tip] = halved(subdivision, chain(firstEnd, second));
	const [toFirst, foot] = halved(subdivision, chain(secondEnd, first));
	const one = [...foot, ...chain(first, firstEnd).slice(1, -1), ...toSecond];
	const other = [...tip, ...chain(second, secondEnd).slice(1, -1), ...toFirst];
	const middle = middleLine(subdivision, one, [...other].reverse());
	const around = [...one.slice(0, -1), ...other.slice(0, -1)];
	if (!isWithinPath(subdivision, [one[0], ...middle, other[0]], around)) return null;
	// what lies beyond a chain is the one cell's own; its half of the overlap lies along that chain
	return [
		{ cell: claims[0], path: [...one, ...[...middle].reverse()] },
		{ cell: claims[1], path: [...other, ...middle] },
	];
}

/** A chain up to its middle, and from there on; of one vertex, that vertex twice. */
function halved({ vertices }: Subdivision, chain: readonly number[]): [number[], number[]] {
	if (chain.length === 1) return [[...chain], [...chain]];
	const [x, y] = placeAt(vertices, chain, 0.5);
	const middle = vertices.at(Math.round(x), Math.round(y));
	const lengths = lengthsOf(vertices, chain);
	const half = (lengths.at(-1) ?? 0) / 2;
	return [
		[...chain.filter((_, i) => lengths[i] < half), middle],
		[middle, ...chain.filter((_, i) => lengths[i] > half)],
	];
}

/** The claimant that lies alone beyond a half-edge; `OUTSIDE` where neither does. */
function soleOwnerBeyond(
	{ graph, claims }: Subdivision,
	half: number,
	wanted: readonly number[],
): number {
	const beyond = claims[graph.face[half ^ 1]].filter((cell) => wanted.includes(cell));
	return beyond.length === 1 ? beyond[0] : OUTSIDE;
}

/** Between two chains with the same ends: at equal shares of their lengths, halfway; ends not included. */
function middleLine(
	{ vertices }: Subdivision,
	one: readonly number[],
	other: readonly number[],
): number[] {
	const shares = [...new Set([...sharesOf(vertices, one), ...sharesOf(vertices, other)])];
	return shares
		.filter((share) => share > 0 && share < 1)
		.sort((a, b) => a - b)
		.map((share) => {
			const [ax, ay] = placeAt(vertices, one, share);
			const [bx, by] = placeAt(vertices, other, share);
			return vertices.at(Math.round((ax + bx) / 2), Math.round((ay + by) / 2));
		})
		.filter(
			(vertex, i, line) => vertex !== line[i - 1] && vertex !== one[0] && vertex !== one.at(-1),
		);
}

/** Does a line from border to border lie inside a closed path, crossing neither it nor itself? Exact. */
function isWithinPath(
	{ vertices: { x, y } }: Subdivision,
	line: readonly number[],
	path: readonly number[],
): boolean {
	const segment = (a: number, b: number): Segment => [x[a], y[a], x[b], y[b]];
	const steps = line.slice(1).map((to, i) => segment(line[i], to));
	const sides = path.map((from, i) => segment(from, path[(i + 1) % path.length]));
	const ring = path.flatMap((vertex) => [2 * x[vertex], 2 * y[vertex]]);
	return steps.every(
		(step, i) =>
			isInsideRing(ring, step[0] + step[2], step[1] + step[3]) &&
			!steps.slice(0, i).some((other) => segmentsTouch(step, other)) &&
			!sides.some((side) => segmentsTouch(step, side)),
	);
}

type Places = Subdivision["vertices"];

function sharesOf(places: Places, chain: readonly number[]): number[] {
	const lengths = lengthsOf(places, chain);
	const whole = lengths.at(-1) ?? 0;
	return lengths.map((length) => (whole > 0 ? length / whole : 0));
}

function lengthsOf({ x, y }: Places, chain: readonly number[]): number[] {
	let sum = 0;
	return chain.map((vertex, i) => {
		if (i > 0) sum += Math.hypot(x[vertex] - x[chain[i - 1]], y[vertex] - y[chain[i - 1]]);
		return sum;
	});
}

function placeAt(places: Places, chain: readonly number[], share: number): [number, number] {
	const { x, y } = places;
	const lengths = lengthsOf(places, chain);
	const wanted = share * (lengths.at(-1) ?? 0);
	const i = Math.max(
		1,
		lengths.findIndex((length) => length >= wanted),
	);
	const [a, b] = [chain[i - 1], chain[i]];
	const part =
		lengths[i] > lengths[i - 1] ? (wanted - lengths[i - 1]) / (lengths[i] - lengths[i - 1]) : 0;
	return [x[a] + part * (x[b] - x[a]), y[a] + part * (y[b] - y[a])];
}

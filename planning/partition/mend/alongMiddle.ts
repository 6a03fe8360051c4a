// Overlaps divided along their middle line: halfway between the borders that both cells drew.

import type { BuildRing } from "../build/rings.ts";
import { SLACK_CM, type Subdivision, subdivideRings } from "../build/Subdivision.ts";
import { OUTSIDE } from "../Tiling.ts";

/**
 * The plane cut anew, with each of these faces divided between its two claimants. A face is only divided where its
 * border is one chain of either cell's line; another keeps its claims, and stays a trouble.
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

/** The two halves of an overlap; null where its border is not one chain of each. */
function halvesOf(
	subdivision: Subdivision,
	face: number,
	[path, ...others]: readonly FacePath[],
): { cell: number; path: number[] }[] | null {
	const claims = subdivision.claims[face];
	if (others.length > 0 || path === undefined || claims.length !== 2) return null;
	const sideOf = path.halves.map((half) => soleOwnerBeyond(subdivision, half, claims));
	const starts = sideOf.flatMap((side, i) => (side !== sideOf.at(i - 1) ? [i] : []));
	if (starts.length !== 2 || sideOf.includes(OUTSIDE)) return null;
	const [first, second] = starts;
	const chain = (from: number, to: number) => {
		const count = path.vertices.length;
		return Array.from(
			{ length: ((to - from + count) % count) + 1 },
			(_, i) => path.vertices[(from + i) % count],
		);
	};
	const [one, other] = [chain(first, second), chain(second, first)];
	const middle = middleLine(subdivision, one, [...other].reverse());
	// what lies beyond a chain is the one cell's own; its half of the overlap lies along that chain
	return [
		{ cell: sideOf[first], path: [...one, ...[...middle].reverse()] },
		{ cell: sideOf[second], path: [...other, ...middle] },
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

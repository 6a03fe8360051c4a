// What must hold of every tiling, whatever it was made from; each check by another way than the tiling was made.
import Flatbush from "flatbush";
import { isInsideRing } from "../../../planning/partition/isInsideRing.ts";
import { type Segment, segmentsTouch } from "../../../planning/partition/segmentsTouch.ts";
import { cellShape, ringPointsCm } from "../../../planning/partition/shape.ts";
import { OUTSIDE, type Tiling } from "../../../planning/partition/Tiling.ts";

/** Parts of a cell, each its rings as x, y, x, y … in centimetres. */
export function cellPartsCm(tiling: Tiling, cell: number): number[][][] {
	return cellShape(tiling, cell).map((part) => part.map((ring) => ringPointsCm(tiling, ring)));
}

/** What is wrong with a tiling, in words; empty when it is sound. */
export function tilingFaults(tiling: Tiling): string[] {
	const faults = [...crossings(tiling), ...lostSides(tiling)];
	const parts = tiling.cellCode.map((_, cell) => cellPartsCm(tiling, cell));
	const inside = parts.flat(2).reduce((sum, ring) => sum + twiceArea(ring), 0n);
	const around = twiceAreaOfRim(tiling);
	if (inside !== around) faults.push(`cells hold ${inside} half cm², the rim ${around}`);
	for (const [cell, rings] of parts.entries())
		for (const [outer, ...holes] of rings) {
			if (twiceArea(outer) <= 0n) faults.push(`cell ${cell} has an outer ring that turns right`);
			for (const hole of holes)
				if (twiceArea(hole) >= 0n) faults.push(`cell ${cell} has a hole that turns left`);
		}
	return faults;
}

/** Cells that hold a place of whole centimetres in their inside, by their rings alone. */
export function cellsAt(tiling: Tiling, xCm: number, yCm: number): number[] {
	return [...tiling.cellCode.keys()].filter(
		(cell) =>
			cellPartsCm(tiling, cell)
				.flat()
				.filter((ring) => isInsideRing(ring, xCm, yCm)).length %
				2 ===
			1,
	);
}

/** Is a place of whole centimetres on a line of the tiling? */
export function isOnLine(tiling: Tiling, xCm: number, yCm: number): boolean {
	return segmentsOf(tiling).some(
		([ax, ay, bx, by]) =>
			(bx - ax) * (yCm - ay) === (by - ay) * (xCm - ax) &&
			xCm >= Math.min(ax, bx) &&
			xCm <= Math.max(ax, bx) &&
			yCm >= Math.min(ay, by) &&
			yCm <= Math.max(ay, by),
	);
}

function crossings(tiling: Tiling): string[] {
	const segments = segmentsOf(tiling);
	if (segments.length === 0) return [];
	const tree = new Flatbush(segments.length, 16, Float64Array);
	const boxes = segments.map(
		([ax, ay, bx, by]) =>
			[Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const,
	);
	for (const box of boxes) tree.add(...box);
	tree.finish();
	return segments.flatMap((segment, index) =>
		tree
			.search(...boxes[index], (other) => other > index && segmentsTouch(segment, segments[other]))
			.map((other) => `segments ${segment.join(" ")} and ${segments[other].join(" ")} meet`),
	);
}

/** Every side of a cell is in one ring of that cell, and in no other. */
function lostSides({
	arcLeft,
	arcRight,
	cellFirstRing,
	ringFirstSide,
	ringSide,
}: Tiling): string[] {
	const cellOfSide = new Map<number, number>();
	const faults: string[] = [];
	for (let cell = 0; cell + 1 < cellFirstRing.length; cell++) {
		const [from, to] = [ringFirstSide[cellFirstRing[cell]], ringFirstSide[cellFirstRing[cell + 1]]];
		for (const side of ringSide.subarray(from, to)) {
			if (cellOfSide.has(side)) faults.push(`side ${side} is in two rings`);
			cellOfSide.set(side, cell);
		}
	}
	arcLeft.forEach((left, arc) => {
		if (left === arcRight[arc]) faults.push(`arc ${arc} has the same cell on both sides`);
		for (const [side, cell] of [
			[2 * arc, left],
			[2 * arc + 1, arcRight[arc]],
		])
			if ((cellOfSide.get(side) ?? OUTSIDE) !== cell) faults.push(`side ${side} lost its cell`);
	});
	return faults;
}

function segmentsOf({ pointCm, arcFirstPoint }: Tiling): Segment[] {
	const segments: Segment[] = [];
	for (let arc = 0; arc + 1 < arcFirstPoint.length; arc++)
		for (let i = 2 * arcFirstPoint[arc]; i + 3 < 2 * arcFirstPoint[arc + 1]; i += 2)
			segments.push([pointCm[i], pointCm[i + 1], pointCm[i + 2], pointCm[i + 3]]);
	return segments;
}

/** Twice the area that the arcs with nobody on one side enclose. */
function twiceAreaOfRim({ pointCm, arcFirstPoint, arcLeft, arcRight }: Tiling): bigint {
	let sum = 0n;
	for (let arc = 0; arc < arcLeft.length; arc++) {
		if (arcLeft[arc] !== OUTSIDE && arcRight[arc] !== OUTSIDE) continue;
		const line = pointCm.subarray(2 * arcFirstPoint[arc], 2 * arcFirstPoint[arc + 1]);
		let under = 0n;
		for (let i = 0; i + 3 < line.length; i += 2) under += cross(line, i, i + 2);
		sum += arcLeft[arc] === OUTSIDE ? -under : under;
	}
	return sum;
}

/** Twice the area of a ring that is not closed, whole cm². */
function twiceArea(ring: readonly number[]): bigint {
	let sum = 0n;
	for (let i = 0; i < ring.length; i += 2) sum += cross(ring, i, (i + 2) % ring.length);
	return sum;
}

function cross(points: ArrayLike<number>, i: number, j: number): bigint {
	return BigInt(points[i]) * BigInt(points[j + 1]) - BigInt(points[j]) * BigInt(points[i + 1]);
}

// The borders around a drawn line, as segments that points can be put into. The tiling itself stays as it is.
import Flatbush from "flatbush";
import type { Tiling } from "../Tiling.ts";
import { type BoxCm, boxesMeet, placeKey } from "./place.ts";

/** Called with the ends of a piece of a segment. */
type PieceVisitor = (segment: number, ax: number, ay: number, bx: number, by: number) => void;

/** A segment is meant by the number of its first point in the tiling. */
export class LocalBorders {
	private readonly pointCm: Int32Array;
	private readonly segments: number[] = [];
	private readonly tree: Flatbush | null;
	private readonly vertices = new Set<number>();
	private readonly inserted = new Map<number, readonly number[]>();

	/** Segments of some arcs that come near a box. */
	constructor({ pointCm, arcFirstPoint }: Tiling, arcs: Iterable<number>, box: BoxCm) {
		this.pointCm = pointCm;
		const boxes: BoxCm[] = [];
		for (const arc of arcs)
			for (let point = arcFirstPoint[arc]; point < arcFirstPoint[arc + 1] - 1; point++) {
				const around = this.boxOf(point);
				if (!boxesMeet(around, box)) continue;
				this.segments.push(point);
				boxes.push(around);
				for (const end of [2 * point, 2 * point + 2])
					this.vertices.add(placeKey(pointCm[end], pointCm[end + 1]));
			}
		this.tree = boxes.length === 0 ? null : new Flatbush(boxes.length, 16, Float64Array);
		for (const around of boxes) this.tree?.add(...around);
		this.tree?.finish();
	}

	/** Pieces that may come within a distance of a box. */
	near([west, south, east, north]: BoxCm, withinCm: number, visit: PieceVisitor): void {
		const by = withinCm + 1; // pieces lie up to a centimetre beside their segment
		this.tree?.search(west - by, south - by, east + by, north + by, (i) => {
			this.pieces(this.segments[i], visit);
			return false;
		});
	}

	/** The pieces of one segment, in its direction. */
	pieces(segment: number, visit: PieceVisitor): void {
		let [x, y] = [this.pointCm[2 * segment], this.pointCm[2 * segment + 1]];
		const between = this.insertedIn(segment);
		for (let i = 0; i < between.length; i += 2) {
			visit(segment, x, y, between[i], between[i + 1]);
			[x, y] = [between[i], between[i + 1]];
		}
		visit(segment, x, y, this.pointCm[2 * segment + 2], this.pointCm[2 * segment + 3]);
	}

	/** Points put into a segment as x, y …, from its first end to the other. */
	insertedIn(segment: number): readonly number[] {
		return this.inserted.get(segment) ?? [];
	}

	/** Lead a segment through a place; nothing where it is a vertex already. */
	insert(segment: number, x: number, y: number): void {
		if (this.isVertex(x, y)) return;
		this.vertices.add(placeKey(x, y));
		const points = [...this.insertedIn(segment)];
		const share = shareAlong(this.pointCm, segment, x, y);
		let at = 0;
		while (
			at < points.length &&
			shareAlong(this.pointCm, segment, points[at], points[at + 1]) < share
		)
			at += 2;
		points.splice(at, 0, x, y);
		this.inserted.set(segment, points);
	}

	isVertex(x: number, y: number): boolean {
		return this.vertices.has(placeKey(x, y));
	}

	/** The segment that holds a piece between two places in either direction; -1 where there is none. */
	segmentOfPiece(px: number, py: number, qx: number, qy: number): number {
		let found = -1;
		this.near([px, py, px, py], 1, (segment, ax, ay, bx, by) => {
			if (
				(ax === px && ay === py && bx === qx && by === qy) ||
				(ax === qx && ay === qy && bx === px && by === py)
			)
				found = segment;
		});
		return found;
	}

	private boxOf(point: number): BoxCm {
		const [ax, ay, bx, by] = this.pointCm.subarray(2 * point, 2 * point + 4);
		return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
	}
}

/** How far along a segment a place lies beside it: 0 at its first end, 1 at the other. */
export function shareAlong(
	pointCm: ArrayLike<number>,
	segment: number,
	x: number,
	y: number,
): number {
	const [ax, ay] = [pointCm[2 * segment], pointCm[2 * segment + 1]];
	const [dx, dy] = [pointCm[2 * segment + 2] - ax, pointCm[2 * segment + 3] - ay];
	return ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
}

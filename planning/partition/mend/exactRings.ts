// Mended shapes in degrees: corners that a unit had keep their coordinates to the last digit, so that neighbours that
// were not touched still share them.
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";
import { SLACK_CM } from "../build/Subdivision.ts";
import { cmOfLonLat } from "../frame.ts";
import { lonLatOfCm } from "../lonLatShape.ts";
import type { Frame } from "../Tiling.ts";
import type { ShapeCm } from "./claimedShapes.ts";

const SPAN = 2 ** 26;

/** Coordinates by place: those of untouched neighbours first, also a little beside, then one's own. */
export class ExactCorners {
	private readonly frame: Frame;
	private readonly untouched = new Map<number, LonLat>();
	private readonly own = new Map<number, LonLat>();

	constructor(frame: Frame) {
		this.frame = frame;
	}

	/** Take note of the corners of a shape as it was drawn. */
	add(polygons: MultiPolygonRings, isUntouched: boolean): void {
		const known = isUntouched ? this.untouched : this.own;
		for (const rings of polygons)
			for (const ring of rings)
				for (const lonLat of ring) {
					const [x, y] = cmOfLonLat(this.frame, lonLat);
					const key = keyOf(x, y);
					if (!known.has(key)) known.set(key, lonLat);
				}
	}

	/** A shape in degrees, each ring closed. */
	polygonsOf(shape: ShapeCm): MultiPolygonRings {
		return shape.map((part) =>
			part.map((ring) => {
				const points = Array.from({ length: ring.length / 2 }, (_, i) =>
					this.lonLatAt(ring[2 * i], ring[2 * i + 1]),
				);
				return [...points, points[0]];
			}),
		);
	}

	private lonLatAt(x: number, y: number): LonLat {
		const exact = this.untouched.get(keyOf(x, y)) ?? this.besideUntouched(x, y);
		return exact ?? this.own.get(keyOf(x, y)) ?? lonLatOfCm(this.frame, x, y);
	}

	/** The corner of an untouched shape within the slack, the nearest, when there is one. */
	private besideUntouched(x: number, y: number): LonLat | undefined {
		let found: LonLat | undefined;
		let nearest = SLACK_CM * SLACK_CM + 1;
		for (let dx = -SLACK_CM; dx <= SLACK_CM; dx++)
			for (let dy = -SLACK_CM; dy <= SLACK_CM; dy++) {
				if (dx * dx + dy * dy >= nearest) continue;
				const there = this.untouched.get(keyOf(x + dx, y + dy));
				if (there === undefined) continue;
				found = there;
				nearest = dx * dx + dy * dy;
			}
		return found;
	}
}

function keyOf(x: number, y: number): number {
	return (x + SPAN / 2) * SPAN + y + SPAN / 2;
}

/** A drawn shape in whole centimetres, rings not closed. */
export function drawnCm(frame: Frame, polygons: MultiPolygonRings): ShapeCm {
	return polygons.map((rings) =>
		rings.map((ring) => ring.slice(0, -1).flatMap((lonLat) => cmOfLonLat(frame, lonLat))),
	);
}

// What can be seen inside an area with corners and holes: the straight walks that never leave it.
import Flatbush from "flatbush";

/** Rings in metres of one plane: x, y, x, y …, the first point again at the end. Inside is what an odd number of rings encloses. */
export type RingsM = readonly Float64Array[];

/** Nearer than this to a straight walk, a corner of the area touches it. */
const TOUCH_M = 0.001;

/** Tells of two points of the rings whether the straight line between them stays inside. */
export class Sight {
	/** x, y, x, y of each side of the rings. */
	private readonly sides: Float64Array;
	private readonly tree: Flatbush;
	private readonly eastM: number;

	constructor(rings: RingsM) {
		const sideCount = rings.reduce((sum, ring) => sum + ring.length / 2 - 1, 0);
		this.sides = new Float64Array(4 * sideCount);
		this.tree = new Flatbush(sideCount);
		let side = 0;
		let eastM = -Infinity;
		for (const ring of rings)
			for (let i = 0; i + 3 < ring.length; i += 2, side += 4) {
				const [ax, ay, bx, by] = ring.subarray(i, i + 4);
				this.sides.set([ax, ay, bx, by], side);
				this.tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
				eastM = Math.max(eastM, ax, bx);
			}
		this.tree.finish();
		this.eastM = eastM;
	}

	/** False too where the line only runs along a side: the ring is walked there anyway. */
	isOpen(ax: number, ay: number, bx: number, by: number): boolean {
		const lengthM = Math.hypot(bx - ax, by - ay);
		if (lengthM === 0) return false;
		// 1. no side is crossed; corners that touch the line are where it may leave the area
		const touches = [0, 1];
		for (const side of this.near(ax, ay, bx, by)) {
			const [cx, cy, dx, dy] = this.sides.subarray(4 * side, 4 * side + 4);
			const cLeftM = leftM(ax, ay, bx, by, cx, cy) / lengthM;
			const dLeftM = leftM(ax, ay, bx, by, dx, dy) / lengthM;
			const t = ((cx - ax) * (bx - ax) + (cy - ay) * (by - ay)) / (lengthM * lengthM);
			if (Math.abs(cLeftM) <= TOUCH_M && t > 0 && t < 1) touches.push(t);
			if (Math.abs(cLeftM) <= TOUCH_M || Math.abs(dLeftM) <= TOUCH_M) continue;
			if (cLeftM > 0 === dLeftM > 0) continue;
			const sideM = Math.hypot(dx - cx, dy - cy);
			const aLeftM = leftM(cx, cy, dx, dy, ax, ay) / sideM;
			const bLeftM = leftM(cx, cy, dx, dy, bx, by) / sideM;
			if (Math.abs(aLeftM) <= TOUCH_M || Math.abs(bLeftM) <= TOUCH_M) continue;
			if (aLeftM > 0 !== bLeftM > 0) return false;
		}
		// 2. between those corners it runs inside
		touches.sort((a, b) => a - b);
		for (let i = 1; i < touches.length; i++) {
			if ((touches[i] - touches[i - 1]) * lengthM <= 2 * TOUCH_M) continue;
			const t = (touches[i] + touches[i - 1]) / 2;
			if (!this.isInside(ax + t * (bx - ax), ay + t * (by - ay))) return false;
		}
		return true;
	}

	/** Inside and not on a side. */
	private isInside(x: number, y: number): boolean {
		let isInside = false;
		for (const side of this.near(x - TOUCH_M, y, this.eastM, y)) {
			const [cx, cy, dx, dy] = this.sides.subarray(4 * side, 4 * side + 4);
			if (distanceToSideM(x, y, cx, cy, dx, dy) <= TOUCH_M) return false;
			if (cy > y !== dy > y && x < cx + ((y - cy) / (dy - cy)) * (dx - cx)) isInside = !isInside;
		}
		return isInside;
	}

	private near(ax: number, ay: number, bx: number, by: number): number[] {
		return this.tree.search(
			Math.min(ax, bx) - TOUCH_M,
			Math.min(ay, by) - TOUCH_M,
			Math.max(ax, bx) + TOUCH_M,
			Math.max(ay, by) + TOUCH_M,
		);
	}
}

/** Twice the area of a, b, p: positive when p is left of a → b. */
export function leftM(ax: number, ay: number, bx: number, by: number, px: number, py: number) {
	return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

function distanceToSideM(
	x: number,
	y: number,
	cx: number,
	cy: number,
	dx: number,
	dy: number,
): number {
	const squared = (dx - cx) ** 2 + (dy - cy) ** 2;
	const along = squared === 0 ? 0 : ((x - cx) * (dx - cx) + (y - cy) * (dy - cy)) / squared;
	const t = Math.min(1, Math.max(0, along));
	return Math.hypot(x - cx - t * (dx - cx), y - cy - t * (dy - cy));
}

// A face as it is worked on: its half-edges with their positions in plain arrays, area, middle and long axis.
import type { Mesh } from "./Mesh.ts";

export interface Ring {
	readonly halves: readonly number[];
	readonly xs: Float64Array;
	readonly ys: Float64Array;
	readonly areaM2: number;
	/** Centre of gravity of the area. */
	readonly middleX: number;
	readonly middleY: number;
	/** Unit vector of the longest extent. */
	readonly axisX: number;
	readonly axisY: number;
	readonly perimeterM: number;
}

/** The face of a half-edge. */
export function ringOf(mesh: Mesh, half: number): Ring {
	const halves = mesh.ring(half);
	const count = halves.length;
	const xs = new Float64Array(count);
	const ys = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		const vertex = mesh.from(halves[i] as number);
		xs[i] = mesh.x(vertex);
		ys[i] = mesh.y(vertex);
	}
	return { halves, xs, ys, ...massOf(xs, ys), ...axisOf(xs, ys) };
}

/** Area and centre of gravity of a closed outline. */
export function massOf(xs: Float64Array, ys: Float64Array) {
	const [x0, y0] = [xs[0] as number, ys[0] as number];
	let [twice, sumX, sumY, perimeterM] = [0, 0, 0, 0];
	for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
		const [ax, ay] = [(xs[j] as number) - x0, (ys[j] as number) - y0];
		const [bx, by] = [(xs[i] as number) - x0, (ys[i] as number) - y0];
		const cross = ax * by - bx * ay;
		twice += cross;
		sumX += (ax + bx) * cross;
		sumY += (ay + by) * cross;
		perimeterM += Math.hypot(bx - ax, by - ay);
	}
	return {
		areaM2: twice / 2,
		middleX: x0 + sumX / (3 * twice),
		middleY: y0 + sumY / (3 * twice),
		perimeterM,
	};
}

/** From the second moments of the outline, edges weighted by length. */
function axisOf(xs: Float64Array, ys: Float64Array) {
	let [length, sumX, sumY, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
	const [x0, y0] = [xs[0] as number, ys[0] as number];
	for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
		const [ax, ay] = [(xs[j] as number) - x0, (ys[j] as number) - y0];
		const [bx, by] = [(xs[i] as number) - x0, (ys[i] as number) - y0];
		const edge = Math.hypot(bx - ax, by - ay);
		const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
		length += edge;
		sumX += mx * edge;
		sumY += my * edge;
		xx += mx * mx * edge;
		xy += mx * my * edge;
		yy += my * my * edge;
	}
	const covXX = xx - (sumX * sumX) / length;
	const covXY = xy - (sumX * sumY) / length;
	const covYY = yy - (sumY * sumY) / length;
	const angle = Math.atan2(2 * covXY, covXX - covYY) / 2;
	return { axisX: Math.cos(angle), axisY: Math.sin(angle) };
}

/** True when a place lies inside. */
export function isInRing({ xs, ys }: Pick<Ring, "xs" | "ys">, x: number, y: number): boolean {
	let isInside = false;
	for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
		const [ay, by] = [ys[j] as number, ys[i] as number];
		if (ay > y === by > y) continue;
		const [ax, bx] = [xs[j] as number, xs[i] as number];
		if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
	}
	return isInside;
}

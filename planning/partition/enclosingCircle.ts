// The smallest circle around points (Welzl, 1991, as three nested loops): for the corners of a hull, tens of points.

export interface Circle {
	readonly xCm: number;
	readonly yCm: number;
	readonly radiusCm: number;
}

/** Room for rounding when asking whether a point is inside. */
const SLACK = 1 + 1e-12;

/** The smallest circle that holds points x, y, x, y …; a point alone has radius 0. Throws without points. */
export function enclosingCircle(pointsCm: ArrayLike<number>): Circle {
	if (pointsCm.length < 2) throw new Error("No circle around no points.");
	const [originX, originY] = [pointsCm[0], pointsCm[1]];
	const x = Float64Array.from(
		{ length: pointsCm.length >> 1 },
		(_, i) => pointsCm[2 * i] - originX,
	);
	const y = x.map((_, i) => pointsCm[2 * i + 1] - originY);
	let circle = { x: 0, y: 0, squared: 0 };
	const holds = (i: number) =>
		(x[i] - circle.x) ** 2 + (y[i] - circle.y) ** 2 <= circle.squared * SLACK;
	for (let i = 1; i < x.length; i++) {
		if (holds(i)) continue;
		circle = { x: x[i], y: y[i], squared: 0 };
		for (let j = 0; j < i; j++) {
			if (holds(j)) continue;
			circle = aroundTwo(x[i], y[i], x[j], y[j]);
			for (let k = 0; k < j; k++)
				if (!holds(k)) circle = aroundThree(x[i], y[i], x[j], y[j], x[k], y[k]);
		}
	}
	let squared = 0;
	for (let i = 0; i < x.length; i++)
		squared = Math.max(squared, (x[i] - circle.x) ** 2 + (y[i] - circle.y) ** 2);
	return { xCm: circle.x + originX, yCm: circle.y + originY, radiusCm: Math.sqrt(squared) };
}

function aroundTwo(ax: number, ay: number, bx: number, by: number) {
	const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
	return { x, y, squared: (ax - x) ** 2 + (ay - y) ** 2 };
}

/** Through three points; of three on a line, around the two farthest apart. */
function aroundThree(ax: number, ay: number, bx: number, by: number, cx: number, cy: number) {
	const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - ax, cy - ay];
	const turn = 2 * (ux * vy - uy * vx);
	if (turn === 0)
		return [aroundTwo(ax, ay, bx, by), aroundTwo(ax, ay, cx, cy), aroundTwo(bx, by, cx, cy)].reduce(
			(largest, circle) => (circle.squared > largest.squared ? circle : largest),
		);
	const [u, v] = [ux * ux + uy * uy, vx * vx + vy * vy];
	const [x, y] = [(vy * u - uy * v) / turn, (ux * v - vx * u) / turn];
	return { x: ax + x, y: ay + y, squared: x * x + y * y };
}

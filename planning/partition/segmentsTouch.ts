// Do two segments share more than a corner they have in common? Exact on whole centimetres.

/** x and y of both ends. */
export type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/** True where segments cross, touch or overlap in any point that is not an end of both. */
export function segmentsTouch(one: Segment, other: Segment): boolean {
	const [ax, ay, bx, by] = one;
	const [cx, cy, dx, dy] = other;
	const [c, d] = [turn(ax, ay, bx, by, cx, cy), turn(ax, ay, bx, by, dx, dy)];
	const [a, b] = [turn(cx, cy, dx, dy, ax, ay), turn(cx, cy, dx, dy, bx, by)];
	if (a * b < 0 && c * d < 0) return true;
	return (
		(c === 0 && isWithin(one, cx, cy)) ||
		(d === 0 && isWithin(one, dx, dy)) ||
		(a === 0 && isWithin(other, ax, ay)) ||
		(b === 0 && isWithin(other, bx, by)) ||
		isSame(one, other)
	);
}

/** Sign of the turn from a over b to c. */
function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
	return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

/** Is a point of the segment's line between its ends, neither of them? */
function isWithin([ax, ay, bx, by]: Segment, x: number, y: number): boolean {
	if ((x === ax && y === ay) || (x === bx && y === by)) return false;
	return (
		x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
	);
}

function isSame([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
	return (
		(ax === cx && ay === cy && bx === dx && by === dy) ||
		(ax === dx && ay === dy && bx === cx && by === cy)
	);
}

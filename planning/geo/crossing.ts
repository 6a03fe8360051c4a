// Do two straight segments cross? Half-open: a line through a shared corner counts once, a touch from one side never.

/** True when segment a–b crosses segment c–d; plain coordinates of any one plane. */
export function segmentsCross(
	ax: number,
	ay: number,
	bx: number,
	by: number,
	cx: number,
	cy: number,
	dx: number,
	dy: number,
): boolean {
	const cLeft = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
	const dLeft = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax) > 0;
	if (cLeft === dLeft) return false;
	const aLeft = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx) > 0;
	const bLeft = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx) > 0;
	return aLeft !== bLeft;
}

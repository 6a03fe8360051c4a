// Point in ring on whole centimetres: exact.

/** Is a point strictly inside a ring given as x, y, x, y …, not closed? On its line: no. */
export function isInsideRing(ringCm: ArrayLike<number>, xCm: number, yCm: number): boolean {
	let isInside = false;
	let [fromX, fromY] = [ringCm[ringCm.length - 2], ringCm[ringCm.length - 1]];
	for (let i = 0; i < ringCm.length; i += 2) {
		const [toX, toY] = [ringCm[i], ringCm[i + 1]];
		const turn = (toX - fromX) * (yCm - fromY) - (toY - fromY) * (xCm - fromX);
		if (
			turn === 0 &&
			xCm >= Math.min(fromX, toX) &&
			xCm <= Math.max(fromX, toX) &&
			yCm >= Math.min(fromY, toY) &&
			yCm <= Math.max(fromY, toY)
		)
			return false;
		if (fromY > yCm !== toY > yCm && turn > 0 === toY > fromY) isInside = !isInside;
		[fromX, fromY] = [toX, toY];
	}
	return isInside;
}

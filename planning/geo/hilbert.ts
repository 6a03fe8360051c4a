// Hilbert order: near places get near numbers, so a search walks through memory instead of jumping.
// Method: J. Skilling's transpose in two dimensions, 16 bits each.

/** Position along the Hilbert curve of a 65,536 × 65,536 grid; `column` and `row` in 0 … 65,535. */
export function hilbertIndex(column: number, row: number): number {
	let x = column;
	let y = row;
	let index = 0;
	for (let side = 0x8000; side > 0; side >>= 1) {
		const rightHalf = (x & side) > 0 ? 1 : 0;
		const upperHalf = (y & side) > 0 ? 1 : 0;
		index += side * side * ((3 * rightHalf) ^ upperHalf);
		// turn the quadrant so that its curve starts where the last one ended
		if (upperHalf === 0) {
			if (rightHalf === 1) {
				x = 0xffff - x;
				y = 0xffff - y;
			}
			[x, y] = [y, x];
		}
	}
	return index;
}

/** Ranks of positions along the curve over their own box: `order[rank]` is an index into the positions. */
export function hilbertOrder(lonLat: Float64Array): Uint32Array {
	const count = lonLat.length / 2;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < count; i++) {
		west = Math.min(west, lonLat[2 * i]);
		east = Math.max(east, lonLat[2 * i]);
		south = Math.min(south, lonLat[2 * i + 1]);
		north = Math.max(north, lonLat[2 * i + 1]);
	}
	const columnScale = east > west ? 0xffff / (east - west) : 0;
	const rowScale = north > south ? 0xffff / (north - south) : 0;
	const key = new Uint32Array(count);
	for (let i = 0; i < count; i++) {
		const column = Math.floor((lonLat[2 * i] - west) * columnScale);
		const row = Math.floor((lonLat[2 * i + 1] - south) * rowScale);
		key[i] = hilbertIndex(column, row);
	}
	// by the lower half of the key, then stably by the upper: equal keys keep the order of the positions
	const byLower = sortedByDigit(key, 0, Uint32Array.from(key.keys()));
	return sortedByDigit(key, 16, byLower);
}

/** Stable counting sort by 16 bits of the key. */
function sortedByDigit(key: Uint32Array, shift: number, order: Uint32Array): Uint32Array {
	const start = new Uint32Array(0x1_0001);
	for (const i of order) start[((key[i] >>> shift) & 0xffff) + 1]++;
	for (let digit = 0; digit < 0x1_0000; digit++) start[digit + 1] += start[digit];
	const sorted = new Uint32Array(order.length);
	for (const i of order) sorted[start[(key[i] >>> shift) & 0xffff]++] = i;
	return sorted;
}

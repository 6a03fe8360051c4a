// Edges of several polygons from west to east, in arrays that are filled again and again.

export class EdgeList {
	count = 0;
	x1 = new Float64Array(256);
	y1 = new Float64Array(256);
	x2 = new Float64Array(256);
	/** Rise per step east. */
	slope = new Float64Array(256);
	/** Number of the polygon. */
	polygon = new Int32Array(256);

	clear(): void {
		this.count = 0;
	}

	/** Add an edge in either direction; upright ones bound no strip and are left out. */
	add(ax: number, ay: number, bx: number, by: number, polygon: number): void {
		if (ax === bx) return;
		if (this.count === this.x1.length) this.grow();
		const at = this.count++;
		const isEast = ax < bx;
		this.x1[at] = isEast ? ax : bx;
		this.y1[at] = isEast ? ay : by;
		this.x2[at] = isEast ? bx : ax;
		this.slope[at] = (by - ay) / (bx - ax);
		this.polygon[at] = polygon;
	}

	private grow(): void {
		const wider = (from: Float64Array) => {
			const to = new Float64Array(2 * from.length);
			to.set(from);
			return to;
		};
		this.x1 = wider(this.x1);
		this.y1 = wider(this.y1);
		this.x2 = wider(this.x2);
		this.slope = wider(this.slope);
		const polygon = new Int32Array(2 * this.polygon.length);
		polygon.set(this.polygon);
		this.polygon = polygon;
	}
}

// A planar map that grows by cutting faces: half-edges in typed arrays, for millions of corners.
// Half-edges come in pairs h and h ^ 1; the face lies on the left; positions lie on the grid of 1e-7 degrees.
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";

const UNITS_PER_DEGREE = 1e7;

export class Mesh {
	/** Metres east and north of the middle of the city. */
	xM = new Float64Array(1 << 16);
	yM = new Float64Array(1 << 16);
	vertexCount = 0;

	/** Where a half-edge begins, the one that follows it around its face, the one before. */
	origin = new Int32Array(1 << 17);
	next = new Int32Array(1 << 17);
	previous = new Int32Array(1 << 17);
	/** The line that an edge (h >> 1) is part of. */
	line = new Int32Array(1 << 16);
	halfCount = 0;

	/** First half-edge of each line, in the direction in which it was drawn. */
	readonly lineFirst: number[] = [];

	private readonly middle: LonLat;
	private readonly unitXM: number;
	private readonly unitYM: number;

	constructor(middle: LonLat) {
		this.middle = middle;
		const { lonM, latM } = metresPerDegree(middle[1]);
		this.unitXM = lonM / UNITS_PER_DEGREE;
		this.unitYM = latM / UNITS_PER_DEGREE;
	}

	/** A new corner at the nearest point of the grid. */
	addVertex(xM: number, yM: number): number {
		if (this.vertexCount === this.xM.length) {
			this.xM = grown(this.xM);
			this.yM = grown(this.yM);
		}
		this.xM[this.vertexCount] = Math.round(xM / this.unitXM) * this.unitXM;
		this.yM[this.vertexCount] = Math.round(yM / this.unitYM) * this.unitYM;
		return this.vertexCount++;
	}

	/** Degrees with 7 decimals. */
	lonLat(vertex: number): LonLat {
		return this.lonLatAt(this.x(vertex), this.y(vertex));
	}

	lonLatAt(xM: number, yM: number): LonLat {
		const lon = Math.round(this.middle[0] * UNITS_PER_DEGREE) + Math.round(xM / this.unitXM);
		const lat = Math.round(this.middle[1] * UNITS_PER_DEGREE) + Math.round(yM / this.unitYM);
		return [lon / UNITS_PER_DEGREE, lat / UNITS_PER_DEGREE];
	}

	x(vertex: number): number {
		return this.xM[vertex] as number;
	}

	y(vertex: number): number {
		return this.yM[vertex] as number;
	}

	/** Where a half-edge begins. */
	from(half: number): number {
		return this.origin[half] as number;
	}

	/** Where it ends. */
	to(half: number): number {
		return this.origin[half ^ 1] as number;
	}

	after(half: number): number {
		return this.next[half] as number;
	}

	before(half: number): number {
		return this.previous[half] as number;
	}

	lineOf(half: number): number {
		return this.line[half >> 1] as number;
	}

	/** The next half-edge out of the same corner, clockwise. */
	turn(half: number): number {
		return this.after(half ^ 1);
	}

	/** True where nothing else meets the ring: the half-edge's origin has only two edges. */
	isPlain(half: number): boolean {
		return this.turn(this.turn(half)) === half;
	}

	/** A ring of new edges, one line; returns the half-edge inside of which a counterclockwise ring encloses its face. */
	addRing(vertices: readonly number[]): number {
		const line = this.addLine();
		const halves = vertices.map((vertex, i) =>
			this.addPair(vertex, vertices[(i + 1) % vertices.length] as number, line),
		);
		halves.forEach((half, i) => {
			const following = halves[(i + 1) % halves.length] as number;
			this.join(half, following);
			this.join(following ^ 1, half ^ 1);
		});
		this.lineFirst[line] = halves[0] as number;
		return halves[0] as number;
	}

	/** Put a corner on an edge, seen from both its faces. Returns the half-edge from it on, in the direction of `half`. */
	splitEdge(half: number, vertex: number): number {
		const rest = this.addPair(vertex, this.to(half), this.lineOf(half));
		this.origin[half ^ 1] = vertex;
		const line = this.lineOf(half);
		if (this.lineFirst[line] === (half ^ 1)) this.lineFirst[line] = rest ^ 1;
		this.join(rest, this.after(half));
		this.join(this.before(half ^ 1), rest ^ 1);
		this.join(half, rest);
		this.join(rest ^ 1, half ^ 1);
		return rest;
	}

	/**
	 * Cut a face by a new line from the origin of `a` through `through` to the origin of `b`, both on its ring.
	 * Returns the first half-edge of the line; its face holds `b`, that of its twin holds `a`.
	 */
	cutFace(a: number, b: number, through: readonly number[]): number {
		const line = this.addLine();
		const [beforeA, beforeB] = [this.before(a), this.before(b)];
		let tail = this.from(a);
		let last = -1;
		let first = -1;
		for (const head of [...through, this.from(b)]) {
			const half = this.addPair(tail, head, line);
			if (last < 0) first = half;
			else {
				this.join(last, half);
				this.join(half ^ 1, last ^ 1);
			}
			last = half;
			tail = head;
		}
		this.join(beforeA, first);
		this.join(last, b);
		this.join(beforeB, last ^ 1);
		this.join(first ^ 1, a);
		this.lineFirst[line] = first;
		return first;
	}

	/** Half-edges around the face of `half`, beginning with it. */
	ring(half: number): number[] {
		const halves = [half];
		for (let at = this.after(half); at !== half; at = this.after(at)) halves.push(at);
		return halves;
	}

	/** Half-edges of a line in order, as it was drawn, with all corners put on it since. */
	*along(line: number): Iterable<number> {
		let half = this.lineFirst[line] as number;
		const start = this.from(half);
		for (;;) {
			yield half;
			const end = this.to(half);
			if (end === start) return; // a closed ring
			let out = this.after(half);
			for (; this.lineOf(out) !== line || out === (half ^ 1); out = this.turn(out))
				if (out === (half ^ 1)) return;
			half = out;
		}
	}

	private addLine(): number {
		return this.lineFirst.push(-1) - 1;
	}

	private addPair(from: number, to: number, line: number): number {
		if (this.halfCount === this.origin.length) {
			this.origin = grown(this.origin);
			this.next = grown(this.next);
			this.previous = grown(this.previous);
			this.line = grown(this.line);
		}
		const half = this.halfCount;
		this.halfCount += 2;
		this.origin[half] = from;
		this.origin[half + 1] = to;
		this.line[half >> 1] = line;
		return half;
	}

	private join(half: number, following: number): void {
		this.next[half] = following;
		this.previous[following] = half;
	}
}

function grown<T extends Float64Array | Int32Array>(array: T): T {
	const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
	larger.set(array);
	return larger;
}

// Segments between two vertices, each once whatever its direction: an open hash.

const NONE = -1;

export class SegmentTable {
	count = 0;
	/** The smaller and the larger vertex of each. */
	a: Int32Array;
	b: Int32Array;
	private slots: Int32Array;

	constructor(expected: number) {
		let size = 1024;
		while (size < expected * 2) size *= 2;
		this.slots = new Int32Array(size).fill(NONE);
		this.a = new Int32Array(size >> 1);
		this.b = new Int32Array(size >> 1);
	}

	/** The number of a segment, or -1 when it is not there. */
	find(from: number, to: number): number {
		return this.slots[this.slotOf(Math.min(from, to), Math.max(from, to))];
	}

	/** The number of a segment; a new one when it was not known. */
	at(from: number, to: number): number {
		const [a, b] = from < to ? [from, to] : [to, from];
		const slot = this.slotOf(a, b);
		if (this.slots[slot] !== NONE) return this.slots[slot];
		if (this.count === this.a.length) {
			this.grow();
			return this.at(from, to);
		}
		this.a[this.count] = a;
		this.b[this.count] = b;
		this.slots[slot] = this.count;
		return this.count++;
	}

	private slotOf(a: number, b: number): number {
		const mask = this.slots.length - 1;
		let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0xc2b2ae35)) >>> 0;
		slot = (slot ^ (slot >>> 15)) & mask;
		for (let known = this.slots[slot]; known !== NONE; known = this.slots[slot]) {
			if (this.a[known] === a && this.b[known] === b) return slot;
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private grow(): void {
		const larger = new SegmentTable(this.slots.length);
		for (let segment = 0; segment < this.count; segment++)
			larger.at(this.a[segment], this.b[segment]);
		this.slots = larger.slots;
		this.a = larger.a;
		this.b = larger.b;
	}
}

// Places in whole centimetres, each once, found by their coordinates: an open hash over two growing arrays.

const NONE = -1;

export class Vertices {
	count = 0;
	x: Int32Array = new Int32Array(1024);
	y: Int32Array = new Int32Array(1024);
	private slots = new Int32Array(4096).fill(NONE);

	/** The number of a place; a new one when it was not known. */
	at(x: number, y: number): number {
		const mask = this.slots.length - 1;
		let slot = hash(x, y) & mask;
		for (let known = this.slots[slot]; known !== NONE; known = this.slots[slot]) {
			if (this.x[known] === x && this.y[known] === y) return known;
			slot = (slot + 1) & mask;
		}
		this.slots[slot] = this.count;
		return this.add(x, y);
	}

	private add(x: number, y: number): number {
		if (this.count === this.x.length) {
			this.x = grown(this.x);
			this.y = grown(this.y);
		}
		this.x[this.count] = x;
		this.y[this.count] = y;
		const index = this.count++;
		if (this.count * 2 > this.slots.length) this.rehash();
		return index;
	}

	private rehash(): void {
		const slots = new Int32Array(this.slots.length * 2).fill(NONE);
		const mask = slots.length - 1;
		for (let vertex = 0; vertex < this.count; vertex++) {
			let slot = hash(this.x[vertex], this.y[vertex]) & mask;
			while (slots[slot] !== NONE) slot = (slot + 1) & mask;
			slots[slot] = vertex;
		}
		this.slots = slots;
	}
}

function hash(x: number, y: number): number {
	const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}

function grown(array: Int32Array): Int32Array {
	const larger = new Int32Array(array.length * 2);
	larger.set(array);
	return larger;
}

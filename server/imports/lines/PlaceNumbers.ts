// Nodes for lines that have none: vertices within a centimetre of each other are one node, numbered as they are met.
// A hash table in flat arrays, some 30 bytes a node.
import { GrowingColumn } from "../../../planning/streets/GrowingColumn.ts";

/** 1e-7 degrees are 1.1 cm of latitude, and the grid of OpenStreetMap. */
const PER_DEGREE = 1e7;
const FREE = 0xffff_ffff;

export class PlaceNumbers {
	private readonly lons = new GrowingColumn(Int32Array);
	private readonly lats = new GrowingColumn(Int32Array);
	private slots = new Uint32Array(1 << 12).fill(FREE);

	get count(): number {
		return this.lons.length;
	}

	/** Number of the node at a place, from 0; a new one at a new place. Within ±180, ±90 only. */
	numberAt(lon: number, lat: number): number {
		const [x, y] = [Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE)];
		const slot = this.slotOf(x, y);
		const known = this.slots[slot] as number;
		if (known !== FREE) return known;
		const number = this.count;
		this.lons.push(x);
		this.lats.push(y);
		this.slots[slot] = number;
		if (2 * this.count > this.slots.length) this.grow();
		return number;
	}

	lonAt(number: number): number {
		return this.lons.at(number) / PER_DEGREE;
	}

	latAt(number: number): number {
		return this.lats.at(number) / PER_DEGREE;
	}

	/** The slot that holds the place, or the free one where it belongs. */
	private slotOf(x: number, y: number): number {
		const last = this.slots.length - 1;
		let hash = Math.imul(x, 0x9e37_79b1) ^ Math.imul(y, 0x85eb_ca6b);
		hash ^= hash >>> 15;
		hash = Math.imul(hash, 0x2c1b_3c6d);
		let slot = (hash ^ (hash >>> 13)) & last;
		for (;;) {
			const number = this.slots[slot] as number;
			if (number === FREE || (this.lons.at(number) === x && this.lats.at(number) === y))
				return slot;
			slot = (slot + 1) & last;
		}
	}

	private grow(): void {
		this.slots = new Uint32Array(2 * this.slots.length).fill(FREE);
		for (let number = 0; number < this.count; number++)
			this.slots[this.slotOf(this.lons.at(number), this.lats.at(number))] = number;
	}
}

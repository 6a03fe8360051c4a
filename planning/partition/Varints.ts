// Whole numbers in as few bytes as they need (LEB128, zigzag for signed ones), to a growing buffer and back.

export class VarintWriter {
	private bytes = new Uint8Array(1 << 16);
	private length = 0;

	/** A whole number from 0 up to 2⁵³. */
	unsigned(value: number): void {
		if (this.length + 8 > this.bytes.length) this.grow(8);
		let rest = value;
		while (rest > 0x7f) {
			this.bytes[this.length++] = (rest & 0x7f) | 0x80;
			rest = rest > 0x7fff_ffff ? Math.floor(rest / 128) : rest >>> 7;
		}
		this.bytes[this.length++] = rest;
	}

	/** A whole number of either sign, |value| < 2⁵². */
	signed(value: number): void {
		this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
	}

	raw(bytes: Uint8Array): void {
		if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
		this.bytes.set(bytes, this.length);
		this.length += bytes.length;
	}

	finish(): Uint8Array {
		return this.bytes.slice(0, this.length);
	}

	private grow(by: number): void {
		const wider = new Uint8Array(Math.max(2 * this.bytes.length, this.length + by));
		wider.set(this.bytes.subarray(0, this.length));
		this.bytes = wider;
	}
}

export class VarintReader {
	private readonly bytes: Uint8Array;
	private at: number;

	constructor(bytes: Uint8Array, at = 0) {
		this.bytes = bytes;
		this.at = at;
	}

	unsigned(): number {
		const { bytes } = this;
		let value = 0;
		let scale = 1;
		for (;;) {
			const byte = bytes[this.at++];
			if (byte === undefined) throw new Error("Cut off inside a number.");
			value += (byte & 0x7f) * scale;
			if (byte < 0x80) return value;
			scale *= 128;
		}
	}

	signed(): number {
		const value = this.unsigned();
		if (value <= 0x7fff_ffff) return (value >>> 1) ^ -(value & 1);
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
	}

	raw(length: number): Uint8Array {
		const end = this.at + length;
		if (end > this.bytes.length) throw new Error("Cut off inside bytes.");
		const bytes = this.bytes.subarray(this.at, end);
		this.at = end;
		return bytes;
	}

	get isAtEnd(): boolean {
		return this.at === this.bytes.length;
	}
}

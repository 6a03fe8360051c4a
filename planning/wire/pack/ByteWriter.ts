// Numbers as few bytes: LEB128 varints, zigzag for signed ones, in a buffer that grows.

/** Write side of `ByteReader`. Whole numbers up to 2⁵³; anything else is a bug and throws. */
export class ByteWriter {
	private bytes = new Uint8Array(1 << 12);
	private length = 0;

	byte(value: number): void {
		if (this.length === this.bytes.length) this.grow(1);
		this.bytes[this.length++] = value;
	}

	/** A whole number ≥ 0: seven bits a byte, the lowest first. */
	varint(value: number): void {
		if (!Number.isSafeInteger(value) || value < 0)
			throw new Error(`Expected a whole number from 0 for a varint, got ${value}.`);
		let rest = value;
		while (rest >= 0x80) {
			this.byte((rest % 0x80) | 0x80); // % and not &, which would cut at 32 bits
			rest = Math.floor(rest / 0x80);
		}
		this.byte(rest);
	}

	/** A whole number of either sign: 0, −1, 1, −2 … become 0, 1, 2, 3 …. */
	zigzag(value: number): void {
		this.varint(value < 0 ? -2 * value - 1 : 2 * value);
	}

	raw(values: Uint8Array): void {
		this.grow(values.length);
		this.bytes.set(values, this.length);
		this.length += values.length;
	}

	/** UTF-8 behind its length in bytes. */
	text(value: string): void {
		const encoded = new TextEncoder().encode(value);
		this.varint(encoded.length);
		this.raw(encoded);
	}

	f64(value: number): void {
		this.raw(new Uint8Array(new Float64Array([value]).buffer));
	}

	/** What was written, as a copy of its own. */
	finish(): Uint8Array {
		return this.bytes.slice(0, this.length);
	}

	private grow(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const bytes = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
		bytes.set(this.bytes);
		this.bytes = bytes;
	}
}

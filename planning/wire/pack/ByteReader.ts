// The read side of ByteWriter. Every read past the end throws: a cut-off file is never read as zeros.

export class ByteReader {
	private readonly bytes: Uint8Array;
	private at = 0;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	byte(): number {
		if (this.at >= this.bytes.length)
			throw new Error(`Cut off: ${this.bytes.length} bytes, one more wanted.`);
		return this.bytes[this.at++];
	}

	/** Most numbers are one or two bytes: those first, without a loop. */
	varint(): number {
		const { bytes, at } = this;
		if (at + 1 < bytes.length) {
			const first = bytes[at];
			if (first < 0x80) {
				this.at = at + 1;
				return first;
			}
			const second = bytes[at + 1];
			if (second < 0x80) {
				this.at = at + 2;
				return (first & 0x7f) | (second << 7);
			}
		}
		return this.longVarint();
	}

	zigzag(): number {
		const value = this.varint();
		if (value <= 0x7fff_ffff) return (value >>> 1) ^ -(value & 1);
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2; // past 31 bits, where >>> would cut
	}

	raw(length: number): Uint8Array {
		if (length > this.bytes.length - this.at)
			throw new Error(`Cut off: ${length} bytes wanted, ${this.bytes.length - this.at} left.`);
		this.at += length;
		return this.bytes.subarray(this.at - length, this.at);
	}

	text(): string {
		const length = this.varint();
		return new TextDecoder().decode(this.raw(length));
	}

	f64(): number {
		return new Float64Array(this.raw(8).slice().buffer)[0];
	}

	/** A count of things of at least `leastBytes` each: a wrong one cannot ask for more memory than the file explains. */
	count(leastBytes = 1): number {
		const count = this.varint();
		if (count * leastBytes > this.bytes.length - this.at)
			throw new Error(
				`Cut off: ${count} entries announced, ${this.bytes.length - this.at} bytes left.`,
			);
		return count;
	}

	private longVarint(): number {
		let value = 0;
		for (let scale = 1; ; scale *= 0x80) {
			const next = this.byte();
			value += (next & 0x7f) * scale; // and not <<, which would cut at 32 bits
			if (next < 0x80) return value;
		}
	}
}

// A column of numbers whose length is not known beforehand: a typed array that doubles.
const FIRST_CAPACITY = 1 << 10;

type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

export class GrowingColumn<T extends Column> {
	length = 0;
	private values: T;
	private readonly ArrayType: new (
		length: number,
	) => T;

	constructor(ArrayType: new (length: number) => T) {
		this.ArrayType = ArrayType;
		this.values = new ArrayType(FIRST_CAPACITY);
	}

	push(value: number): void {
		if (this.length === this.values.length) {
			const longer = new this.ArrayType(2 * this.length);
			longer.set(this.values);
			this.values = longer;
		}
		this.values[this.length++] = value;
	}

	at(index: number): number {
		return this.values[index];
	}

	/** The numbers so far, in an array of exactly their length. */
	finished(): T {
		return this.values.slice(0, this.length) as T;
	}
}

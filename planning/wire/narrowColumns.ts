// Columns as small as they go: whole numbers below 65535 travel in two bytes, and the one that means "none" as 65535.

const NONE_16 = 0xffff;

/** Two bytes each where all but `none` fit, else the column as it is. */
export function narrowed<C extends Uint32Array | Int32Array>(
	column: C,
	none: number,
): C | Uint16Array {
	const fits = column.every((value) => value === none || (value >= 0 && value < NONE_16));
	return fits ? Uint16Array.from(column, (value) => (value === none ? NONE_16 : value)) : column;
}

/** What `narrowed` made, as whole numbers of four bytes again. */
export function widenedUnsigned(column: Uint16Array | Uint32Array, none: number): Uint32Array {
	if (column instanceof Uint32Array) return column;
	return Uint32Array.from(column, (value) => (value === NONE_16 ? none : value));
}

/** The same, signed. */
export function widenedSigned(column: Uint16Array | Int32Array, none: number): Int32Array {
	if (column instanceof Int32Array) return column;
	return Int32Array.from(column, (value) => (value === NONE_16 ? none : value));
}

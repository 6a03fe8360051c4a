// Typed arrays moved into memory that all threads see; what is shared already stays where it is.

type TypedArray =
	| Uint8Array
	| Uint16Array
	| Uint32Array
	| Int8Array
	| Int16Array
	| Int32Array
	| Float32Array
	| Float64Array;

/** The same value with every typed array in it, however deep in plain objects and lists, in shared memory. */
export function shareArrays<T>(value: T): T {
	return share(value) as T;
}

function share(value: unknown): unknown {
	if (ArrayBuffer.isView(value)) return shared(value as TypedArray);
	if (Array.isArray(value)) return value.map(share);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, share(part)]));
}

function shared(array: TypedArray): TypedArray {
	if (array.buffer instanceof SharedArrayBuffer) return array;
	const ArrayType = array.constructor as new (buffer: SharedArrayBuffer) => TypedArray;
	const copy = new ArrayType(new SharedArrayBuffer(array.byteLength));
	copy.set(array);
	return copy;
}

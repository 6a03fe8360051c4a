// Columns: several named typed arrays and a small JSON head in one buffer, for residences and walk times.
// Layout: "JQCL", version u32, head length u32, head (UTF-8 JSON, padded to 8), then each array at an offset of 8.
const MAGIC = 0x4c43514a; // "JQCL", little-endian
const VERSION = 1;

const ARRAY_TYPES = {
	u8: Uint8Array,
	u16: Uint16Array,
	u32: Uint32Array,
	i32: Int32Array,
	f32: Float32Array,
	f64: Float64Array,
} as const;
type ArrayTag = keyof typeof ARRAY_TYPES;
export type Column =
	| Uint8Array
	| Uint16Array
	| Uint32Array
	| Int32Array
	| Float32Array
	| Float64Array;

interface Head<M> {
	readonly meta: M;
	readonly columns: readonly {
		readonly name: string;
		readonly type: ArrayTag;
		readonly length: number;
		readonly offset: number;
	}[];
}

/** One buffer with all columns; `meta` is any small JSON value. */
export function encodeColumns<M>(meta: M, columns: Readonly<Record<string, Column>>): Uint8Array {
	const names = Object.keys(columns).sort();
	let offset = 0;
	const described = names.map((name) => {
		const column = columns[name] as Column;
		const entry = { name, type: tagOf(column), length: column.length, offset };
		offset += padded(column.byteLength);
		return entry;
	});
	const head = new TextEncoder().encode(
		JSON.stringify({ meta, columns: described } satisfies Head<M>),
	);
	const bodyStart = padded(12 + head.length); // body starts at a multiple of 8
	const bytes = new Uint8Array(bodyStart + offset);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, MAGIC, true);
	view.setUint32(4, VERSION, true);
	view.setUint32(8, head.length, true);
	bytes.set(head, 12);
	for (const { name, offset: at } of described) {
		const column = columns[name] as Column;
		bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), bodyStart + at);
	}
	return bytes;
}

/** Views into the buffer, nothing copied unless it is not aligned. Throws on a foreign, older or cut-off buffer. */
export function decodeColumns<M>(source: Uint8Array): {
	meta: M;
	columns: Readonly<Record<string, Column>>;
} {
	const bytes = source.byteOffset % 8 === 0 ? source : source.slice();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC)
		throw new Error("Not a column file: its first bytes are not JQCL.");
	if (view.getUint32(4, true) !== VERSION)
		throw new Error(
			`Column file of version ${view.getUint32(4, true)}; this program reads ${VERSION}.`,
		);
	const headLength = view.getUint32(8, true);
	const head = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headLength))) as Head<M>;
	const bodyStart = padded(12 + headLength);
	const columns: Record<string, Column> = {};
	for (const { name, type, length, offset } of head.columns) {
		const ArrayType = ARRAY_TYPES[type];
		const start = bytes.byteOffset + bodyStart + offset;
		if (bodyStart + offset + length * ArrayType.BYTES_PER_ELEMENT > bytes.length)
			throw new Error(`Column file cut off inside column ${name}.`);
		columns[name] = new ArrayType(bytes.buffer as ArrayBuffer, start, length);
	}
	return { meta: head.meta, columns };
}

function tagOf(column: Column): ArrayTag {
	for (const tag of Object.keys(ARRAY_TYPES) as ArrayTag[])
		if (column instanceof ARRAY_TYPES[tag]) return tag;
	throw new Error(`No column type for ${Object.prototype.toString.call(column)}.`);
}

function padded(length: number): number {
	return Math.ceil(length / 8) * 8;
}

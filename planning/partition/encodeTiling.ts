// A tiling as one binary. Layout: "JQTL", version u32, checksum u32 of the rest (FNV-1a), then varints: differences
// from what came before, so that most numbers take one or two bytes. Points of nodes are stored once.
import type { Tiling } from "./Tiling.ts";
import { VarintReader, VarintWriter } from "./Varints.ts";

const MAGIC = 0x4c54514a; // "JQTL", little-endian
const VERSION = 1;
const HEAD_BYTES = 12;

/** The whole tiling; arcs, points, rings and codes come back in the same order. */
export function encodeTiling(tiling: Tiling): Uint8Array {
	const out = new VarintWriter();
	writeFrame(tiling, out);
	writeCodes(tiling.cellCode, out);
	writeArcs(tiling, out);
	writeRings(tiling, out);
	const body = out.finish();
	const bytes = new Uint8Array(HEAD_BYTES + body.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, MAGIC, true);
	view.setUint32(4, VERSION, true);
	view.setUint32(8, checksumOf(body), true);
	bytes.set(body, HEAD_BYTES);
	return bytes;
}

/** The tiling of a binary. Throws on a foreign, older, damaged or cut-off one. */
export function decodeTiling(bytes: Uint8Array): Tiling {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < HEAD_BYTES || view.getUint32(0, true) !== MAGIC)
		throw new Error("Not a tiling: its first bytes are not JQTL.");
	const version = view.getUint32(4, true);
	if (version !== VERSION)
		throw new Error(`Tiling of version ${version}; this program reads ${VERSION}.`);
	if (checksumOf(bytes.subarray(HEAD_BYTES)) !== view.getUint32(8, true))
		throw new Error("The tiling is damaged or cut off: its checksum differs.");
	const from = new VarintReader(bytes, HEAD_BYTES);
	const tiling = {
		frame: readFrame(from),
		cellCode: readCodes(from),
		...readArcs(from),
		...readRings(from),
	};
	if (!from.isAtEnd) throw new Error("The tiling has more bytes than it should.");
	return tiling;
}

function writeFrame({ frame }: Tiling, out: VarintWriter): void {
	const lon = new Uint8Array(8);
	new DataView(lon.buffer).setFloat64(0, frame.centralLon, true);
	out.raw(lon);
	out.signed(frame.originXCm);
	out.signed(frame.originYCm);
}

function readFrame(from: VarintReader): Tiling["frame"] {
	const lon = from.raw(8);
	return {
		centralLon: new DataView(lon.buffer, lon.byteOffset, 8).getFloat64(0, true),
		originXCm: from.signed(),
		originYCm: from.signed(),
	};
}

/** Each code as what it shares with the one before and what it adds. */
function writeCodes(codes: readonly string[], out: VarintWriter): void {
	const utf8 = new TextEncoder();
	out.unsigned(codes.length);
	let before = new Uint8Array(0);
	for (const code of codes) {
		const bytes = utf8.encode(code);
		let same = 0;
		while (same < before.length && before[same] === bytes[same]) same++;
		out.unsigned(same);
		out.unsigned(bytes.length - same);
		out.raw(bytes.subarray(same));
		before = bytes;
	}
}

function readCodes(from: VarintReader): string[] {
	const utf8 = new TextDecoder();
	let before = new Uint8Array(0);
	return Array.from({ length: from.unsigned() }, () => {
		const same = from.unsigned();
		const rest = from.raw(from.unsigned());
		const bytes = new Uint8Array(same + rest.length);
		bytes.set(before.subarray(0, same));
		bytes.set(rest, same);
		before = bytes;
		return utf8.decode(bytes);
	});
}

function writeArcs(tiling: Tiling, out: VarintWriter): void {
	const { pointCm, arcFirstPoint, arcFrom, arcTo, arcLeft, arcRight, arcFlags } = tiling;
	const nodePoint = nodePoints(tiling);
	out.unsigned(nodePoint.length);
	let [x, y] = [0, 0];
	const goTo = (point: number) => {
		out.signed(pointCm[2 * point] - x);
		out.signed(pointCm[2 * point + 1] - y);
		[x, y] = [pointCm[2 * point], pointCm[2 * point + 1]];
	};
	for (const point of nodePoint) goTo(point);
	out.unsigned(arcFrom.length);
	let [from, left, right] = [0, 0, 0];
	for (let arc = 0; arc < arcFrom.length; arc++) {
		const [first, last] = [arcFirstPoint[arc], arcFirstPoint[arc + 1] - 1];
		out.signed(arcFrom[arc] - from);
		out.signed(arcTo[arc] - arcFrom[arc]);
		out.signed(arcLeft[arc] - left);
		out.signed(arcRight[arc] - right);
		out.unsigned(arcFlags[arc]);
		out.unsigned(last - first - 1);
		[x, y] = [pointCm[2 * first], pointCm[2 * first + 1]];
		for (let point = first + 1; point < last; point++) goTo(point);
		[from, left, right] = [arcFrom[arc], arcLeft[arc], arcRight[arc]];
	}
}

/** One point that lies at each node. */
function nodePoints({ arcFirstPoint, arcFrom, arcTo }: Tiling): number[] {
	const points: number[] = [];
	for (let arc = 0; arc < arcFrom.length; arc++) {
		points[arcFrom[arc]] = arcFirstPoint[arc];
		points[arcTo[arc]] = arcFirstPoint[arc + 1] - 1;
	}
	return Array.from(points, (point, node) => {
		if (point === undefined) throw new Error(`No arc ends at node ${node}.`);
		return point;
	});
}

function readArcs(from: VarintReader) {
	let [x, y] = [0, 0];
	const nodeCm = new Float64Array(2 * from.unsigned());
	for (let i = 0; i < nodeCm.length; i += 2) {
		x += from.signed();
		y += from.signed();
		nodeCm[i] = x;
		nodeCm[i + 1] = y;
	}
	const arcCount = from.unsigned();
	const [arcFrom, arcTo] = [new Uint32Array(arcCount), new Uint32Array(arcCount)];
	const [arcLeft, arcRight] = [new Int32Array(arcCount), new Int32Array(arcCount)];
	const arcFlags = new Uint16Array(arcCount);
	const arcFirstPoint = new Uint32Array(arcCount + 1);
	const points = new GrowingPoints();
	let [node, left, right] = [0, 0, 0];
	for (let arc = 0; arc < arcCount; arc++) {
		node += from.signed();
		const end = node + from.signed();
		left += from.signed();
		right += from.signed();
		arcFrom[arc] = node;
		arcTo[arc] = end;
		arcLeft[arc] = left;
		arcRight[arc] = right;
		arcFlags[arc] = from.unsigned();
		x = nodeCm[2 * node];
		y = nodeCm[2 * node + 1];
		points.push(x, y);
		for (let more = from.unsigned(); more > 0; more--) {
			x += from.signed();
			y += from.signed();
			points.push(x, y);
		}
		points.push(nodeCm[2 * end], nodeCm[2 * end + 1]);
		arcFirstPoint[arc + 1] = points.length / 2;
	}
	return { pointCm: points.finish(), arcFirstPoint, arcFrom, arcTo, arcLeft, arcRight, arcFlags };
}

/** Whole numbers in an array that grows: half a million of them are not kept as objects meanwhile. */
class GrowingPoints {
	length = 0;
	private numbers = new Int32Array(1 << 16);

	push(x: number, y: number): void {
		if (this.length + 2 > this.numbers.length) {
			const wider = new Int32Array(2 * this.numbers.length);
			wider.set(this.numbers);
			this.numbers = wider;
		}
		this.numbers[this.length++] = x;
		this.numbers[this.length++] = y;
	}

	finish(): Int32Array<ArrayBuffer> {
		return this.numbers.slice(0, this.length);
	}
}

function writeRings({ cellFirstRing, ringFirstSide, ringSide }: Tiling, out: VarintWriter): void {
	for (const starts of [cellFirstRing, ringFirstSide]) {
		out.unsigned(starts.length);
		for (let i = 1; i < starts.length; i++) out.unsigned(starts[i] - starts[i - 1]);
	}
	let before = 0;
	for (const side of ringSide) {
		out.signed(side - before);
		before = side;
	}
}

function readRings(from: VarintReader) {
	const starts = () => {
		const first = new Uint32Array(from.unsigned());
		for (let i = 1; i < first.length; i++) first[i] = first[i - 1] + from.unsigned();
		return first;
	};
	const [cellFirstRing, ringFirstSide] = [starts(), starts()];
	const ringSide = new Uint32Array(ringFirstSide[ringFirstSide.length - 1] ?? 0);
	let side = 0;
	for (let i = 0; i < ringSide.length; i++) {
		side += from.signed();
		ringSide[i] = side;
	}
	return { cellFirstRing, ringFirstSide, ringSide };
}

/** FNV-1a, 32 bits. */
function checksumOf(bytes: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	return hash >>> 0;
}

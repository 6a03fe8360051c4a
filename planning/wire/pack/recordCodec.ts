// The records of a pack in few bytes: units, cells, facilities, residences, barriers. All texts lie together in front,
// so that they are decoded in one go (one by one they would take longer than all the rest).
import type { CellRecord, UnitKind } from "../../city/records.ts";
import { UNIT_KINDS } from "../../city/records.ts";
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";
import type { Attachment, AttachStatus } from "../../reach/attach.ts";
import { type BarrierLines, NO_EDGE } from "../../streets/StreetGraph.ts";
import type { DistrictPack, PackFacility, PackResidence, PackUnit } from "../districtPack.ts";
import { ByteReader } from "./ByteReader.ts";
import { ByteWriter } from "./ByteWriter.ts";
import {
	type Cursor,
	cursor,
	readExactPositions,
	readPosition,
	writeExactPositions,
	writePosition,
} from "./coordinates.ts";

type Records = Omit<DistrictPack, "meta" | "graph">;
const STATUSES: readonly AttachStatus[] = ["attached", "noted", "not-attached"];

export function encodeRecords(pack: Records): Uint8Array {
	const out = new RecordWriter();
	writeUnits(out, pack.units);
	writeCells(out, pack.cells);
	writeFacilities(out, pack.facilities);
	writeResidences(out, pack.residences);
	writeBarriers(out, pack.barriers);
	const all = new ByteWriter();
	all.text(out.texts.join(""));
	all.raw(out.finish());
	return all.finish();
}

export function decodeRecords(bytes: Uint8Array): Records {
	const from = new RecordReader(bytes);
	const units = readUnits(from);
	const cells = readCells(from);
	const facilities = readFacilities(from);
	const residences = readResidences(from);
	return { units, cells, facilities, residences, barriers: readBarriers(from) };
}

/** Texts go to the pool; here stands only how long they are, in UTF-16 code units. */
class RecordWriter extends ByteWriter {
	readonly texts: string[] = [];

	override text(value: string): void {
		this.varint(value.length);
		this.texts.push(value);
	}
}

class RecordReader extends ByteReader {
	private readonly pool = super.text();
	private next = 0;

	override text(): string {
		const start = this.next;
		this.next += this.varint();
		return this.pool.slice(start, this.next);
	}
}

/** Text or null; null is written as no text with a mark before it. */
function writeOptional(out: RecordWriter, value: string | null): void {
	out.byte(value === null ? 0 : 1);
	if (value !== null) out.text(value);
}
function readOptional(from: RecordReader): string | null {
	return from.byte() === 0 ? null : from.text();
}

/** Numbers ≥ 0 or null (shown as one more than they are). */
function writeCount(out: RecordWriter, value: number | null): void {
	out.varint(value === null ? 0 : value + 1);
}
function readCount(from: RecordReader): number | null {
	const value = from.varint();
	return value === 0 ? null : value - 1;
}

function writeUnits(out: RecordWriter, units: readonly PackUnit[]): void {
	out.varint(units.length);
	for (const { kind, code, name, parentCode, streetKind, zone } of units) {
		out.byte(UNIT_KINDS.indexOf(kind));
		out.text(code);
		out.text(name);
		for (const text of [parentCode, streetKind, zone]) writeOptional(out, text);
	}
}

function readUnits(from: RecordReader): PackUnit[] {
	return list(from, () => ({
		kind: UNIT_KINDS[from.byte()],
		code: from.text(),
		name: from.text(),
		parentCode: readOptional(from),
		streetKind: readOptional(from) as PackUnit["streetKind"],
		zone: readOptional(from) as PackUnit["zone"],
	}));
}

function writeCells(out: RecordWriter, cells: readonly CellRecord[]): void {
	out.varint(cells.length);
	const last = cursor();
	for (const { code, polygons, units } of cells) {
		out.text(code);
		for (const kind of UNIT_KINDS) writeOptional(out, units[kind] ?? null);
		writeRings(out, last, polygons);
	}
}

function readCells(from: RecordReader): CellRecord[] {
	const last = cursor();
	return list(from, () => {
		const code = from.text();
		const units: Partial<Record<UnitKind, string>> = {};
		for (const kind of UNIT_KINDS) {
			const unit = readOptional(from);
			if (unit !== null) units[kind] = unit;
		}
		return { code, units, polygons: readRings(from, last) };
	});
}

function writeRings(out: RecordWriter, last: Cursor, polygons: MultiPolygonRings): void {
	out.varint(polygons.length);
	for (const rings of polygons) {
		out.varint(rings.length);
		for (const ring of rings) {
			out.varint(ring.length);
			for (const [lon, lat] of ring) writePosition(out, last, lon, lat);
		}
	}
}

function readRings(from: RecordReader, last: Cursor): MultiPolygonRings {
	return list(from, () => list(from, () => list(from, () => position(from, last))));
}

function position(from: RecordReader, last: Cursor): LonLat {
	const at: number[] = [];
	readPosition(from, last, at, 0);
	return [at[0], at[1]];
}

function writeAttachment(out: RecordWriter, last: { edge: number }, attachment: Attachment): void {
	const { edge, offsetDm, connectorDm, status } = attachment;
	out.byte(STATUSES.indexOf(status));
	if (edge === NO_EDGE) return;
	out.zigzag(edge - last.edge);
	out.varint(offsetDm);
	out.varint(connectorDm);
	last.edge = edge;
}

function readAttachment(from: RecordReader, last: { edge: number }): Attachment {
	const status = STATUSES[from.byte()];
	if (status === "not-attached") return { edge: NO_EDGE, offsetDm: 0, connectorDm: 0, status };
	last.edge += from.zigzag();
	return { edge: last.edge, offsetDm: from.varint(), connectorDm: from.varint(), status };
}

function writeFacilities(out: RecordWriter, facilities: readonly PackFacility[]): void {
	const categories = [...new Set(facilities.map(({ category }) => category))];
	out.varint(categories.length);
	for (const category of categories) out.text(category);
	out.varint(facilities.length);
	for (const { entrances } of facilities) out.varint(entrances.length);
	writeExactPositions(
		out,
		facilities.flatMap(({ lonLat, entrances }) => [...lonLat, ...entrances.flat()]),
	);
	const last = { edge: 0 };
	for (const facility of facilities) {
		out.varint(categories.indexOf(facility.category));
		out.text(facility.id);
		out.text(facility.name);
		out.varint(facility.operator + 1);
		out.byte((facility.isPresumed ? 1 : 0) | (facility.isAttached ? 2 : 0));
		out.varint(facility.doors.length);
		for (const rows of facility.doors) {
			out.varint(rows.length);
			for (const row of rows) writeAttachment(out, last, row);
		}
	}
}

function readFacilities(from: RecordReader): PackFacility[] {
	const categories = list(from, () => from.text());
	const entranceCounts = list(from, () => from.varint());
	const placeCount = entranceCounts.reduce((sum, count) => sum + 1 + count, 0);
	const lonLat = readExactPositions(from, placeCount);
	let next = 0;
	const take = (): LonLat => [lonLat[next++], lonLat[next++]];
	const last = { edge: 0 };
	return entranceCounts.map((entranceCount) => {
		const category = categories[from.varint()];
		const [id, name, operator] = [from.text(), from.text(), from.varint() - 1];
		const marks = from.byte();
		return {
			id,
			category,
			name,
			lonLat: take(),
			entrances: Array.from({ length: entranceCount }, take),
			operator,
			isPresumed: (marks & 1) !== 0,
			isAttached: (marks & 2) !== 0,
			doors: list(from, () => list(from, () => readAttachment(from, last))),
		};
	});
}

function writeResidences(out: RecordWriter, residences: readonly PackResidence[]): void {
	out.varint(residences.length);
	writeExactPositions(
		out,
		residences.flatMap(({ lonLat }) => [...lonLat]),
	);
	const last = { edge: 0 };
	for (const { id, residents, households, elders, children, cell, home } of residences) {
		out.text(id);
		out.varint(cell + 1);
		out.varint(residents);
		for (const count of [households, elders, children]) writeCount(out, count);
		writeAttachment(out, last, home);
	}
}

function readResidences(from: RecordReader): PackResidence[] {
	const count = from.count();
	const lonLat = readExactPositions(from, count);
	const last = { edge: 0 };
	return Array.from({ length: count }, (_, i) => ({
		id: from.text(),
		lonLat: [lonLat[2 * i], lonLat[2 * i + 1]] as const,
		cell: from.varint() - 1,
		residents: from.varint(),
		households: readCount(from),
		elders: readCount(from),
		children: readCount(from),
		home: readAttachment(from, last),
	}));
}

function writeBarriers(out: RecordWriter, lines: BarrierLines): void {
	const last = cursor();
	out.varint(lines.lineKind.length);
	for (let line = 0; line < lines.lineKind.length; line++) {
		out.byte(lines.lineKind[line]);
		out.zigzag(lines.lineWay[line]);
		out.text(lines.lineName[line]);
		out.varint(lines.firstPoint[line + 1] - lines.firstPoint[line]);
		for (let point = lines.firstPoint[line]; point < lines.firstPoint[line + 1]; point++)
			writePosition(out, last, lines.pointLonLat[2 * point], lines.pointLonLat[2 * point + 1]);
	}
}

function readBarriers(from: RecordReader): BarrierLines {
	const last = cursor();
	const pointLonLat: number[] = [];
	const firstPoint = [0];
	const read = list(from, () => {
		const line = { kind: from.byte(), way: from.zigzag(), name: from.text() };
		for (let points = from.count(2); points > 0; points--)
			readPosition(from, last, pointLonLat, pointLonLat.length);
		firstPoint.push(pointLonLat.length / 2);
		return line;
	});
	return {
		lineKind: Uint8Array.from(read, ({ kind }) => kind),
		lineWay: Float64Array.from(read, ({ way }) => way),
		lineName: read.map(({ name }) => name),
		firstPoint: Uint32Array.from(firstPoint),
		pointLonLat: Float64Array.from(pointLonLat),
	};
}

/** As many entries as the next number says. */
function list<T>(from: RecordReader, read: () => T): T[] {
	const entries: T[] = [];
	for (let left = from.count(); left > 0; left--) entries.push(read());
	return entries;
}

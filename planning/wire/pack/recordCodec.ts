// The records of a pack in few bytes: units, cells, facilities, residences, barriers. Strings that repeat are kept once.
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
	const out = new ByteWriter();
	writeUnits(out, pack.units);
	writeCells(out, pack.cells);
	writeFacilities(out, pack.facilities);
	writeResidences(out, pack.residences);
	writeBarriers(out, pack.barriers);
	return out.finish();
}

export function decodeRecords(bytes: Uint8Array): Records {
	const from = new ByteReader(bytes);
	const units = readUnits(from);
	const cells = readCells(from);
	const facilities = readFacilities(from);
	const residences = readResidences(from);
	return { units, cells, facilities, residences, barriers: readBarriers(from) };
}

/** Text or null; null is written as no text with a mark before it. */
function writeOptional(out: ByteWriter, value: string | null): void {
	out.byte(value === null ? 0 : 1);
	if (value !== null) out.text(value);
}
function readOptional(from: ByteReader): string | null {
	return from.byte() === 0 ? null : from.text();
}

/** Numbers ≥ 0 or null (shown as one more than they are). */
function writeCount(out: ByteWriter, value: number | null): void {
	out.varint(value === null ? 0 : value + 1);
}
function readCount(from: ByteReader): number | null {
	const value = from.varint();
	return value === 0 ? null : value - 1;
}

function writeUnits(out: ByteWriter, units: readonly PackUnit[]): void {
	out.varint(units.length);
	for (const { kind, code, name, parentCode, streetKind, zone } of units) {
		out.byte(UNIT_KINDS.indexOf(kind));
		out.text(code);
		out.text(name);
		for (const text of [parentCode, streetKind, zone]) writeOptional(out, text);
	}
}

function readUnits(from: ByteReader): PackUnit[] {
	return list(from, () => ({
		kind: UNIT_KINDS[from.byte()],
		code: from.text(),
		name: from.text(),
		parentCode: readOptional(from),
		streetKind: readOptional(from) as PackUnit["streetKind"],
		zone: readOptional(from) as PackUnit["zone"],
	}));
}

function writeCells(out: ByteWriter, cells: readonly CellRecord[]): void {
	out.varint(cells.length);
	const last = cursor();
	for (const { code, polygons, units } of cells) {
		out.text(code);
		for (const kind of UNIT_KINDS) writeOptional(out, units[kind] ?? null);
		writeRings(out, last, polygons);
	}
}

function readCells(from: ByteReader): CellRecord[] {
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

function writeRings(out: ByteWriter, last: Cursor, polygons: MultiPolygonRings): void {
	out.varint(polygons.length);
	for (const rings of polygons) {
		out.varint(rings.length);
		for (const ring of rings) {
			out.varint(ring.length);
			for (const [lon, lat] of ring) writePosition(out, last, lon, lat);
		}
	}
}

function readRings(from: ByteReader, last: Cursor): MultiPolygonRings {
	return list(from, () => list(from, () => list(from, () => position(from, last))));
}

function position(from: ByteReader, last: Cursor): LonLat {
	const at: number[] = [];
	readPosition(from, last, at, 0);
	return [at[0], at[1]];
}

function writeAttachment(out: ByteWriter, last: { edge: number }, attachment: Attachment): void {
	const { edge, offsetDm, connectorDm, status } = attachment;
	out.byte(STATUSES.indexOf(status));
	if (edge === NO_EDGE) return;
	out.zigzag(edge - last.edge);
	out.varint(offsetDm);
	out.varint(connectorDm);
	last.edge = edge;
}

function readAttachment(from: ByteReader, last: { edge: number }): Attachment {
	const status = STATUSES[from.byte()];
	if (status === "not-attached") return { edge: NO_EDGE, offsetDm: 0, connectorDm: 0, status };
	last.edge += from.zigzag();
	return { edge: last.edge, offsetDm: from.varint(), connectorDm: from.varint(), status };
}

function writeFacilities(out: ByteWriter, facilities: readonly PackFacility[]): void {
	const categories = [...new Set(facilities.map(({ category }) => category))];
	out.varint(categories.length);
	for (const category of categories) out.text(category);
	out.varint(facilities.length);
	const last = { edge: 0 };
	for (const facility of facilities) {
		out.varint(categories.indexOf(facility.category));
		out.text(facility.id);
		out.text(facility.name);
		out.varint(facility.operator + 1);
		out.byte((facility.isPresumed ? 1 : 0) | (facility.isAttached ? 2 : 0));
		out.varint(facility.entrances.length);
		out.varint(facility.doors.length);
		for (const rows of facility.doors) {
			out.varint(rows.length);
			for (const row of rows) writeAttachment(out, last, row);
		}
	}
	writeExactPositions(
		out,
		facilities.flatMap(({ lonLat, entrances }) => [...lonLat, ...entrances.flat()]),
	);
}

function readFacilities(from: ByteReader): PackFacility[] {
	const categories = list(from, () => from.text());
	const last = { edge: 0 };
	const read = list(from, () => {
		const category = categories[from.varint()];
		const [id, name, operator] = [from.text(), from.text(), from.varint() - 1];
		const marks = from.byte();
		const entranceCount = from.varint();
		const doors = list(from, () => list(from, () => readAttachment(from, last)));
		return { category, id, name, operator, marks, entranceCount, doors };
	});
	const count = read.reduce((sum, { entranceCount }) => sum + 1 + entranceCount, 0);
	const lonLat = readExactPositions(from, count);
	let next = 0;
	const take = (): LonLat => [lonLat[next++], lonLat[next++]];
	return read.map(({ marks, entranceCount, ...facility }) => ({
		...facility,
		isPresumed: (marks & 1) !== 0,
		isAttached: (marks & 2) !== 0,
		lonLat: take(),
		entrances: Array.from({ length: entranceCount }, take),
	}));
}

function writeResidences(out: ByteWriter, residences: readonly PackResidence[]): void {
	out.varint(residences.length);
	const last = { edge: 0 };
	for (const { id, residents, households, elders, children, cell, home } of residences) {
		out.text(id);
		out.varint(cell + 1);
		out.varint(residents);
		for (const count of [households, elders, children]) writeCount(out, count);
		writeAttachment(out, last, home);
	}
	writeExactPositions(
		out,
		residences.flatMap(({ lonLat }) => [...lonLat]),
	);
}

function readResidences(from: ByteReader): PackResidence[] {
	const last = { edge: 0 };
	const read = list(from, () => ({
		id: from.text(),
		cell: from.varint() - 1,
		residents: from.varint(),
		households: readCount(from),
		elders: readCount(from),
		children: readCount(from),
		home: readAttachment(from, last),
	}));
	const lonLat = readExactPositions(from, read.length);
	return read.map((residence, i) => ({
		...residence,
		lonLat: [lonLat[2 * i], lonLat[2 * i + 1]],
	}));
}

function writeBarriers(out: ByteWriter, lines: BarrierLines): void {
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

function readBarriers(from: ByteReader): BarrierLines {
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
function list<T>(from: ByteReader, read: () => T): T[] {
	const entries: T[] = [];
	for (let left = from.count(); left > 0; left--) entries.push(read());
	return entries;
}

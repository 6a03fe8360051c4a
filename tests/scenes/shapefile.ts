// A small shapefile, member by member: squares with a code and a name, in any encoding.
import iconv from "iconv-lite";

export interface Square {
	readonly code: string;
	readonly name: string;
	/** Lower left corner; null for no shape. */
	readonly corner: readonly [number, number] | null;
	/** Another outline than the square: rings as a shapefile has them, outer ones clockwise. */
	readonly rings?: readonly (readonly (readonly [number, number])[])[];
	readonly isDeleted?: boolean;
}

export interface ShapefileOptions {
	readonly encoding?: string;
	readonly languageByte?: number;
	/** 5 polygon, 15 with heights. */
	readonly shapeType?: 5 | 15;
	readonly nameBytes?: number;
}

const SIDE = 0.01;

/** `n` squares in a row from 121° E 31° N. */
export function squares(n: number): Square[] {
	return Array.from({ length: n }, (_, i) => ({
		code: `3101${String(i).padStart(8, "0")}`,
		name: `龙泉园路第${i}居委会`,
		corner: [121 + i * SIDE, 31] as const,
	}));
}

/** The ring of a square as a shapefile draws it, clockwise. */
export function ringOf([lon, lat]: readonly [number, number]): [number, number][] {
	const [right, top] = [lon + SIDE, lat + SIDE];
	return [
		[lon, lat],
		[lon, top],
		[right, top],
		[right, lat],
		[lon, lat],
	];
}

/** The members of a shapefile of these squares. */
export function shapefile(
	squareList: readonly Square[],
	{ shapeType = 5, ...table }: ShapefileOptions = {},
): { shp: Buffer; shx: Buffer; dbf: Buffer } {
	const contents = squareList.map((square) => shapeOf(square, shapeType));
	const shp: Buffer[] = [];
	const shx: Buffer[] = [];
	let offset = 100;
	for (const [i, content] of contents.entries()) {
		const head = bigEndian(i + 1, content.length / 2);
		shx.push(bigEndian(offset / 2, content.length / 2));
		shp.push(head, content);
		offset += head.length + content.length;
	}
	return {
		shp: Buffer.concat([header(offset, shapeType), ...shp]),
		shx: Buffer.concat([header(100 + 8 * contents.length, shapeType), ...shx]),
		dbf: dbfFile(squareList, table),
	};
}

/** The table alone: a text column 代码, a text column 名称, a number column 户数. */
export function dbfFile(
	squareList: readonly Square[],
	{ encoding = "gb18030", languageByte = 0, nameBytes = 40 }: Omit<ShapefileOptions, "shapeType">,
): Buffer {
	const fields = [
		["代码", "C", 12],
		["名称", "C", nameBytes],
		["户数", "N", 10],
	] as const;
	const rowBytes = 1 + fields.reduce((sum, [, , length]) => sum + length, 0);
	const head = Buffer.alloc(32);
	head.set([3, 120, 1, 2]);
	head.writeUInt32LE(squareList.length, 4);
	head.writeUInt16LE(32 + 32 * fields.length + 1, 8);
	head.writeUInt16LE(rowBytes, 10);
	head[29] = languageByte;
	const columns = fields.map(([name, type, length]) => {
		const column = Buffer.alloc(32);
		iconv.encode(name, encoding).copy(column, 0, 0, 10);
		column.write(type, 11, "latin1");
		column[16] = length;
		return column;
	});
	const rows = squareList.map(({ code, name, isDeleted }, i) => {
		const row = Buffer.alloc(rowBytes, " ");
		if (isDeleted === true) row.write("*");
		row.write(code, 1);
		iconv.encode(name, encoding).copy(row, 13, 0, nameBytes);
		row.write(String(100 + i).padStart(10), 13 + nameBytes);
		return row;
	});
	return Buffer.concat([head, ...columns, Buffer.from([13]), ...rows, Buffer.from([26])]);
}

function header(bytes: number, shapeType: number): Buffer {
	const head = Buffer.alloc(100);
	head.writeInt32BE(9994, 0);
	head.writeInt32BE(bytes / 2, 24);
	head.writeInt32LE(1000, 28);
	head.writeInt32LE(shapeType, 32);
	return head;
}

function shapeOf({ corner, rings }: Square, shapeType: number): Buffer {
	const parts = rings ?? (corner === null ? [] : [ringOf(corner)]);
	if (parts.length === 0) return Buffer.alloc(4);
	const points = parts.flat();
	const heights = shapeType === 15 ? 16 + 8 * points.length : 0;
	const pointsAt = 44 + 4 * parts.length;
	const content = Buffer.alloc(pointsAt + 16 * points.length + heights);
	content.writeInt32LE(shapeType, 0);
	content.writeInt32LE(parts.length, 36);
	content.writeInt32LE(points.length, 40);
	let first = 0;
	for (const [i, part] of parts.entries()) {
		content.writeInt32LE(first, 44 + 4 * i);
		first += part.length;
	}
	for (const [i, [lon, lat]] of points.entries()) {
		content.writeDoubleLE(lon, pointsAt + 16 * i);
		content.writeDoubleLE(lat, pointsAt + 8 + 16 * i);
	}
	return content;
}

function bigEndian(first: number, second: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeInt32BE(first, 0);
	bytes.writeInt32BE(second, 4);
	return bytes;
}

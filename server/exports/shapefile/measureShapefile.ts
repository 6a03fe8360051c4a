// What the headers of a shapefile must say before the first record: counts, extent, sizes, widths. One pass over the rows.
import { Refused } from "../../errors.ts";
import {
	batchesOf,
	type ExportColumn,
	type ExportRow,
	type ExportTable,
	type ExportValue,
} from "../ExportTable.ts";
import { type Extent, extentOf, join, noExtent } from "../extentOf.ts";
import { type DbfEncoding, encode, fitted, LONGEST_TEXT_BYTES } from "./dbfText.ts";
import { shortNames } from "./shortNames.ts";

/** A reader may take sizes for signed 32-bit numbers. */
const LARGEST_BYTES = 2 ** 31 - 1;
const MOST_DECIMALS = 15;

export interface DbfField {
	/** At most 10 bytes. */
	readonly name: string;
	readonly column: ExportColumn;
	width: number;
	decimals: number;
	/** Texts that did not fit. */
	cutCount: number;
}

export interface ShapefileMeasures {
	readonly encoding: DbfEncoding;
	readonly fields: readonly DbfField[];
	readonly rowCount: number;
	readonly extent: Extent;
	/** Of the .shp, its header of 100 included. */
	readonly shapeBytes: number;
}

/** Throws Refused when the table is larger than a shapefile can be. */
export async function measureShapefile(
	{ columns, rows }: ExportTable,
	encoding: DbfEncoding,
): Promise<ShapefileMeasures> {
	const names = shortNames(columns.map(({ name }) => name));
	const fields = columns.map((column, i): DbfField => {
		const width = { text: 1, integer: 9, number: 12 }[column.type];
		return { name: names[i] ?? column.name, column, width, decimals: 0, cutCount: 0 };
	});
	const extent = noExtent();
	let [rowCount, shapeBytes] = [0, 100];
	for await (const batch of batchesOf(rows))
		for (const row of batch) {
			rowCount++;
			shapeBytes += 8 + contentBytes(row);
			join(extent, extentOf(row));
			for (const [i, field] of fields.entries()) widen(field, row.values[i] ?? null, encoding);
		}
	const recordBytes = fields.reduce((sum, { width }) => sum + width, 1);
	if (Math.max(shapeBytes, rowCount * recordBytes) > LARGEST_BYTES - 10_000) throw tooLarge();
	return { encoding, fields, rowCount, extent, shapeBytes };
}

/** Bytes of a record's content: the type, then what it holds. */
export function contentBytes({ lonLat, polygons, line }: ExportRow): number {
	if (lonLat !== undefined) return 20;
	const rings = polygons?.flat() ?? (line === undefined ? [] : [line]);
	if (rings.length === 0) return 4;
	return rings.reduce((sum, ring) => sum + 4 + 16 * ring.length, 44);
}

/** A number as a DBF cell has it; "" for none. */
export function numberText(value: ExportValue): string {
	return value === null ? "" : String(value);
}

function widen(field: DbfField, value: ExportValue, encoding: DbfEncoding): void {
	if (value === null) return;
	const { type, separator } = field.column;
	if (type !== "text") {
		const text = numberText(value);
		field.width = Math.max(field.width, text.length);
		const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
		field.decimals = Math.min(MOST_DECIMALS, Math.max(field.decimals, decimals));
		return;
	}
	const size = encode(String(value), encoding).length;
	const isCut = size > LONGEST_TEXT_BYTES;
	if (isCut) field.cutCount++;
	field.width = Math.max(
		field.width,
		isCut ? fitted(String(value), encoding, separator).length : size,
	);
}

function tooLarge(): Refused {
	return new Refused("export.too-large", {
		zh: "这份数据超过 Shapefile 的 2 GB 上限。请改用 GeoPackage、GeoJSON 或 CSV。",
		en: "This layer is larger than the 2 GB of a shapefile. Take GeoPackage, GeoJSON or CSV.",
	});
}

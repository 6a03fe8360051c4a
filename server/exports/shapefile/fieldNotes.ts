// 字段说明.txt beside a shapefile: what its short field names stand for, and what had to be shortened.
import type { ExportTable } from "../ExportTable.ts";
import { LONGEST_TEXT_BYTES } from "./dbfText.ts";
import type { ShapefileMeasures } from "./measureShapefile.ts";

const TYPE_WORDS = { text: "文本 text", integer: "整数 integer", number: "数字 number" } as const;

export function fieldNotes(
	{ name, title }: ExportTable,
	{ fields, encoding, rowCount }: ShapefileMeasures,
): string {
	const cut = fields.filter(({ cutCount }) => cutCount > 0);
	return [
		`${title}（${name}）：${rowCount} 条 records，WGS84 经纬度 degrees，编码 encoding ${encoding.toUpperCase()}`,
		"",
		"字段 field\t含义 stands for\t类型 type",
		...fields.map(
			(field) => `${field.name}\t${field.column.name}\t${TYPE_WORDS[field.column.type]}`,
		),
		...(cut.length === 0
			? []
			: [
					"",
					`超过 ${LONGEST_TEXT_BYTES} 字节而截短的文本；GeoPackage、GeoJSON、CSV 中是完整的。`,
					`Texts over ${LONGEST_TEXT_BYTES} bytes were shortened; GeoPackage, GeoJSON and CSV hold them whole.`,
					...cut.map((field) => `${field.name}\t${field.cutCount}`),
				]),
		"",
	].join("\r\n");
}

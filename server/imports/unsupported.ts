// What cannot be read here, with words on what to do instead.
import { basename } from "node:path";
import { Refused, type Words } from "../errors.ts";
import type { Sight } from "./SourceFile.ts";

const SUPPORTED =
	".zip .shp .gpkg .geojson .json .ndjson .kml .kmz .fgb .csv .tsv .txt .xlsx .dbf .geojson.gz .csv.gz";

interface Stranger {
	readonly code: string;
	readonly matches: (sight: Sight) => boolean;
	readonly words: Words;
}

/** Files that people hand in by mistake often enough to be told more. */
const STRANGERS: readonly Stranger[] = [
	{
		code: "format.osm",
		matches: ({ head, text }) =>
			head.includes("OSMHeader") ||
			/^[^<]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<osm[\s>]/.test(text),
		words: {
			zh: "这是 OpenStreetMap 文件，请在“路网”里导入（命令行：jiequan import streets）。",
			en: "This is an OpenStreetMap file: import it as streets (jiequan import streets).",
		},
	},
	{
		code: "format.xls",
		matches: ({ head }) => head.toString("hex", 0, 8) === "d0cf11e0a1b11ae1",
		words: {
			zh: "这是旧版 Excel 文件（.xls），或加了密码的 Excel 文件。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再交。",
			en: "This is an old Excel file (.xls) or one locked by a password. Open it in Excel or WPS and save it as .xlsx without a password.",
		},
	},
	{
		code: "format.web-page",
		matches: ({ text }) => /^\s*(?:<!doctype html|<html[\s>])/i.test(text),
		words: {
			zh: "这其实是网页（HTML），不是表格，有的系统导出时只改了文件名。用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 再交。",
			en: "This is a web page (HTML), not a table: some systems only change the name when they export. Open it in Excel or WPS and save it as .xlsx or .csv.",
		},
	},
	{
		code: "format.unsupported",
		matches: ({ extension, head }) =>
			[".shx", ".prj", ".cpg", ".sbn", ".sbx"].includes(extension) && !head.includes(0x7b),
		words: {
			zh: "这是 Shapefile 的附属文件，单独读不了。请把同名的 .shp、.dbf、.shx、.prj 一起交，或压成一个 zip。",
			en: "This is a part of a shapefile and cannot be read alone. Hand in the .shp, .dbf, .shx and .prj of the same name together, or as one zip.",
		},
	},
];

/** The refusal for one of them; null for other files. */
export function strangerRefusal(sight: Sight): Refused | null {
	const found = STRANGERS.find(({ matches }) => matches(sight));
	return found === undefined ? null : new Refused(found.code, found.words);
}

/** The refusal for a file of no known format. */
export function unsupported(path: string): Refused {
	const name = basename(path);
	return new Refused("format.unsupported", {
		zh: `不认识文件“${name}”的格式。支持：${SUPPORTED}。`,
		en: `The format of ${name} is not known. Supported: ${SUPPORTED}.`,
	});
}

// An XLSX workbook part by part, so that a test can write cells as any program might.
import { type ZipPart, zipFile } from "./zipFile.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface SheetParts {
	readonly name: string;
	/** `hidden` or `veryHidden`. */
	readonly state?: string;
	/** Markup of its rows. */
	readonly rows: string;
}

export interface WorkbookParts {
	readonly sheets: readonly SheetParts[];
	/** Markup of each `<si>`. */
	readonly strings?: readonly string[];
	/** Format of each style: a number of a built-in one, or its code. */
	readonly formats?: readonly (number | string)[];
	readonly is1904?: boolean;
	/** Stands before the root element of each sheet. */
	readonly beforeSheet?: string;
}

/** The bytes of a workbook. */
export function workbookFile(parts: WorkbookParts): Buffer {
	const { sheets, strings, formats } = parts;
	const relations = [
		...sheets.map((_, i) => relation(`s${i}`, "worksheet", `worksheets/sheet${i + 1}.xml`)),
		...(strings === undefined ? [] : [relation("str", "sharedStrings", "/xl/sharedStrings.xml")]),
		...(formats === undefined ? [] : [relation("sty", "styles", "styles.xml")]),
	];
	const files: ZipPart[] = [
		{ name: "xl/workbook.xml", content: workbookXml(parts) },
		{
			name: "xl/_rels/workbook.xml.rels",
			content: `${HEAD}<Relationships xmlns="${PACKAGE}">${relations.join("")}</Relationships>`,
		},
		...sheets.map(({ rows }, i) => ({
			name: `xl/worksheets/sheet${i + 1}.xml`,
			content: `${HEAD}${parts.beforeSheet ?? ""}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
		})),
	];
	if (strings !== undefined)
		files.push({
			name: "xl/sharedStrings.xml",
			content: `${HEAD}<sst xmlns="${MAIN}">${strings.map((si) => `<si>${si}</si>`).join("")}</sst>`,
		});
	if (formats !== undefined) files.push({ name: "xl/styles.xml", content: stylesXml(formats) });
	return zipFile(files);
}

/** A row of texts written into their cells. */
export function textRow(texts: readonly string[]): string {
	return `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
}

function workbookXml({ sheets, is1904 = false }: WorkbookParts): string {
	const listed = sheets.map(
		({ name, state = "visible" }, i) =>
			`<sheet name="${name}" sheetId="${i + 7}" state="${state}" r:id="s${i}"/>`,
	);
	return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`;
}

function relation(id: string, kind: string, target: string): string {
	return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
	const own = formats.map((format, i) =>
		typeof format === "string" ? `<numFmt numFmtId="${200 + i}" formatCode="${format}"/>` : "",
	);
	const looks = formats.map(
		(format, i) => `<xf numFmtId="${typeof format === "string" ? 200 + i : format}"/>`,
	);
	return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${own.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${looks.join("")}</cellXfs></styleSheet>`;
}

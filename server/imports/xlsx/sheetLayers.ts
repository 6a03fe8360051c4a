// Which sheets of a workbook are layers: those that have rows, hidden ones after the others. The sheets with which our own
// workbooks explain themselves are none, as long as another has rows.
import { localName, parseXml } from "../strictXml.ts";
import type { Sheet, Workbook } from "./workbook.ts";
import { XLSX, type XlsxPackage } from "./XlsxPackage.ts";

/** Of the templates and of exports, in both languages. */
const NOTES: ReadonlySet<string> = new Set(["说明", "取值", "Explanation", "Values"]);

/** The sheets to offer; all of them where none has rows. */
export async function sheetLayers(
	file: XlsxPackage,
	{ sheets }: Workbook,
): Promise<readonly Sheet[]> {
	const filled: Sheet[] = [];
	for (const sheet of sheets) if (await hasValues(file, sheet)) filled.push(sheet);
	const own = filled.filter(({ name }) => !NOTES.has(name));
	if (own.length > 0) return own;
	return filled.length > 0 ? filled : sheets;
}

/** Reads as far as the first value or formula. */
async function hasValues(file: XlsxPackage, { part }: Sheet): Promise<boolean> {
	let isInCell = false;
	let isFound = false;
	const events = {
		open: (name: string) => {
			if (localName(name) === "c") isInCell = true;
		},
		text: (text: string) => {
			isFound ||= isInCell && text.trim() !== "";
		},
		close: (name: string) => {
			if (localName(name) === "c") isInCell = false;
		},
	};
	for await (const _ of parseXml(file.text(part), events, XLSX)) if (isFound) return true;
	return false;
}

// How the styles of a workbook show numbers: as days, with leading zeros, or plainly. Source: ECMA-376 part 1, 18.8.30.
import { malformed } from "../refusing.ts";
import { localName, parseXmlWhole, type XmlAttributes } from "../strictXml.ts";
import { XLSX, type XlsxPackage } from "./XlsxPackage.ts";

export interface CellLook {
	/** The number is a day, counted by the calendar of the workbook. */
	readonly isDate: boolean;
	/** So many digits at least, as in codes; 0 for any. */
	readonly digits: number;
}

export const PLAIN: CellLook = { isDate: false, digits: 0 };
const DATE: CellLook = { isDate: true, digits: 0 };
/** Numbers of formats that are days or times without being written down; 27 to 36 and 50 to 58 are those of East Asia. */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number])[] = [
	[14, 22],
	[27, 36],
	[45, 45],
	[47, 47],
	[50, 58],
];
/** More than spreadsheets allow. */
const MOST_STYLES = 100_000;

/** The looks of a workbook, by the number that a cell names. */
export async function readCellLooks(file: XlsxPackage, part: string): Promise<CellLook[]> {
	const reader = new LooksReader();
	await parseXmlWhole(file.text(part), reader, XLSX);
	return reader.looks();
}

class LooksReader {
	private readonly formats = new Map<number, string>();
	private readonly cellFormats: number[] = [];
	private isInCells = false;

	open(name: string, attributes: XmlAttributes): void {
		const local = localName(name);
		if (local === "cellXfs") this.isInCells = true;
		else if (local === "xf" && this.isInCells)
			this.cellFormats.push(Number(attributes["numFmtId"] ?? 0));
		else if (local === "numFmt")
			this.formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
		if (this.cellFormats.length > MOST_STYLES || this.formats.size > MOST_STYLES)
			throw malformed(XLSX, `单元格样式超过 ${MOST_STYLES} / more styles than ${MOST_STYLES}`);
	}

	text(): void {}

	close(name: string): void {
		if (localName(name) === "cellXfs") this.isInCells = false;
	}

	looks(): CellLook[] {
		return this.cellFormats.map((id) => {
			const format = this.formats.get(id);
			if (format !== undefined) return lookOf(format);
			return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? DATE : PLAIN;
		});
	}
}

function lookOf(format: string): CellLook {
	if (/^0+$/.test(format)) return { isDate: false, digits: format.length };
	return isDateFormat(format) ? DATE : PLAIN;
}

/** Signs for day, month, year or time outside of quotes, brackets and paddings; but not a length of time such as `[h]:mm`. */
function isDateFormat(format: string): boolean {
	if (/\[(?:h+|m+|s+)\]/i.test(format) || /general/i.test(format)) return false;
	return /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ""));
}

// The rows of a worksheet, collected from its XML. Cells that are empty are not there; each says its column.
import { malformed } from "../refusing.ts";
import type { XmlAttributes } from "../strictXml.ts";
import { localName } from "../strictXml.ts";
import { type CellTables, cellText } from "./cellText.ts";
import { XLSX } from "./XlsxPackage.ts";

/** `missing`: a formula that no program has worked out yet. */
export type FormulaState = "none" | "stored" | "missing";

export interface SheetCell {
	/** From 0. */
	readonly column: number;
	readonly text: string;
	readonly formula: FormulaState;
}

/** Cells with a text or a formula, in the order of the file. */
export type SheetRow = readonly SheetCell[];

/** What a sheet can have. */
const MOST_COLUMNS = 16_384;
const CODE_OF_A = 65;

export class SheetReader {
	private readonly tables: CellTables;
	private rows: SheetRow[] = [];
	private row: SheetCell[] = [];
	private column = -1;
	private type = "n";
	private style = 0;
	private value = "";
	private hasValue = false;
	private hasFormula = false;
	private isInCell = false;
	private isText = false;
	private isReading = false;

	constructor(tables: CellTables) {
		this.tables = tables;
	}

	/** The rows that have ended since this was last asked. */
	take(): SheetRow[] {
		const taken = this.rows;
		this.rows = [];
		return taken;
	}

	open(name: string, attributes: XmlAttributes): void {
		const local = localName(name);
		if (local === "c") this.openCell(attributes);
		else if (local === "row") {
			this.row = [];
			this.column = -1;
		} else if (this.isInCell) {
			if (local === "v" || local === "is") this.hasValue = true;
			if (local === "v" || (local === "t" && !this.isReading)) this.isText = true;
			else if (local === "f") this.hasFormula = true;
			else if (local === "rPh") this.isReading = true;
		}
	}

	text(text: string): void {
		if (this.isText) this.value += text;
	}

	close(name: string): void {
		const local = localName(name);
		if (local === "c") this.closeCell();
		else if (local === "row") this.rows.push(this.row);
		else if (local === "v" || local === "t") this.isText = false;
		else if (local === "rPh") this.isReading = false;
	}

	private openCell(attributes: XmlAttributes): void {
		const reference = attributes["r"];
		this.column = reference === undefined ? this.column + 1 : columnOf(reference);
		this.type = attributes["t"] ?? "n";
		this.style = Number(attributes["s"] ?? 0);
		this.value = "";
		this.hasValue = false;
		this.hasFormula = false;
		this.isInCell = true;
	}

	private closeCell(): void {
		this.isInCell = false;
		const { type, style, value, column } = this;
		const text = cellText({ type, style, value }, this.tables);
		if (text === "" && !this.hasFormula) return;
		if (column >= MOST_COLUMNS || this.row.length >= MOST_COLUMNS)
			throw malformed(
				XLSX,
				`一行超过 ${MOST_COLUMNS} 格 / a row of more than ${MOST_COLUMNS} cells`,
			);
		this.row.push({ column, text, formula: this.formula() });
	}

	private formula(): FormulaState {
		if (!this.hasFormula) return "none";
		const isStored = this.value !== "" || (this.hasValue && this.type === "str");
		return isStored ? "stored" : "missing";
	}
}

/** Of `AB12` the column AB, from 0. */
function columnOf(reference: string): number {
	let column = 0;
	for (let i = 0; i < reference.length && column <= MOST_COLUMNS; i++) {
		const letter = reference.charCodeAt(i) & ~0x20;
		if (letter < CODE_OF_A || letter >= CODE_OF_A + 26) break;
		column = column * 26 + letter - CODE_OF_A + 1;
	}
	if (column === 0) throw malformed(XLSX, `单元格位置“${reference}” / cell reference ${reference}`);
	return column - 1;
}

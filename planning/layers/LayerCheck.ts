// Features in, records and issues out: one feature at a time, so that a file of any size streams through.
// The same check serves the command line, the web upload and, being pure, the browser.
import { categoryOf } from "../standards/catalogue.ts";
import { ColumnPicker } from "./ColumnPicker.ts";
import { FeatureCells, textOf } from "./FeatureCells.ts";
import { FIELD_COLUMNS, type Field } from "./fields.ts";
import type { IssueSeverity } from "./Issue.ts";
import { IssueList } from "./IssueList.ts";
import { nearCodes } from "./nearCodes.ts";
import { holdsIdentityNumber, isContactColumn, isPersonColumn } from "./personalData.ts";
import type { CheckOptions, RecordReader } from "./RecordReader.ts";
import { numberOf, type SourceFeature } from "./SourceFeature.ts";

const LONGEST_ID = 300;
const COLUMNS_SHOWN = 30;

export interface CheckedLayer<R> {
	readonly records: readonly R[];
	readonly issues: IssueList;
	/** Features in the file; of these `records.length` were accepted, the others left out. */
	readonly readCount: number;
}

export class LayerCheck<R> {
	private readonly reader: RecordReader<R>;
	private readonly options: CheckOptions;
	private readonly columns: ColumnPicker;
	private readonly isTable: boolean;
	private readonly issues = new IssueList();
	private readonly records: R[] = [];
	private readonly firstWith = new Map<string, number>();
	/** Features met before any had a column for a required field. */
	private skippedCount = 0;
	private whereMatchCount = 0;
	private readCount = 0;

	/** `header` are the columns of a table; null for features that bring their own properties. */
	constructor(reader: RecordReader<R>, options: CheckOptions, header: readonly string[] | null) {
		this.reader = reader;
		this.options = options;
		this.columns = new ColumnPicker(options.columns, header ?? []);
		this.isTable = header !== null;
		if (options.category !== null && categoryOf(options.category) === undefined)
			this.noteUnknownCategory(options.category);
	}

	/** True when the header alone refuses the table: reading its rows would add nothing. */
	get isHeaderRefused(): boolean {
		return this.isTable && (this.absentColumns().length > 0 || this.unknownFields().length > 0);
	}

	/** Check one feature. */
	add(feature: SourceFeature): void {
		this.readCount++;
		this.columns.see(feature.properties);
		const { where } = this.options;
		if (!where.every(({ column, value }) => textOf(feature.properties[column]) === value.trim()))
			return;
		this.whereMatchCount++;
		for (const issue of feature.issues ?? []) this.issues.add(issue);
		if (feature.issues?.some(({ severity }) => severity === "blocking") === true) return;
		if (this.reader.required.some((field) => !this.columns.isKnown(field))) {
			this.skippedCount++;
			return;
		}

		const cells = new FeatureCells(feature, this.columns, this.issues);
		if (this.reader.holdsPeople) this.checkForPersons(cells);
		const record = this.reader.read(cells, this.options);
		if (record === null) return;
		this.checkForTwins(cells, record);
		this.records.push(record);
	}

	/** Everything, with what can only be said once the whole file is read. */
	finish(): CheckedLayer<R> {
		for (const column of this.absentColumns()) this.noteAbsentColumn(column);
		for (const field of this.unknownFields()) this.noteUnknownField(field);
		this.noteColumns();
		if (this.skippedCount > 0 && this.reader.required.every((field) => this.columns.isKnown(field)))
			this.note("blocking", "field.absent", {
				zh: `前 ${this.skippedCount} 个要素缺少必需的属性（${this.reader.required.join("、")}）。请补上。`,
				en: `The first ${this.skippedCount} features lack a required property (${this.reader.required.join(", ")}). Add it.`,
			});
		const mayBeEmpty = this.readCount === 0 && this.reader.mayBeEmpty === true;
		if (this.records.length === 0 && !mayBeEmpty && !this.issues.has("blocking"))
			this.noteNothingLeft();
		return { records: this.records, issues: this.issues, readCount: this.readCount };
	}

	private absentColumns(): string[] {
		const where = this.options.where.map(({ column }) => column);
		if (!this.isTable && this.readCount === 0) return [];
		return [
			...new Set([
				...this.columns.absent(),
				...where.filter((column) => !this.columns.columns.has(column)),
			]),
		];
	}

	private unknownFields(): Field[] {
		if (!this.isTable && this.readCount === 0) return [];
		const position: readonly Field[] = this.isTable && this.reader.isPlaced ? ["lon", "lat"] : [];
		return [...this.reader.required, ...position].filter(
			(field) => !this.columns.isKnown(field) && !this.columns.isNamed(field),
		);
	}

	private checkForPersons(cells: FeatureCells): void {
		const { properties } = cells.feature;
		for (const column in properties) {
			if (!holdsIdentityNumber(textOf(properties[column]))) continue;
			cells.note("blocking", "residence.personal-data", {
				zh: `列“${column}”含有身份证号码。居住点只能是每处的人数，请汇总并删除个人信息后再导入。`,
				en: `column ${column} holds an identity number. Residences are counts per place: sum them up and remove personal data first.`,
			});
		}
	}

	private checkForTwins(cells: FeatureCells, record: R): void {
		const identity = this.reader.identityOf(record);
		const n = numberOf(cells.feature.place);
		if (identity.length > LONGEST_ID)
			cells.note("blocking", "id.too-long", {
				zh: `编号有 ${identity.length} 个字符，最多 ${LONGEST_ID} 个。请用 --id-field 指定别的列。`,
				en: `the id has ${identity.length} characters, at most ${LONGEST_ID} are possible. Name another column with --id-field.`,
			});
		const first = this.firstWith.get(identity);
		if (first === undefined) this.firstWith.set(identity, n);
		else
			cells.note("blocking", "id.duplicate", {
				zh: `编号“${identity}”与第 ${first} 条重复。请改成唯一的编号，或用 --id-field 指定别的列。`,
				en: `the id "${identity}" is already used by number ${first}. Make ids unique, or name another column with --id-field.`,
			});
	}

	private noteColumns(): void {
		const columns = [...this.columns.columns];
		const contact = columns.filter(isContactColumn);
		const persons = columns.filter((column) => isPersonColumn(column) || isContactColumn(column));
		if (this.reader.holdsPeople && persons.length > 0)
			this.note("blocking", "residence.personal-data", {
				zh: `列 ${persons.join("、")} 是个人信息。居住点只能是每处的人数，请汇总并删除这些列后再导入。`,
				en: `The columns ${persons.join(", ")} hold personal data. Residences are counts per place: sum them up and remove these columns first.`,
			});
		else if (contact.length > 0)
			this.note("info", "columns.contact-left-out", {
				zh: `联系方式列未导入：${contact.join("、")}。`,
				en: `Contact columns were left out: ${contact.join(", ")}.`,
			});
	}

	private noteAbsentColumn(column: string): void {
		const present = this.columnList();
		this.note("blocking", "column.absent", {
			zh: `文件没有列“${column}”。文件中的列：${present}。`,
			en: `The file has no column "${column}". Its columns: ${present}.`,
		});
	}

	private noteUnknownField(field: Field): void {
		const option = `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-field`;
		const present = this.columnList();
		this.note("blocking", "column.absent", {
			zh: `没有 ${FIELD_COLUMNS[field].join("/")} 列。请用 ${option} 指定。文件中的列：${present}。`,
			en: `There is no column ${FIELD_COLUMNS[field].join("/")}. Name it with ${option}. The file's columns: ${present}.`,
		});
	}

	/** The file's columns for a message. */
	private columnList(): string {
		const columns = [...this.columns.columns];
		const more = columns.length - COLUMNS_SHOWN;
		return columns.slice(0, COLUMNS_SHOWN).join(", ") + (more > 0 ? ` … (+${more})` : "");
	}

	private noteUnknownCategory(code: string): void {
		const near = nearCodes(code).join(" ");
		this.note("blocking", "category.unknown", {
			zh: `类别代码“${code}”不在标准中。相近的代码：${near}。`,
			en: `The standard has no category "${code}". Similar codes: ${near}.`,
		});
	}

	private noteNothingLeft(): void {
		const isWhere = this.readCount > 0 && this.whereMatchCount === 0;
		this.note("blocking", "features.none", {
			zh: isWhere
				? `${this.readCount} 条中没有一条符合 --where 条件。请检查列值。`
				: `没有可以导入的要素（读到 ${this.readCount} 条）。`,
			en: isWhere
				? `None of the ${this.readCount} features fits --where. Check the value.`
				: `No feature is left to import (${this.readCount} read).`,
		});
	}

	private note(
		severity: IssueSeverity,
		code: string,
		message: { readonly zh: string; readonly en: string },
	): void {
		this.issues.add({ code, severity, at: {}, message });
	}
}

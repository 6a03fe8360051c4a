// Features in, records and issues out: one feature at a time, so that a file of any size streams through.
// The same check serves the command line, the web upload and, being pure, the browser.
import { categoryOf } from "../standards/catalogue.ts";
import { ColumnPicker } from "./ColumnPicker.ts";
import { absentColumn, personalColumnIssues, unknownField } from "./columnIssues.ts";
import { FeatureCells, textOf } from "./FeatureCells.ts";
import type { Field } from "./fields.ts";
import { GeometryKinds } from "./GeometryKinds.ts";
import type { IssueSeverity } from "./Issue.ts";
import { IssueList } from "./IssueList.ts";
import { nearCodes } from "./nearCodes.ts";
import { holdsIdentityNumber, withoutIdentityNumbers } from "./personalData.ts";
import { PersonRows } from "./personRows.ts";
import type { CheckOptions, RecordReader } from "./RecordReader.ts";
import { numberOf, type SourceFeature, type SourcePlace } from "./SourceFeature.ts";

const LONGEST_ID = 300;
const IDENTITY_LENGTH = 18;
const LISTED_LEFT_OUT = 10_000;

/** `readCount` is always `records.length + leftOutCount + filteredCount`. */
export interface CheckedLayer<R> {
	readonly records: readonly R[];
	readonly issues: IssueList;
	/** Features in the file. */
	readonly readCount: number;
	/** Features that are not among the records, each with an issue that says so. */
	readonly leftOutCount: number;
	/** The first ten thousand of them. */
	readonly leftOut: readonly SourcePlace[];
	/** Features that `where` did not ask for. */
	readonly filteredCount: number;
	/** Row or feature that a record came from, by its identity. */
	readonly placeOf: (identity: string) => SourcePlace | undefined;
}

export class LayerCheck<R> {
	private readonly reader: RecordReader<R>;
	private readonly options: CheckOptions;
	private readonly columns: ColumnPicker;
	private readonly isTable: boolean;
	private readonly issues = new IssueList();
	private readonly records: R[] = [];
	private readonly geometryKinds = new GeometryKinds();
	private readonly personRows = new PersonRows();
	private readonly firstWith = new Map<string, number>();
	private readonly leftOut: SourcePlace[] = [];
	private leftOutCount = 0;
	/** Features met before any had a column for a required field. */
	private readonly skipped: SourcePlace[] = [];
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

	/** True when the header alone refuses the table: reading all its rows would add nothing. */
	get isHeaderRefused(): boolean {
		return this.isTable && (this.absentColumns().length > 0 || this.unknownFields().length > 0);
	}

	/** What was found up to now. */
	get issuesSoFar(): IssueList {
		return this.issues;
	}

	/** Look at one feature of a refused table: a file about persons must not be kept until its header is mended. */
	seePersons(feature: SourceFeature): void {
		this.checkForPersons(new FeatureCells(feature, this.columns, this.issues));
	}

	/** Check one feature. */
	add(feature: SourceFeature): void {
		this.readCount++;
		this.columns.see(feature.properties);
		const cells = new FeatureCells(feature, this.columns, this.issues, this.options.toLonLat);
		// also in what nobody asked for: the file as a whole would be kept
		this.checkForPersons(cells);
		const { where } = this.options;
		if (!where.every(({ column, value }) => textOf(feature.properties[column]) === value.trim()))
			return;
		this.whereMatchCount++;
		const record = cells.isBlocked ? null : this.recordOf(cells);
		if (record === null) this.countLeftOut(feature.place);
		else {
			this.geometryKinds.see(feature.geometry);
			this.records.push(record);
		}
	}

	/** A feature that a person left out on purpose. */
	leaveOut(feature: SourceFeature): void {
		this.readCount++;
		this.whereMatchCount++;
		this.columns.see(feature.properties);
		new FeatureCells(feature, this.columns, this.issues).note("info", "feature.left-out", {
			zh: "按修补步骤留出，不导入。",
			en: "left out by a mend step.",
		});
		this.countLeftOut(feature.place);
	}

	/** Everything, with what can only be said once the whole file is read. */
	finish(): CheckedLayer<R> {
		this.noteColumns();
		this.noteSkipped();
		this.noteWhole();
		const mayBeEmpty = this.readCount === 0 && this.reader.mayBeEmpty === true;
		if (this.records.length === 0 && !mayBeEmpty && !this.issues.has("blocking"))
			this.noteNothingLeft();
		return {
			records: this.records,
			issues: this.issues,
			readCount: this.readCount,
			leftOutCount: this.leftOutCount,
			leftOut: this.leftOut,
			filteredCount: this.readCount - this.whereMatchCount,
			placeOf: (identity) => {
				const n = this.firstWith.get(identity);
				return n === undefined ? undefined : this.isTable ? { row: n } : { feature: n };
			},
		};
	}

	/** The record of a feature, or null after noting why there is none. */
	private recordOf(cells: FeatureCells): R | null {
		const { feature } = cells;
		for (const issue of feature.issues ?? []) this.issues.add(issue);
		if (feature.issues?.some(({ severity }) => severity === "blocking") === true) return null;
		if (this.reader.required.some((field) => !this.columns.isKnown(field))) {
			this.skipped.push(feature.place);
			return null;
		}
		const record = this.reader.read(cells, this.options);
		return record !== null && this.isFirst(cells, record) && !cells.isBlocked ? record : null;
	}

	private countLeftOut(place: SourcePlace): void {
		this.leftOutCount++;
		if (this.leftOut.length < LISTED_LEFT_OUT) this.leftOut.push(place);
	}

	/** Features without a required column, one by one; where no feature has it, that is told once instead. */
	private noteSkipped(): void {
		if (this.reader.required.some((field) => !this.columns.isKnown(field))) return;
		const fields = this.reader.required;
		for (const place of this.skipped)
			this.issues.addLazily("field.absent", "blocking", () => ({
				code: "field.absent",
				severity: "blocking",
				at: place,
				message: {
					zh: `第 ${numberOf(place)} 个要素缺少必需的属性（${fields.join("、")}）。请补上。`,
					en: `Feature ${numberOf(place)} lacks a required property (${fields.join(", ")}). Add it.`,
				},
			}));
	}

	private noteColumns(): void {
		const { columns } = this;
		for (const issue of [
			...this.absentColumns().map((column) => absentColumn(column, columns)),
			...this.unknownFields().map((field) => unknownField(field, columns)),
			...personalColumnIssues(columns, this.reader.holdsPeople),
		])
			this.issues.add(issue);
	}

	/** What shows in all features together. */
	private noteWhole(): void {
		const mixed = this.geometryKinds.issue();
		if (mixed !== null) this.issues.add(mixed);
		const persons = this.reader.holdsPeople ? this.personRows.issue() : null;
		if (persons !== null) this.issues.add(persons);
		for (const issue of this.reader.judge?.(this.records) ?? []) this.issues.add(issue);
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
		const { holdsPeople } = this.reader;
		if (holdsPeople) this.personRows.see(properties, cells.text("residents"));
		for (const column in properties) {
			const value = properties[column];
			if (value === null || value === undefined || typeof value === "boolean") continue;
			if (typeof value === "string" && value.length < IDENTITY_LENGTH) continue;
			if (!holdsIdentityNumber(textOf(value))) continue;
			const name = withoutIdentityNumbers(column);
			if (holdsPeople)
				cells.note("blocking", "residence.personal-data", {
					zh: `列“${name}”含有身份证号码。居住点只能是每处的人数，请汇总并删除个人信息后再导入。`,
					en: `column ${name} holds an identity number. Residences are counts per place: sum them up and remove personal data first.`,
				});
			else
				cells.note("blocking", "personal.identity-number", {
					zh: `列“${name}”含有身份证号码，文件不能导入。请删除个人信息后再导入。`,
					en: `column ${name} holds an identity number: the file cannot be imported. Remove personal data first.`,
				});
		}
	}

	/** False after noting that another record has the same identity. */
	private isFirst(cells: FeatureCells, record: R): boolean {
		const identity = this.reader.identityOf(record);
		const n = numberOf(cells.feature.place);
		if (identity.length > LONGEST_ID)
			cells.note("blocking", "id.too-long", {
				zh: `编号有 ${identity.length} 个字符，最多 ${LONGEST_ID} 个。请选别的列作编号。`,
				en: `the id has ${identity.length} characters, at most ${LONGEST_ID} are possible. Choose another column for the id.`,
			});
		const first = this.firstWith.get(identity);
		if (first === undefined) {
			this.firstWith.set(identity, n);
			return true;
		}
		cells.note("blocking", "id.duplicate", {
			zh: `编号“${identity}”与第 ${first} 条重复。请改成唯一的编号，或选别的列作编号。`,
			en: `the id "${identity}" is already used by number ${first}. Make ids unique, or choose another column for the id.`,
		});
		return false;
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
				? `${this.readCount} 条中没有一条符合选取条件。请检查条件中的列值。`
				: `没有可以导入的要素（读到 ${this.readCount} 条）。`,
			en: isWhere
				? `None of the ${this.readCount} features fits the conditions. Check their values.`
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

// What is said of the columns of a whole file: those that are missing, and those that hold persons.
import type { ColumnPicker } from "./ColumnPicker.ts";
import { FIELD_COLUMNS, type Field } from "./fields.ts";
import type { Issue } from "./Issue.ts";
import {
	holdsIdentityNumber,
	isContactColumn,
	isPersonColumn,
	withoutIdentityNumbers,
} from "./personalData.ts";

const COLUMNS_SHOWN = 30;
/** Names of a field's columns that a message lists. */
const COLUMNS_NAMED = 6;

/** Of columns that hold persons or contacts; `holdsPeople`: of a layer of counts, where they refuse the file. */
export function personalColumnIssues(columns: ColumnPicker, holdsPeople: boolean): Issue[] {
	const names = [...columns.columns];
	const issues = names.some(holdsIdentityNumber) ? [identityInHeader(holdsPeople)] : [];
	const contact = names.filter(isContactColumn);
	const persons = names.filter((name) => isPersonColumn(name) || isContactColumn(name));
	if (holdsPeople && persons.length > 0) return [...issues, personColumns(persons)];
	return contact.length > 0 ? [...issues, contactColumns(contact)] : issues;
}

/** A column that was named and is not there. */
export function absentColumn(column: string, columns: ColumnPicker): Issue {
	const present = columnList(columns);
	return issue("blocking", "column.absent", {
		zh: `文件没有列“${column}”。文件中的列：${present}。`,
		en: `The file has no column "${column}". Its columns: ${present}.`,
	});
}

/** A field that the layer needs and no column holds. */
export function unknownField(field: Field, columns: ColumnPicker): Issue {
	const names = FIELD_COLUMNS[field].slice(0, COLUMNS_NAMED).join("/");
	const present = columnList(columns);
	return {
		...issue("blocking", "column.absent", {
			zh: `没有 ${names} 列。请指定哪一列是它。文件中的列：${present}。`,
			en: `There is no column ${names}. Say which column it is. The file's columns: ${present}.`,
		}),
		field,
	};
}

function identityInHeader(holdsPeople: boolean): Issue {
	const code = holdsPeople ? "residence.personal-data" : "personal.identity-number";
	return issue("blocking", code, {
		zh: "表头中有身份证号码，文件不能导入。补上表头，删除个人信息后再导入。",
		en: "The header holds an identity number: the file cannot be imported. Add a header and remove personal data first.",
	});
}

function personColumns(columns: readonly string[]): Issue {
	return issue("blocking", "residence.personal-data", {
		zh: `列 ${columns.join("、")} 是个人信息。居住点只能是每处的人数，请汇总并删除这些列后再导入。`,
		en: `The columns ${columns.join(", ")} hold personal data. Residences are counts per place: sum them up and remove these columns first.`,
	});
}

function contactColumns(columns: readonly string[]): Issue {
	return issue("info", "columns.contact-left-out", {
		zh: `联系方式列未导入：${columns.join("、")}。`,
		en: `Contact columns were left out: ${columns.join(", ")}.`,
	});
}

function columnList({ columns }: ColumnPicker): string {
	const shown = [...columns].map(withoutIdentityNumbers);
	const more = shown.length - COLUMNS_SHOWN;
	return shown.slice(0, COLUMNS_SHOWN).join(", ") + (more > 0 ? ` … (+${more})` : "");
}

function issue(severity: Issue["severity"], code: string, message: Issue["message"]): Issue {
	return { code, severity, at: {}, message };
}

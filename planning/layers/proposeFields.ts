// Which column holds which field: from a mapping that was saved for such a file, from the names, from the values.
import type { ColumnFinding, UploadKind } from "../wire/understanding.ts";
import { NAME_SCORES, nameScore } from "./columnNames.ts";
import { FIELD_COLUMNS, type Field } from "./fields.ts";
import { fieldsOfKind } from "./fieldsOfKind.ts";
import { areMost, canHold, isUnitCode, suggests } from "./fieldValues.ts";
import { isContactColumn, isPersonColumn } from "./personalData.ts";
import { levelOfCode, twelveDigits } from "./unitCodes.ts";

export interface ColumnSample {
	readonly name: string;
	/** Values that are not empty, in the order of the file. */
	readonly samples: readonly string[];
}

interface Proposal {
	readonly field: Field;
	readonly column: ColumnSample;
	readonly score: number;
	readonly basis: ColumnFinding["basis"];
}

const SHOWN = 5;
const SAVED_SCORE = 1_000;
const VALUES_SCORE = 20;
/** Values that fit decide between names that say the same. */
const FITTING_BONUS = 0.5;
const LEVEL_ABOVE = { committee: "street", street: "district", district: null } as const;

/**
 * Every column with the field proposed for it; a field is proposed once at most. `saved`: column of each field, from a
 * file of the same shape.
 */
export function proposeFields(
	columns: readonly ColumnSample[],
	kind: UploadKind | null,
	saved: Readonly<Record<string, string>> | null,
): ColumnFinding[] {
	const chosen = assign(
		columns.flatMap((column) =>
			fieldsOfKind(kind).flatMap((field) => proposalOf(field, column, saved) ?? []),
		),
	);
	const kept = chosen.filter((proposal) => isParentAbove(proposal, chosen));
	return columns.map((column) => {
		const proposal = kept.find((found) => found.column === column);
		return {
			name: column.name,
			samples: column.samples.slice(0, SHOWN),
			field: proposal?.field ?? null,
			basis: proposal?.basis ?? null,
		};
	});
}

function proposalOf(
	field: Field,
	column: ColumnSample,
	saved: Readonly<Record<string, string>> | null,
): Proposal | null {
	if (saved?.[field] === column.name) return { field, column, score: SAVED_SCORE, basis: "saved" };
	if (isContactColumn(column.name) || isPersonColumn(column.name)) return null;
	if (!canHold(field, column.samples)) return null;
	const byName = nameScore(field, column.name);
	const bonus = suggests(field, column.samples) ? FITTING_BONUS : 0;
	if (byName > 0 && isBelievable(field, column, byName))
		return { field, column, score: byName + bonus, basis: "name" };
	if (bonus === 0 || isOfAnother(field, column.name)) return null;
	return { field, column, score: VALUES_SCORE, basis: "values" };
}

/** A name that is cut off, contains the word or is short (dm, bm) is believed of a code when the values are codes. */
function isBelievable(field: Field, { name, samples }: ColumnSample, score: number): boolean {
	if (field !== "code" && field !== "parent") return true;
	if (samples.length === 0) return score > NAME_SCORES.contains;
	const isPlain = score > NAME_SCORES.cutOff && !/^[a-z]{2}$/i.test(name.trim());
	return isPlain || areMost(samples, isUnitCode);
}

/** The name says that the column is about something else: what it belongs to, or another field. */
function isOfAnother(field: Field, name: string): boolean {
	if (/所属|所在|上级|parent/i.test(name)) return true;
	if (field === "name" && /district|adname|pname|city|区$|市$|省$/i.test(name)) return true;
	return (Object.keys(FIELD_COLUMNS) as Field[]).some(
		(other) => other !== field && nameScore(other, name) > NAME_SCORES.contains,
	);
}

/** The best first; each field and each column once. Equal scores: the order of the file. */
function assign(proposals: readonly Proposal[]): Proposal[] {
	const chosen: Proposal[] = [];
	for (const proposal of [...proposals].sort((a, b) => b.score - a.score)) {
		const isTaken = chosen.some(
			({ field, column }) => field === proposal.field || column === proposal.column,
		);
		if (!isTaken) chosen.push(proposal);
	}
	return chosen;
}

/** The code of a district is not the parent of a committee: the street's is, which its own code says. */
function isParentAbove({ field, column, basis }: Proposal, chosen: readonly Proposal[]): boolean {
	if (field !== "parent" || basis === "saved") return true;
	const own = levelOfValues(chosen.find((found) => found.field === "code")?.column.samples ?? []);
	const above = levelOfValues(column.samples);
	return own === null || above === null || LEVEL_ABOVE[own] === above;
}

function levelOfValues(values: readonly string[]): keyof typeof LEVEL_ABOVE | null {
	const levels = values.flatMap((value) => {
		const code = twelveDigits(value);
		return code === null ? [] : [levelOfCode(code)];
	});
	const [first] = levels;
	return levels.length > 0 && levels.every((level) => level === first) ? first : null;
}

// Steps a person is likely to agree to, for the issues of a check; nothing is done before they do.
import type { UnitRecord } from "../../city/records.ts";
import type { MendStep, Suggestion } from "../../wire/mends.ts";
import type { Issue } from "../Issue.ts";
import type { RecordKind } from "../identities.ts";
import { plainUnitName } from "../names.ts";
import type { Reference } from "../Reference.ts";
import { nameVariants } from "../relations/unitRelations.ts";
import { territorySuggestions } from "./territorySuggestions.ts";

/** An issue as it is listed; `cell` and `about` are the issue's own, where the caller keeps them. */
export interface NumberedIssue {
	readonly code: string;
	readonly cell?: Issue["cell"] | undefined;
	readonly about?: Issue["about"] | undefined;
	readonly number: number;
	readonly row: number | null;
	readonly lon: number | null;
	readonly lat: number | null;
}

/** In the order in which they should be done: single shapes, missing codes, borders, names. */
export function suggestSteps(
	kind: RecordKind,
	records: readonly object[],
	issues: readonly NumberedIssue[],
	reference: Reference,
): Suggestion[] {
	const units = kind === "divisions" ? (records as readonly UnitRecord[]) : [];
	return [
		...shapeSuggestions(issues),
		...codeSuggestions(units, issues, reference),
		...territorySuggestions(units, issues),
		...nameSuggestion(units, issues, reference),
	];
}

type Words = Suggestion["title"];

function shapeSuggestions(issues: readonly NumberedIssue[]): Suggestion[] {
	const rows = [...rowsOf(issues, ["geometry.self-crossing"])];
	return [
		...forCodes(
			issues,
			["geometry.duplicate-vertex"],
			{ op: "drop-duplicate-vertices" },
			{
				zh: "删去重复顶点",
				en: "Drop repeated vertices",
			},
		),
		...forCodes(
			issues,
			["geometry.spike", "division.spike"],
			{ op: "remove-spikes" },
			{
				zh: "去掉尖刺",
				en: "Remove spikes",
			},
		),
		...(rows.length === 0
			? []
			: forCodes(
					issues,
					["geometry.self-crossing"],
					{ op: "make-valid", rows },
					{
						zh: "修正自相交的边界",
						en: "Make shapes valid that cross themselves",
					},
				)),
	];
}

function rowsOf(issues: readonly NumberedIssue[], codes: readonly string[]): Set<number> {
	return new Set(
		issues.flatMap(({ code, row }) => (codes.includes(code) && row !== null ? [row] : [])),
	);
}

/** One step for all issues of some codes. */
function forCodes(
	issues: readonly NumberedIssue[],
	codes: readonly string[],
	step: MendStep,
	title: Words,
): Suggestion[] {
	const numbers = issues.flatMap(({ code, number }) => (codes.includes(code) ? [number] : []));
	if (numbers.length === 0) return [];
	const detail = { zh: `${numbers.length} 处`, en: `${numbers.length} places` };
	return [{ step, title, detail, issues: numbers }];
}

/** A row without a code whose name is that of one unit in force, which no other row has. */
function codeSuggestions(
	units: readonly UnitRecord[],
	issues: readonly NumberedIssue[],
	{ units: standing }: Reference,
): Suggestion[] {
	const level = units[0]?.kind;
	const used = new Set(units.map(({ code }) => code));
	const free = standing.filter(
		({ kind, code }) => (level === undefined || kind === level) && !used.has(code),
	);
	return issues.flatMap(({ number, row, cell, code }): Suggestion[] => {
		if (code !== "code.empty" || row === null || cell === undefined) return [];
		const name = plainUnitName(cell.name);
		const found = free.filter((unit) => name !== "" && plainUnitName(unit.name) === name);
		if (found.length !== 1) return [];
		const [unit] = found;
		return [
			{
				step: { op: "set-cell", row, column: cell.column, value: unit.code },
				title: { zh: `按上一版填入 ${unit.code}`, en: `Fill in ${unit.code}, as in force` },
				detail: { zh: `第 ${row} 行，${unit.name}`, en: `row ${row}, ${unit.name}` },
				issues: [number],
			},
		];
	});
}

function nameSuggestion(
	units: readonly UnitRecord[],
	issues: readonly NumberedIssue[],
	{ units: standing }: Reference,
): Suggestion[] {
	const names = nameVariants(units, standing).map(({ unit, standing: to }) => ({
		code: unit.code,
		from: unit.name,
		to,
	}));
	if (names.length === 0) return [];
	const numbers = issues.flatMap(({ code, number }) => (code === "name.variant" ? [number] : []));
	return [
		{
			step: { op: "unify-names", names },
			title: { zh: "统一名称", en: "Unify names" },
			detail: {
				zh: `${names.length} 处，改用登记名称`,
				en: `${names.length}, as in force`,
			},
			issues: numbers,
		},
	];
}

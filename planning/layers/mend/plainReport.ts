// What a step on names and values did.
import type { MendReport, MendStep } from "../../wire/mends.ts";

/** A report without areas or moves; `idle` holds when nothing was touched. */
export function plainReport(
	step: MendStep,
	touched: number,
	idle: NonNullable<MendReport["idle"]>,
): MendReport {
	return {
		step,
		words: wordsOf(step, touched),
		touched,
		largestMoveM: 0,
		areas: [],
		troubles: null,
		idle: touched > 0 ? null : idle,
	};
}

function wordsOf(step: MendStep, touched: number): MendReport["words"] {
	if (step.op === "unify-names")
		return { zh: `统一名称 ${touched} 处`, en: `Unified ${touched} names` };
	if (step.op === "set-value")
		return {
			zh: `${step.id} 的“${step.field}”改为“${step.value ?? ""}”`,
			en: `${step.id}: ${step.field} set to "${step.value ?? ""}"`,
		};
	return { zh: "没有改动", en: "Nothing changed" };
}

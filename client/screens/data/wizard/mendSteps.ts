// The list of mend steps to send: what is applied already, and the suggestions the person agreed to. Pure.
import type { MendReport, MendStep, Suggestion } from "../../../../planning/wire/mends.ts";

/** The same step has the same key, whatever its place in the list. */
export function stepKey(step: MendStep): string {
	return JSON.stringify(step);
}

/** Applied steps, then the chosen suggestions in their order; `toleranceM` goes to the borders. */
export function stepsWith(
	applied: readonly MendReport[],
	chosen: readonly Suggestion[],
	toleranceM: number | null,
): MendStep[] {
	const added = chosen.map(({ step }) =>
		step.op === "snap-borders" && toleranceM !== null ? { ...step, toleranceM } : step,
	);
	return [...applied.map(({ step }) => step), ...added];
}

/** Undo: the list without one of its steps. */
export function stepsWithout(applied: readonly MendReport[], index: number): MendStep[] {
	return applied.filter((_, at) => at !== index).map(({ step }) => step);
}

/** The suggestion that would deal with an issue. */
export function suggestionFor(
	suggestions: readonly Suggestion[],
	issue: number,
): Suggestion | null {
	return suggestions.find(({ issues }) => issues.includes(issue)) ?? null;
}

/** Where the step of a suggestion stands in what is applied; -1 when it is not. */
export function appliedAt(applied: readonly MendReport[], { step }: Suggestion): number {
	return applied.findIndex((one) => stepKey(one.step) === stepKey(step));
}

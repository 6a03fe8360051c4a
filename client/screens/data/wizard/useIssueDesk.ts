// What the person is doing with the issues: which is looked at, what is filtered, which suggestions are agreed to.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { IssueRow } from "../../../../planning/wire/checking.ts";
import type { MendStep, Suggestion } from "../../../../planning/wire/mends.ts";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { issuesQuery, revisionOf } from "../../../data/uploadQueries.ts";
import type { ActOnUpload } from "../../../data/useUploadAct.ts";
import { filterIssues, type IssueFilter, issueAfter, NO_FILTER } from "./issueFilter.ts";
import { appliedAt, stepKey, stepsWith, stepsWithout, suggestionFor } from "./mendSteps.ts";

export interface IssueDesk {
	readonly issues: readonly IssueRow[];
	readonly isLoading: boolean;
	readonly error: Error | null;
	readonly shown: readonly IssueRow[];
	readonly filter: IssueFilter;
	readonly chosen: IssueRow | null;
	/** Looked at last: its place is still shown after a step has dealt with it. */
	readonly seen: IssueRow | null;
	/** Suggestions agreed to, not yet applied. */
	readonly picked: readonly Suggestion[];
	readonly toleranceM: number | null;
	setFilter(filter: IssueFilter): void;
	choose(number: number | null): void;
	step(by: 1 | -1): void;
	/** Agrees to suggestions, or no more. */
	pick(suggestions: readonly Suggestion[], isPicked: boolean): void;
	pickAll(): void;
	setToleranceM(toleranceM: number | null): void;
	/** Sends the steps, with what was picked. */
	apply(): void;
	undo(index: number): void;
	undoAll(): void;
	ignore(numbers: readonly number[], isIgnored: boolean): void;
	/** Takes back what was decided on an issue, where one thing decides it. */
	takeBack(issue: IssueRow): void;
}

export function useIssueDesk(upload: Upload, act: ActOnUpload): IssueDesk {
	const { suggestions, steps, ignored } = upload;
	const query = useQuery({
		...issuesQuery(upload.id, revisionOf(upload)),
		enabled: upload.report !== null && upload.work === null,
	});
	const [filter, setFilter] = useState(NO_FILTER);
	const [chosenNumber, setChosen] = useState<number | null>(null);
	const [seen, setSeen] = useState<IssueRow | null>(null);
	const [pickedKeys, setPicked] = useState<ReadonlySet<string>>(new Set());
	const [toleranceM, setToleranceM] = useState<number | null>(null);
	const issues = upload.report === null ? [] : (query.data ?? []);
	const shown = filterIssues(issues, filter);
	const picked = suggestions.filter(
		(one) => pickedKeys.has(stepKey(one.step)) && appliedAt(steps, one) < 0,
	);
	const choose = (number: number | null) => {
		setChosen(number);
		setSeen(issues.find((one) => one.number === number) ?? seen);
	};
	const send = (next: MendStep[], left: readonly number[]) =>
		act.mutate({ verb: "steps", body: { steps: next, ignored: left } });
	const pick = (some: readonly Suggestion[], isPicked: boolean) => {
		const next = new Set(pickedKeys);
		for (const { step } of some)
			if (isPicked) next.add(stepKey(step));
			else next.delete(stepKey(step));
		setPicked(next);
	};
	const ignore = (numbers: readonly number[], isIgnored: boolean) =>
		send(
			steps.map(({ step }) => step),
			isIgnored
				? [...new Set([...ignored, ...numbers])]
				: ignored.filter((number) => !numbers.includes(number)),
		);
	// every step numbers the issues anew
	const sendSteps = (next: MendStep[]) => {
		setChosen(null);
		send(next, ignored);
	};
	const undo = (index: number) => sendSteps(stepsWithout(steps, index));
	return {
		issues,
		isLoading: query.isPending && query.fetchStatus !== "idle",
		error: query.error,
		shown,
		filter,
		seen: seen === null ? null : sameIssue(issues, seen),
		chosen: issues.find(({ number }) => number === chosenNumber) ?? null,
		picked,
		toleranceM,
		setFilter,
		choose,
		step: (by) => choose(issueAfter(shown, chosenNumber, by)?.number ?? null),
		pick,
		pickAll: () => setPicked(new Set(suggestions.map(({ step }) => stepKey(step)))),
		setToleranceM,
		apply: () => {
			const [first] = picked.flatMap((one) => one.issues);
			setSeen(seen ?? issues.find(({ number }) => number === first) ?? null);
			sendSteps(stepsWith(steps, picked, toleranceM));
			setPicked(new Set());
		},
		undo,
		undoAll: () => sendSteps([]),
		ignore,
		takeBack: ({ number, decision }) => {
			if (decision === "ignored") return ignore([number], false);
			const suggestion = suggestionFor(suggestions, number);
			if (suggestion === null) return;
			const index = appliedAt(steps, suggestion);
			if (index >= 0) undo(index);
			else pick([suggestion], false);
		},
	};
}

/** As it stands now: a step numbers the issues anew, and may have dealt with it. */
function sameIssue(issues: readonly IssueRow[], seen: IssueRow): IssueRow {
	return (
		issues.find(
			({ code, lon, lat, row }) =>
				code === seen.code && lon === seen.lon && lat === seen.lat && row === seen.row,
		) ?? seen
	);
}

// What could be mended, each with its figures, to be agreed to one by one or all of a sort at once.
import { Checkbox, InputNumber } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Suggestion } from "../../../../planning/wire/mends.ts";
import { formatCount } from "../../../data/formats.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { stepKey } from "./mendSteps.ts";
import { type SuggestionGroup, suggestionGroups } from "./suggestionGroups.ts";
import { useCodeWords } from "./useCodeWords.ts";
import type { IssueDesk } from "./useIssueDesk.ts";

interface SuggestionListProps {
	readonly open: readonly Suggestion[];
	readonly desk: IssueDesk;
}

export function SuggestionList({ open, desk }: SuggestionListProps): ReactNode {
	return (
		<ul className="suggestions">
			{suggestionGroups(open, desk.issues).map((group) => {
				const [only, ...others] = group.suggestions;
				return only !== undefined && others.length === 0 ? (
					<SuggestionRow key={group.key} suggestion={only} desk={desk} />
				) : (
					<GroupRow key={group.key} group={group} desk={desk} />
				);
			})}
		</ul>
	);
}

function GroupRow({ group, desk }: { group: SuggestionGroup; desk: IssueDesk }): ReactNode {
	const { t } = useTranslation();
	const codeWords = useCodeWords();
	const [isOpen, setOpen] = useState(false);
	const { code, suggestions } = group;
	const picked = suggestions.filter((one) => desk.picked.includes(one)).length;
	const op = suggestions[0]?.step.op ?? "";
	return (
		<li>
			<Checkbox
				checked={picked === suggestions.length}
				indeterminate={picked > 0 && picked < suggestions.length}
				data-testid={`mend-all-${op}-${code}`}
				onChange={({ target }) => desk.pick(suggestions, target.checked)}
			>
				{t(`data.mend.all.${op}`, { what: codeWords(code), defaultValue: codeWords(code) })}
			</Checkbox>
			<button
				type="button"
				className="mend-detail"
				aria-expanded={isOpen}
				onClick={() => setOpen(!isOpen)}
			>
				{t("data.mend.places", {
					count: suggestions.length,
					shown: formatCount(suggestions.length),
				})}{" "}
				{t(isOpen ? "data.mend.fold" : "data.mend.unfold")}
			</button>
			{isOpen && (
				<ul className="suggestions long-list">
					{suggestions.map((one) => (
						<SuggestionRow key={stepKey(one.step)} suggestion={one} desk={desk} />
					))}
				</ul>
			)}
		</li>
	);
}

function SuggestionRow({
	suggestion,
	desk,
}: {
	suggestion: Suggestion;
	desk: IssueDesk;
}): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { step, title, detail, issues } = suggestion;
	return (
		<li>
			<Checkbox
				checked={desk.picked.includes(suggestion)}
				data-testid={`mend-${step.op}`}
				onChange={({ target }) => desk.pick([suggestion], target.checked)}
			>
				{title[language]}
			</Checkbox>
			<button
				type="button"
				className="mend-detail"
				title={t("data.mend.show")}
				onClick={() => desk.choose(issues[0] ?? null)}
			>
				{detail[language]}
			</button>
			{step.op === "snap-borders" && (
				// biome-ignore lint/a11y/noLabelWithoutControl: the number box is the control
				<label className="tolerance">
					{t("data.mend.tolerance")}
					<InputNumber<number>
						size="small"
						min={0.01}
						max={50}
						step={0.1}
						value={desk.toleranceM ?? step.toleranceM}
						data-testid="tolerance"
						onChange={(value) => desk.setToleranceM(value)}
					/>
					{t("unit.metres")}
				</label>
			)}
		</li>
	);
}

// What the lines of the map mean; line styles differ, not colours alone. Only what can be on the map is listed.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { WizardStep } from "./wizard/wizardSteps.ts";

/** Marks of the legend with the key of their words, by step. */
const MARKS: Readonly<Record<WizardStep, readonly (readonly [mark: string, words: string])[]>> = {
	understand: [
		["staged", "staged"],
		["current", "current"],
	],
	check: [
		["staged", "staged"],
		["current", "current"],
		["overlap", "overlap"],
		["gap", "gap"],
	],
	mend: [
		["staged", "staged"],
		["current", "current"],
		["overlap", "overlap"],
		["gap", "gap"],
	],
	compare: [
		["added", "added"],
		["removed", "removed"],
		["before", "before"],
		["staged", "after"],
		["moved", "moved"],
	],
	commit: [
		["staged", "staged"],
		["current", "current"],
	],
};

const FRAME = [
	["staged", "frame"],
	["current", "current"],
] as const;

interface DataLegendProps {
	readonly step: WizardStep;
	/** False: the map has nothing but the frame around the file. */
	readonly isWhole: boolean;
}

export function DataLegend({ step, isWhole }: DataLegendProps): ReactNode {
	const { t } = useTranslation();
	const marks = isWhole ? MARKS[step] : FRAME;
	return (
		<ul className="data-legend" aria-label={t("legend.title")}>
			{marks.map(([mark, words]) => (
				<li key={mark}>
					<i className={`key-${mark}`} aria-hidden="true" />
					{t(`data.legend.${words}`)}
				</li>
			))}
		</ul>
	);
}

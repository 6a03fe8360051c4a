// 需求×覆盖: the square of nine colours with words on both axes, and how many units are in each.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type SharedPriorities, usePriorities } from "../../data/figures/usePriorities.ts";
import { formatCount, formatPct } from "../../data/formats.ts";
import { PALETTES, readableInk } from "../../map/palette.ts";
import { usePreferences } from "../preferences.tsx";
import { LegendHead } from "./LegendKey.tsx";

/** Rows of the square: most need above. */
const NEEDS = [2, 1, 0] as const;
const LACKS = [0, 1, 2] as const;

export function PriorityLegend(): ReactNode {
	const { t } = useTranslation();
	const priorities = usePriorities();
	const wordsOf = useBoundWords();
	return (
		<>
			<LegendHead title={t("legend.priority")} unit={t("legend.priorityUnit")} />
			<div className="priority-legend">
				<Square counts={priorities?.counts ?? []} />
				<div className="priority-words">
					<p>
						<b>↑ {t("legend.need")}</b>
						{priorities !== null && (
							<span>
								{t("legend.needWords", { bounds: wordsOf(priorities.needBounds, formatCount) })}
							</span>
						)}
					</p>
					<p>
						<b>→ {t("legend.lack")}</b>
						{priorities !== null && (
							<span>
								{t("legend.lackWords", { bounds: wordsOf(priorities.lackBounds, pctWords) })}
							</span>
						)}
					</p>
					<p className="priority-no-data">
						<i className="hatched" />
						{t("legend.noData")} {priorities?.noDataCount ?? ""}
					</p>
				</div>
			</div>
			<p className="muted legend-note">{t("legend.thirds")}</p>
		</>
	);
}

function Square({ counts }: { counts: readonly number[] }): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const { priorities: colours, land, label } = PALETTES[theme];
	return (
		<div className="priority-square" role="img" aria-label={t("legend.priority")}>
			{NEEDS.flatMap((need) =>
				LACKS.map((lack) => {
					const index = 3 * need + lack;
					const colour = colours[index] ?? land;
					return (
						<i
							key={index}
							style={{ backgroundColor: colour, color: readableInk(colour, [label, land]) }}
						>
							{counts[index] ?? ""}
						</i>
					);
				}),
			)}
		</div>
	);
}

/** Where the middle and the upper third begin; a third that no unit is in begins nowhere. */
function useBoundWords(): (
	bounds: SharedPriorities["needBounds"],
	words: (bound: number) => string,
) => string {
	const { t } = useTranslation();
	return (bounds, words) => {
		const known = bounds.filter((bound) => bound !== null);
		return known.length === 0 ? "–" : known.map(words).join(t("legend.join"));
	};
}

function pctWords(pct: number): string {
	return formatPct(pct) ?? "";
}

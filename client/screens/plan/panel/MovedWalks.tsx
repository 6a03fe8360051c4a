// How far the people who changed their unit walk, before and after.
import "../../../app/chart/distribution.css";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Measurement } from "../../../../planning/plan/measure/Measurement.ts";
import { categoryOf, limitOf } from "../../../../planning/standards/catalogue.ts";
import { ChartFrame, type ChartTable } from "../../../app/chart/ChartFrame.tsx";
import { usePreferences } from "../../../app/preferences.tsx";
import { formatCount } from "../../../data/formats.ts";
import { hasOwnMode } from "../../../data/plan/planFigures.ts";
import type { PlanFocus, MovedWalks as Walks } from "../../../data/plan/planMessages.ts";
import { fixedWords } from "./changeFormats.ts";
import { movedWalksOption } from "./movedWalksOption.ts";

interface MovedWalksProps {
	readonly walks: Walks | null;
	/** Somebody changed their unit. */
	readonly hasMoved: boolean;
	readonly focus: PlanFocus;
	readonly total: Measurement["total"];
}

export function MovedWalks({ walks, hasMoved, focus, total }: MovedWalksProps): ReactNode {
	const { t } = useTranslation();
	const mode = hasOwnMode(total, focus.category) ? focus.mode : "any";
	return (
		<section className="plan-walks" data-testid="plan-walks">
			<h3>
				{t(`plan.panel.walks.${mode}`)}
				<span className="right plan-keys" aria-hidden="true">
					<i className="key-before" />
					{t("plan.panel.before")}
					<i className="key-after" />
					{t("plan.panel.after")}
				</span>
			</h3>
			{walks === null || walks.residents === 0 ? (
				<p className="muted plan-none">{t(`plan.panel.walks.${hasMoved ? "untimed" : "none"}`)}</p>
			) : (
				<Curve walks={walks} limit={limitMinutesOf(focus.category)} />
			)}
		</section>
	);
}

/** Null of a category that is judged by straight distance. */
function limitMinutesOf(code: string): number | null {
	const category = categoryOf(code);
	return category?.basis === "minutes" ? limitOf(category) : null;
}

function Curve({ walks, limit }: { walks: Walks; limit: number | null }): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const names = [t("plan.panel.before"), t("plan.panel.after")] as const;
	const [beforeName, afterName] = names;
	const unitWord = t("unit.minutesShort");
	const end = walks.after.length - 1;
	// the figures come first, the curve follows
	const drawn = useDeferredValue(walks);
	const option = useMemo(
		() => movedWalksOption({ walks: drawn, theme, unitWord, names: [beforeName, afterName] }),
		[drawn, theme, unitWord, beforeName, afterName],
	);
	const title = t("plan.panel.walks.share");
	return (
		<>
			{limit !== null && limit <= end && (
				<p className="plan-walks-said">
					{t("plan.panel.walks.said", {
						limit: t("limit.value.minutes", { limit }),
						people: formatCount(walks.residents),
						before: fixedWords(walks.before[limit] ?? null, 1),
						after: fixedWords(walks.after[limit] ?? null, 1),
					})}
				</p>
			)}
			<ChartFrame
				title={title}
				option={option}
				table={tableOf(walks, [title, beforeName, afterName], unitWord)}
				limitFraction={limit === null || limit > end ? null : limit / end}
			/>
		</>
	);
}

const TABLE_EVERY_MINUTES = 5;

function tableOf(walks: Walks, head: readonly string[], unitWord: string): ChartTable {
	const count = Math.floor((walks.after.length - 1) / TABLE_EVERY_MINUTES);
	const minutes = Array.from({ length: count }, (_, i) => (i + 1) * TABLE_EVERY_MINUTES);
	return {
		head,
		rows: minutes.map((minute) => ({
			at: `≤ ${minute} ${unitWord}`,
			pct: [walks.before[minute] ?? null, walks.after[minute] ?? null],
		})),
	};
}

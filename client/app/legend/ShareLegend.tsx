// Classes of shares: bounds, how many units are in each, how the bounds were made, and the choice of another way.
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BREAK_KINDS, classLabel } from "../../../planning/coverage/figures/breaks.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { type SharedBreaks, useShareBreaks } from "../../data/figures/useShareBreaks.ts";
import { useCityView } from "../../data/useCityView.ts";
import { PALETTES, rampOf } from "../../map/palette.ts";
import { usePreferences } from "../preferences.tsx";
import { LegendHead, LegendKey } from "./LegendKey.tsx";

export function ShareLegend(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const { figure, rows } = useFigures();
	const breaks = useShareBreaks();
	const { bounds } = breaks;
	const labelOf = (index: number) =>
		figure.hasWalks ? classLabel(index, bounds) : t(index > 0 ? "legend.has" : "legend.hasNone");
	return (
		<>
			<LegendHead
				title={t(
					figure.isComposite
						? "legend.shareComposite"
						: figure.hasWalks
							? "legend.share"
							: "legend.presenceUnits",
				)}
				unit={t(figure.hasWalks ? "legend.shareUnit" : "legend.presenceUnit")}
			/>
			{rows?.length === 0 && <p className="muted legend-note">{t("legend.notAsked")}</p>}
			<div className="legend-row" data-testid="legend-classes">
				{rampOf(PALETTES[theme].shares, bounds.length + 1).map((colour, index) => (
					<LegendKey
						key={colour}
						colour={colour}
						label={labelOf(index)}
						{...(figure.hasWalks ? { end: bounds[index]?.toString() ?? null } : {})}
						detail={countWords(breaks, ({ counts }) => counts[index] ?? 0)}
					/>
				))}
				<LegendKey
					look="hatched"
					label={t("legend.noData")}
					detail={countWords(breaks, ({ noDataCount }) => noDataCount)}
				/>
			</div>
			{figure.hasWalks && <BreaksPicker />}
		</>
	);
}

/** Units of this side; in a swipe of the other side and of this. */
function countWords({ here, there }: SharedBreaks, of: (side: SharedBreaks["here"]) => number) {
	return there === null ? String(of(here)) : `${of(there)}→${of(here)}`;
}

function BreaksPicker(): ReactNode {
	const { t } = useTranslation();
	const [{ breaks }, change] = useCityView();
	return (
		<div className="legend-breaks" data-testid="breaks">
			<Segmented
				block
				size="small"
				className="tight"
				aria-label={t("legend.breaksLabel")}
				value={breaks}
				options={BREAK_KINDS.map((value) => ({ value, label: t(`legend.kind.${value}`) }))}
				onChange={(chosen) => change({ breaks: chosen })}
			/>
			<p className="muted legend-note">{t(`legend.how.${breaks}`)}</p>
		</div>
	);
}

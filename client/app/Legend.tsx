// What the colours mean, with how many units are in each class.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { coverageQuery } from "../data/queries.ts";
import { useCityView } from "../data/useCityView.ts";
import { useFigure } from "../data/useFigure.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";
import { shapeOf, shapePath } from "../map/facilityShapes.ts";
import { PALETTES } from "../map/palette.ts";
import { shareClasses, shareClassLabel } from "../map/shareClasses.ts";
import { walkBands } from "../map/walkClasses.ts";
import { usePreferences } from "./preferences.tsx";

export function Legend(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const { category, hasWalks } = useFigure(view);
	return (
		<section className="panel legend" aria-label={t("legend.title")}>
			{view.reading === "units" ? (
				<ShareLegend />
			) : hasWalks ? (
				<WalkLegend />
			) : (
				<p>{t("legend.presence")}</p>
			)}
			<div className="legend-marks">
				<svg viewBox="0 0 24 24" width="13" height="13" aria-hidden="true">
					<path className="mark" d={shapePath(shapeOf(category.domain))} />
				</svg>
				<span className="ellipsis">{categoryName(category, language)}</span>
			</div>
		</section>
	);
}

function ShareLegend(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const [view] = useCityView();
	const figure = useFigure(view);
	const { data: rows } = useQuery(coverageQuery(figure.key, view.level));
	const { boundsPct, counts, noDataCount } = shareClasses((rows ?? []).map(({ pct }) => pct));
	return (
		<>
			<h3>
				{t("legend.share")}
				<span className="muted right">{t("legend.shareUnit")}</span>
			</h3>
			<div className="legend-row">
				{PALETTES[theme].shares.map((colour, index) => (
					<Key
						key={colour}
						colour={colour}
						label={shareClassLabel(index, boundsPct)}
						detail={t("legend.units", { count: counts[index] ?? 0 })}
					/>
				))}
				<Key
					isHatched
					label={t("legend.noData")}
					detail={t("legend.units", { count: noDataCount })}
				/>
			</div>
		</>
	);
}

function WalkLegend(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const [view] = useCityView();
	const { category, limit } = useFigure(view);
	const palette = PALETTES[theme];
	const unit = category.basis === "metres" ? "metres" : "minutes";
	const { upTo } = walkBands(limit ?? 15, unit);
	return (
		<>
			<h3>
				{t(unit === "metres" ? "legend.straight" : "legend.walk")}
				<span className="muted right">{t(`unit.${unit}`)}</span>
			</h3>
			<div className="legend-row">
				{upTo.map((bound, i) => (
					<Key
						key={bound}
						colour={palette.minutes[i] ?? ""}
						label={`${upTo[i - 1] ?? 0}–${bound}`}
					/>
				))}
				<Key colour={palette.beyond} isDotted label={t("legend.beyond", { limit: limit ?? 15 })} />
				<Key colour={palette.quiet} label={t("legend.notAttached")} />
			</div>
			<p className="muted legend-note">{t("legend.dotSize")}</p>
		</>
	);
}

interface KeyProps {
	readonly colour?: string;
	readonly label: string;
	readonly detail?: string;
	readonly isHatched?: boolean;
	readonly isDotted?: boolean;
}

function Key({ colour, label, detail, isHatched = false, isDotted = false }: KeyProps): ReactNode {
	const look = isHatched ? "hatched" : isDotted ? "dotted" : "";
	return (
		<div className="legend-key" title={detail}>
			<i className={look} style={colour === undefined ? {} : { backgroundColor: colour }} />
			<span>{label}</span>
			{detail !== undefined && <small>{detail}</small>}
		</div>
	);
}

// The figures of a page, to be read from the back of a room.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../app/Problem.tsx";
import { useScreenStanding } from "../../data/basis.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatDay, formatHeadline, formatPct } from "../../data/formats.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { shortHash } from "../../data/viewLink.ts";
import { Skeleton } from "../../ui/StateNote.tsx";
import type { Slide } from "./slides.ts";

export function SlideCard({ slide }: { slide: Slide }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { figure } = useFigures();
	const name = categoryName(figure.category, language);
	return (
		<article className="panel slide-card" data-testid="slide-card">
			<h1>{slide.title ?? name}</h1>
			<p className="slide-about">
				{slide.title !== null && `${name} · `}
				{t(`mode.${figure.key.mode}Long`)} · {t(`who.${figure.who}`)} ·{" "}
				{t(`figure.limit.${figure.limits?.unit ?? "presence"}`, { limit: figure.limit ?? 0 })}
			</p>
			<SlideFigures />
			{slide.caption !== "" && <p className="slide-caption">{slide.caption}</p>}
			<SnapshotLine />
		</article>
	);
}

/** Of the chosen unit where one is chosen, else of the whole city. */
function SlideFigures(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [{ unit }] = useCityView();
	const { rows, whole, denominator, isStale, asking } = useFigures();
	const chosen = rows?.find(({ code }) => code === unit?.code);
	const shown = chosen ?? whole;
	if (shown === null && asking.error instanceof Error)
		return <Problem query={{ error: asking.error, refetch: async () => asking.refetch() }} />;
	if (shown === null) return <Skeleton rows={3} height={48} />;
	const beyond = formatHeadline(shown.total - shown.covered, language);
	const isUnits = denominator === "units";
	const pct = formatPct(shown.pct);
	return (
		<dl className={isStale ? "slide-figures stale-figures" : "slide-figures"}>
			<div>
				<dt>
					{chosen !== undefined && `${chosen.name} · `}
					{t("figure.coverage")}
				</dt>
				<dd data-testid="slide-coverage">
					{pct ?? t("legend.noData")}
					{pct !== null && <small>%</small>}
				</dd>
			</div>
			<div className="beyond">
				<dt>{t(isUnits ? "figure.without" : "figure.beyond")}</dt>
				<dd data-testid="slide-beyond">
					{beyond.value}
					<small>{beyond.unit || t(isUnits ? "figure.unitsUnit" : "figure.peopleUnit")}</small>
				</dd>
			</div>
		</dl>
	);
}

function SnapshotLine(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { shown, current } = useScreenStanding();
	if (shown === null) return null;
	const isOld = current !== null && current.hash !== shown.hash;
	return (
		<p className="slide-snapshot">
			{t("header.snapshot")} v{shown.number} · {formatDay(shown.asOf, language)} ·{" "}
			{shortHash(shown.hash)}
			{isOld && ` · ${t("snapshot.old", { shown: shown.number, current: current.number })}`}
		</p>
	);
}

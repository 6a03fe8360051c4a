// Three figures about the whole city: how many are covered, how many are not, and how many units have their premises.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UnitFigure } from "../../../planning/coverage/figures/unitFigures.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import { countedKind } from "../../data/countedKind.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatChange, formatCount, formatHeadline, formatPct } from "../../data/formats.ts";
import { summaryQuery } from "../../data/queries.ts";
import { useBeyondBefore } from "../../data/useBeyondBefore.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { BandCases, BandLine, useBand } from "./Band.tsx";
import { HeadlineCell } from "./HeadlineCell.tsx";
import { Provenance } from "./Provenance.tsx";
import { TargetsCell } from "./TargetsCell.tsx";

export function Headline(): ReactNode {
	const { t } = useTranslation();
	const { figure, whole, isStale, asking } = useFigures();
	const { data: summary } = useQuery(summaryQuery(useBasis()));
	if (whole === null && asking.error !== null) return <Problem query={asking} />;
	if (whole === null)
		return (
			<div className="headline loading">
				<Skeleton rows={3} height={26} />
			</div>
		);
	if (summary?.categories[figure.category.code]?.facilities === 0)
		return (
			<StateNote
				icon="facility"
				words={t("state.noFacilities")}
				detail={t("state.noFacilitiesHow")}
			/>
		);
	return (
		<>
			<div className={isStale ? "headline stale" : "headline"}>
				<CoverageCell whole={whole} />
				<BeyondCell whole={whole} />
				<TargetsCell />
			</div>
			{figure.hasWalks && (
				<NotAttached whole={whole} places={summary?.residencesNotAttached ?? null} />
			)}
		</>
	);
}

function CoverageCell({ whole }: { whole: UnitFigure }): ReactNode {
	const { t } = useTranslation();
	const { figure, homes } = useFigures();
	const band = useBand();
	const pct = formatPct(whole.pct);
	return (
		<HeadlineCell
			label={t("figure.coverage")}
			testId="headline-coverage"
			detail={
				band?.lowPct != null && band.highPct !== null
					? t("band.range", { low: formatPct(band.lowPct), high: formatPct(band.highPct) })
					: t("figure.of", { total: formatCount(whole.total) })
			}
			about={
				<>
					{band !== null && <BandCases band={band} />}
					<Provenance figure={figure} row={whole} unknownHomes={homes?.people.unknownHomes ?? 0} />
				</>
			}
		>
			{pct ?? t("legend.noData")}
			{pct !== null && <small>%</small>}
			{whole.pct !== null && <BandLine pct={whole.pct} band={band} />}
		</HeadlineCell>
	);
}

function BeyondCell({ whole }: { whole: UnitFigure }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { figure, homes } = useFigures();
	const before = useBeyondBefore();
	const kind = countedKind(figure);
	const people = whole.total - whole.covered;
	const beyond = formatHeadline(people, language);
	const total = formatHeadline(whole.total, language);
	return (
		<HeadlineCell
			label={t(`counted.${kind}.beyond`)}
			tone="beyond"
			testId="headline-beyond"
			detail={
				before === null
					? t("figure.of", { total: total.value + total.unit })
					: t("figure.since", {
							number: before.number,
							change: formatChange(people - before.people),
						})
			}
			about={
				<Provenance figure={figure} row={whole} unknownHomes={homes?.people.unknownHomes ?? 0} />
			}
		>
			{beyond.value}
			<small>{beyond.unit || t(`counted.${kind}.afterFigure`)}</small>
		</HeadlineCell>
	);
}

/** Who lives too far from every street is not left out, and that is said beside the figure. */
function NotAttached({ whole, places }: { whole: UnitFigure; places: number | null }): ReactNode {
	const { t } = useTranslation();
	const { figure } = useFigures();
	if (whole.notAttached === 0) return null;
	const unit = t(`counted.${countedKind(figure)}.unit`);
	const people = `${formatCount(whole.notAttached)} ${unit}`;
	return (
		<p className="muted not-attached" data-testid="headline-not-attached">
			{t("figure.notAttachedKept", { people, places: places ?? "–" })}
		</p>
	);
}

// 达标设施单元: how many units have the premises that the notice asks for; opens to how far each kind of unit is.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
	TARGET_KINDS,
	type TargetKind,
	type TargetProgress,
	targets,
} from "../../../planning/coverage/figures/targets.ts";
import { THRESHOLDS } from "../../../planning/standards/thresholds.ts";
import { useBasis } from "../../data/basis.ts";
import { formatArea, formatCount, formatPct } from "../../data/formats.ts";
import { unitsQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { ShareBar } from "../../ui/ShareBar.tsx";
import { HeadlineCell } from "./HeadlineCell.tsx";
import { METHOD_PATH } from "./Provenance.tsx";

const TARGET_PCT = 100;
const RULE = THRESHOLDS.floorAreaPer100HouseholdsM2;

export function TargetsCell(): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	const { data: units } = useQuery(unitsQuery(useBasis().snapshot));
	const progress = useMemo(() => (units === undefined ? null : targets(units)), [units]);
	const kind = kindOf(view.level);
	const ours = progress?.find((one) => one.kind === kind);
	if (progress === null || ours === undefined)
		return <span className="headline-cell" aria-hidden="true" />;
	const judged = ours.units - ours.notJudged;
	return (
		<HeadlineCell
			label={t("targets.label")}
			testId="headline-targets"
			detail={
				kind === view.level
					? t("targets.detail", { norm: RULE.value })
					: t("targets.detailOf", { level: t(`level.${kind}`), norm: RULE.value })
			}
			about={<TargetsTable progress={progress} />}
		>
			{judged === 0 ? (
				<small>{t("unit.notComputable")}</small>
			) : (
				<>
					{formatCount(ours.conforming)}
					<small>{`/ ${formatCount(judged)}`}</small>
				</>
			)}
		</HeadlineCell>
	);
}

/** The notice is judged at three kinds of unit; at other levels the streets are told. */
function kindOf(level: string): TargetKind {
	return TARGET_KINDS.find((kind) => kind === level) ?? "street";
}

function TargetsTable({ progress }: { progress: readonly TargetProgress[] }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	return (
		<div data-testid="targets">
			<table className="about-table targets">
				<thead>
					<tr>
						<th scope="col">{t("unit.kind")}</th>
						<th scope="col">{t("targets.conforming")}</th>
						<th scope="col" aria-label={t("targets.conformingPct")} />
						<th scope="col">{t("targets.short35", { norm: RULE.value })}</th>
						<th scope="col">{t("targets.small300", { norm: THRESHOLDS.facilityMinM2.value })}</th>
						<th scope="col">{t("targets.missing")}</th>
						<th scope="col">{t("unit.notComputable")}</th>
					</tr>
				</thead>
				<tbody>
					{progress
						.filter(({ units }) => units > 0)
						.map((one) => (
							<tr key={one.kind}>
								<th scope="row">{t(`level.${one.kind}`)}</th>
								<td>{`${formatCount(one.conforming)} / ${formatCount(one.units - one.notJudged)}`}</td>
								<td>
									{one.conformingPct === null ? (
										t("legend.noData")
									) : (
										<span className="targets-pct">
											<ShareBar pct={one.conformingPct} markPct={TARGET_PCT} />
											{`${formatPct(one.conformingPct)}%`}
										</span>
									)}
								</td>
								<td>{formatCount(one.short35)}</td>
								<td>{formatCount(one.small300)}</td>
								<td>{formatArea(one.missingM2, language)}</td>
								<td>{formatCount(one.notJudged)}</td>
							</tr>
						))}
				</tbody>
			</table>
			<p className="muted">{t("targets.rule")}</p>
			<p className="muted">
				{t("targets.source", {
					source: RULE.source,
					confidence: t(`confidence.${RULE.confidence}`),
				})}{" "}
				<Link to={METHOD_PATH} target="_blank">
					{t("provenance.method")}
				</Link>
			</p>
		</div>
	);
}

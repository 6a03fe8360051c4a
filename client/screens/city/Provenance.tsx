// 来历: snapshot, who walks, denominator, rule and its source, and who was left out of the walk but not of the count.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PROFILES } from "../../../planning/reach/profiles.ts";
import { formatCount } from "../../data/formats.ts";
import { type CoverageRow, cityQuery } from "../../data/queries.ts";
import type { Figure } from "../../data/useFigure.ts";
import { useLanguage } from "../../data/useLanguage.ts";

export function Provenance({ figure, row }: { figure: Figure; row: CoverageRow }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { data: city } = useQuery(cityQuery);
	const { category, key, limit } = figure;
	const profile = PROFILES.find(({ name }) => name === key.profile);
	const snapshot = city?.snapshot;
	const lines: readonly (readonly [string, string])[] = [
		[
			t("provenance.snapshot"),
			snapshot
				? `v${snapshot.number} · ${snapshot.asOf.slice(0, 10)} · ${snapshot.hash.slice(0, 12)}`
				: "—",
		],
		[t("provenance.profile"), t(`profile.${key.profile}`, { speed: profile?.speedMPerMin ?? 0 })],
		[t("provenance.mode"), t(`mode.${key.mode}Long`)],
		[t("provenance.rule"), t(`figure.limit.${category.basis}`, { limit: limit ?? 0 })],
		[
			t("provenance.source"),
			`${category.source}（${t(`confidence.${category.confidence}`)}${language === "zh" ? "，" : ", "}${t(`reachBasis.${category.reachBasis}`)}）`,
		],
		[
			t("provenance.denominator"),
			t(row.denominator === "units" ? "provenance.units" : "provenance.residents", {
				total: formatCount(row.total),
			}),
		],
		[t("provenance.covered"), formatCount(row.covered)],
		[
			t("provenance.notAttached"),
			t("provenance.notAttachedKept", { people: formatCount(row.notAttached) }),
		],
	];
	return (
		<dl className="provenance" data-testid="provenance">
			{lines.map(([label, words]) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>{words}</dd>
				</div>
			))}
			<p className="muted">{t("control.speedNote")}</p>
		</dl>
	);
}

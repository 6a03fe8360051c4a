// 来历: snapshot, who is counted and who walks, rule and its source, denominator, and who was left out of what.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { COMPOSITE_PARTS } from "../../../planning/coverage/figures/composite.ts";
import type { UnitFigure } from "../../../planning/coverage/figures/unitFigures.ts";
import { PROFILES } from "../../../planning/reach/profiles.ts";
import { categoryOf, limitOf } from "../../../planning/standards/catalogue.ts";
import { useScreenStanding } from "../../data/basis.ts";
import { countedKind } from "../../data/countedKind.ts";
import { formatCount, formatDay } from "../../data/formats.ts";
import type { Figure } from "../../data/useFigure.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { useLimitWords } from "../../data/useLimitWords.ts";

interface ProvenanceProps {
	readonly figure: Figure;
	readonly row: Pick<UnitFigure, "total" | "covered" | "notAttached">;
	/** Homes whose file does not state the count that is asked for. */
	readonly unknownHomes?: number;
}

/** How every figure of the screen is made. */
export const METHOD_PATH = "/methods#the-coverage-screens";

type Line = readonly [label: string, words: string];

export function Provenance({ figure, row, unknownHomes = 0 }: ProvenanceProps): ReactNode {
	const { t } = useTranslation();
	const basis = useBasisLines(figure);
	const rule = useRuleLines(figure);
	const counts = useCountLines({ figure, row, unknownHomes });
	return (
		<dl className="provenance" data-testid="provenance">
			{[...basis, ...rule, ...counts].map(([label, words]) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>{words}</dd>
				</div>
			))}
			{figure.hasWalks && <p className="muted">{t("control.speedNote")}</p>}
			<p>
				<Link to={METHOD_PATH} target="_blank">
					{t("provenance.method")}
				</Link>
			</p>
		</dl>
	);
}

/** What it stands on: the data, and who is asked about. */
function useBasisLines({ key, who, hasWalks, isComposite }: Figure): Line[] {
	const { t } = useTranslation();
	const language = useLanguage();
	const { shown } = useScreenStanding();
	const speed = PROFILES.find(({ name }) => name === key.profile)?.speedMPerMin ?? 0;
	const lines: Line[] = [
		[
			t("provenance.snapshot"),
			shown === null
				? "—"
				: `v${shown.number} · ${formatDay(shown.asOf, language)} · ${shown.hash.slice(0, 12)}`,
		],
	];
	if (hasWalks)
		lines.push(
			[t("provenance.who"), t(`counted.${who}.long`)],
			[t("provenance.profile"), t(`profile.${key.profile}`, { speed })],
		);
	if (!isComposite) lines.push([t("provenance.mode"), t(`mode.${key.mode}Long`)]);
	return lines;
}

/** The limit, chosen or the standard's, where it is from, and how sure that is. */
function useRuleLines(figure: Figure): Line[] {
	const { t } = useTranslation();
	const language = useLanguage();
	const limitWords = useLimitWords(figure);
	const { category, limits, isOwnLimit, isComposite } = figure;
	const chosen =
		limits === null
			? limitWords
			: t(isOwnLimit ? "provenance.ownLimit" : "provenance.chosenLimit", {
					limit: limitWords,
					own: t(`limit.value.${limits.unit}`, { limit: limits.own }),
				});
	if (isComposite)
		return [
			[t("provenance.rule"), chosen],
			[t("provenance.parts"), partWords(language)],
			[t("provenance.source"), t("provenance.compositeSource")],
		];
	return [
		[t("provenance.rule"), chosen],
		[
			t("provenance.source"),
			t("provenance.sourceWords", {
				source: category.source,
				confidence: t(`confidence.${category.confidence}`),
				basis: t(`reachBasis.${category.reachBasis}`),
			}),
		],
	];
}

function partWords(language: "zh" | "en"): string {
	const minutes = language === "zh" ? " 分" : " min";
	return COMPOSITE_PARTS.map((codes) =>
		codes
			.flatMap((code) => categoryOf(code) ?? [])
			.map((category) => `${categoryName(category, language)} ${limitOf(category)}${minutes}`)
			.join(language === "zh" ? " 或 " : " or "),
	).join(language === "zh" ? "；" : "; ");
}

function useCountLines({ figure, row, unknownHomes }: Required<ProvenanceProps>): Line[] {
	const { t } = useTranslation();
	const kind = countedKind(figure);
	const counted = (count: number) => `${formatCount(count)} ${t(`counted.${kind}.unit`)}`;
	const lines: Line[] = [
		[t("provenance.denominator"), `${t(`counted.${kind}.long`)} ${counted(row.total)}`],
		[t("provenance.covered"), counted(row.covered)],
		[t("provenance.beyond"), counted(row.total - row.covered)],
	];
	if (!figure.hasWalks) return lines;
	lines.push([
		t("provenance.notAttached"),
		t("provenance.notAttachedKept", { people: counted(row.notAttached) }),
	]);
	if (unknownHomes > 0)
		lines.push([
			t("provenance.unknown"),
			t("provenance.unknownHomes", { homes: formatCount(unknownHomes) }),
		]);
	return lines;
}

// One finding with its evidence: people, rule, source and confidence, figures, and the lever it suggests.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import type { FlagBody, UnitRow } from "../../../planning/wire/api.ts";
import zh from "../../app/i18n/zh-CN.json" with { type: "json" };
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import { useOpenFlag } from "../../data/flagQueries.ts";
import { formatCount, inLanguage } from "../../data/formats.ts";
import { ApiError } from "../../data/http.ts";
import { unitsQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { useSelectUnit } from "../../data/useSelectUnit.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { figureLines } from "./figureWords.ts";
import { PanelBack } from "./PanelBack.tsx";
import { useShowFlag } from "./useShowFlag.ts";

export function FlagEvidence(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view, change] = useCityView();
	const showFlag = useShowFlag();
	const query = useOpenFlag(view.flagId);
	const flag = query.data;
	const isGone = query.error instanceof ApiError && query.error.status === 404;
	const category = flag?.category == null ? undefined : categoryOf(flag.category);
	return (
		<div className="flag-evidence" data-testid="flag-evidence">
			<PanelBack
				title={flag === undefined ? t("flags.title") : t(`flag.${flag.flag}`)}
				onBack={() => change({ flagId: null })}
			/>
			{query.isPending && <Skeleton rows={8} />}
			{isGone && <StateNote icon="info" words={t("flags.gone")} />}
			{query.error !== null && !isGone && flag === undefined && <Problem query={query} />}
			{flag !== undefined && (
				<div className="scroll">
					<p className="muted caption">
						{category === undefined ? t("flags.anyCategory") : categoryName(category, language)}
					</p>
					<div className="evidence-people">
						<span>
							<b data-testid="flag-residents">{formatCount(flag.residents)}</b> {t("flags.people")}
						</span>
						<span>
							<b>{formatCount(flag.residenceIds.length)}</b> {t("flags.residences")}
						</span>
						<button type="button" className="button small right" onClick={() => showFlag(flag)}>
							<Icon name="locate" size={14} /> {t("flags.show")}
						</button>
					</div>
					{category !== undefined && flag.residenceIds.length > 0 && (
						<button
							type="button"
							className="text-button"
							onClick={() => change({ home: flag.residenceIds[0] ?? null })}
							data-testid="explain-flag"
						>
							{t("flags.explain")}
						</button>
					)}
					<Lever lever={flag.lever} />
					<Units flag={flag} />
					<h3>{t("flags.rule")}</h3>
					<p className="evidence-rule">{inLanguage(flag.rule, language)}</p>
					<p className="muted">
						{t("flags.confidence", { confidence: t(`confidence.${flag.confidence}`) })}
					</p>
					<Figures flag={flag} />
				</div>
			)}
		</div>
	);
}

function Lever({ lever }: { lever: FlagBody["lever"] }): ReactNode {
	const { t } = useTranslation();
	return (
		<p className="evidence-lever">
			<b>{t(`lever.${lever}`)}</b> {t(`leverWhy.${lever}`)}
		</p>
	);
}

function Units({ flag }: { flag: FlagBody }): ReactNode {
	const { t } = useTranslation();
	const [, change] = useCityView();
	const selectUnit = useSelectUnit(change);
	const { data: units = [] } = useQuery(unitsQuery(useBasis().snapshot));
	const named = flag.unitCodes.flatMap((code) => units.find((unit) => unit.code === code) ?? []);
	if (named.length === 0) return null;
	const choose = ({ kind, code }: UnitRow) => {
		const known = UNIT_KINDS.find((one) => one === kind);
		if (known !== undefined) selectUnit({ kind: known, code });
	};
	return (
		<>
			<h3>{t("flags.units")}</h3>
			<p className="evidence-units">
				{named.map((unit) => (
					<button
						key={`${unit.kind} ${unit.code}`}
						type="button"
						className="chip-switch"
						onClick={() => choose(unit)}
					>
						{unit.name}
					</button>
				))}
			</p>
		</>
	);
}

function Figures({ flag }: { flag: FlagBody }): ReactNode {
	const { t, i18n } = useTranslation();
	const { data: units = [] } = useQuery(unitsQuery(useBasis().snapshot));
	const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
	const lines = figureLines(flag.figures, {
		order: Object.keys(zh.figures),
		label: (key) => (i18n.exists(`figures.${key}`) ? t(`figures.${key}`) : key),
		value: (value) =>
			i18n.exists(`figureValue.${value}`) ? t(`figureValue.${value}`) : nameOf(value),
		unit: (unit) => t(`unit.${unit}`),
	});
	return (
		<>
			<h3>{t("flags.figures")}</h3>
			<dl className="figures">
				{lines.map(({ id, label, value, isPart }) => (
					<div key={id} className={isPart ? "part" : ""}>
						<dt>{label}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</>
	);
}

// Score card of a basic management unit: resources of “3+3+2”, councils, criteria, and the app's own suggestion.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
	BMU_CRITERIA,
	BMU_FACILITY_ITEMS,
	BMU_GROUPS,
	BMU_RESOURCES_SOURCE,
	type BmuFacilityItem,
	type BmuGroup,
	type BmuItem,
	type BmuScorecard,
	scorecard,
} from "../../../planning/coverage/figures/scorecard.ts";
import { THRESHOLDS } from "../../../planning/standards/thresholds.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import type { BmuRecord, UnitPage } from "../../../planning/wire/unitPage.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import { formatCount } from "../../data/formats.ts";
import { territoryQuery } from "../../data/queries.ts";
import { bmuRecordsQuery } from "../../data/unitQueries.ts";
import { Skeleton } from "../../ui/StateNote.tsx";
import { BmuRecordItem } from "./BmuRecordItem.tsx";
import { bmuFacts } from "./bmuFacts.ts";

interface BmuCardProps {
	readonly unit: UnitRow;
	readonly page: UnitPage;
}

export function BmuCard({ unit, page }: BmuCardProps): ReactNode {
	const { t } = useTranslation();
	const territory = useQuery(territoryQuery(unit.kind, unit.code, useBasis().snapshot));
	const recorded = useQuery(bmuRecordsQuery(unit.code));
	const failed = [territory, recorded].find(
		({ error, data }) => error !== null && data === undefined,
	);
	const isKnown = territory.data !== undefined && recorded.data !== undefined;
	return (
		<section className="unit-section bmu" data-testid="bmu-card">
			<h2>{t("bmu.title")}</h2>
			{failed !== undefined && <Problem query={failed} />}
			{!isKnown && failed === undefined && <Skeleton rows={6} />}
			{isKnown && (
				<Score
					unit={unit}
					page={page}
					parts={territory.data.parts}
					records={recorded.data.records}
				/>
			)}
		</section>
	);
}

interface ScoreProps extends BmuCardProps {
	readonly parts: number;
	readonly records: readonly BmuRecord[];
}

function Score({ unit, page, parts, records }: ScoreProps): ReactNode {
	const { t } = useTranslation();
	const facts = bmuFacts({ unit, parts, services: page.services, records });
	const score = scorecard(facts);
	return (
		<>
			<Suggestion score={score} />
			<div className="bmu-columns">
				<div>
					<h3>{t("bmu.resources")}</h3>
					{(Object.keys(BMU_GROUPS) as BmuGroup[]).map((group) => (
						<div className="bmu-group" key={group}>
							<h4>{t(`bmu.group.${group}`)}</h4>
							<ul>
								{BMU_GROUPS[group].map((item: BmuItem) =>
									isFacilityItem(item) ? (
										<FacilityItem key={item} item={item} has={facts.has[item]} page={page} />
									) : (
										<BmuRecordItem key={item} code={unit.code} item={item} records={records} />
									),
								)}
							</ul>
						</div>
					))}
					<p className="muted">
						{t("bmu.resourcesSource")}{" "}
						{t("flags.confidence", {
							confidence: t(`confidence.${BMU_RESOURCES_SOURCE.confidence}`),
						})}
					</p>
				</div>
				<Criteria score={score} facts={facts} />
			</div>
		</>
	);
}

function Suggestion({ score }: { readonly score: BmuScorecard }): ReactNode {
	const { t } = useTranslation();
	const names = (items: readonly BmuItem[]) =>
		items.map((item) => t(`bmu.item.${item}`)).join("、");
	const unmet = BMU_CRITERIA.filter((criterion) => score.criteria[criterion] === false);
	return (
		<div className={`bmu-suggestion ${score.suggestion}`} data-testid="bmu-suggestion">
			<b>{t(`bmu.suggestion.${score.suggestion}`)}</b>
			<ul>
				{unmet.length > 0 && (
					<li>
						{t("bmu.unmet", { names: unmet.map((one) => t(`bmu.criterion.${one}`)).join("、") })}
					</li>
				)}
				{score.missing.length > 0 && <li>{t("bmu.missing", { names: names(score.missing) })}</li>}
				{score.unknown.length > 0 && <li>{t("bmu.unknown", { names: names(score.unknown) })}</li>}
			</ul>
			<p className="muted">{t("bmu.reading")}</p>
		</div>
	);
}

function Criteria({
	score,
	facts,
}: {
	readonly score: BmuScorecard;
	readonly facts: ReturnType<typeof bmuFacts>;
}): ReactNode {
	const { t } = useTranslation();
	const { bmuMinAreaKm2, bmuMinResidents } = THRESHOLDS;
	const values = {
		area: t("bmu.value.area", { area: facts.areaKm2.toFixed(2), least: bmuMinAreaKm2.value }),
		residents: t("bmu.value.residents", {
			people: formatCount(facts.residents),
			least: formatCount(bmuMinResidents.value),
		}),
		continuous: t("bmu.value.continuous", { count: facts.parts }),
	};
	return (
		<div>
			<h3>{t("bmu.criteria")}</h3>
			<ul className="bmu-criteria">
				{BMU_CRITERIA.map((criterion) => (
					<li key={criterion} className={`met-${score.criteria[criterion]}`}>
						<span>{t(`bmu.criterion.${criterion}`)}</span>
						<span>{values[criterion]}</span>
						<b>{t(`bmu.met.${score.criteria[criterion]}`)}</b>
					</li>
				))}
			</ul>
			<p className="muted">
				{t("bmu.criteriaSource")}{" "}
				{t("flags.confidence", { confidence: t(`confidence.${bmuMinResidents.confidence}`) })}
			</p>
		</div>
	);
}

function FacilityItem({
	item,
	has,
	page,
}: {
	readonly item: BmuFacilityItem;
	readonly has: "yes" | "no" | "unknown";
	readonly page: UnitPage;
}): ReactNode {
	const { t } = useTranslation();
	const names = page.facilities
		.filter(({ category }) => category === BMU_FACILITY_ITEMS[item])
		.map(({ name }) => name);
	return (
		<li className={`bmu-item has-${has}`}>
			<span>{t(`bmu.item.${item}`)}</span>
			<b>{t(has === "unknown" ? "legend.noData" : `bmu.has.${has}`)}</b>
			{names.length > 0 && <small className="muted">{names.join("、")}</small>}
		</li>
	);
}

function isFacilityItem(item: BmuItem): item is BmuFacilityItem {
	return item in BMU_FACILITY_ITEMS;
}

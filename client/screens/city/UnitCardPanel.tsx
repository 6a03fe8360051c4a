// A unit's card: people counted and declared, facilities, territory, and its coverage by every category in both modes.

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { CATEGORIES, type Category } from "../../../planning/standards/catalogue.ts";
import type { UnitCard, UnitRow } from "../../../planning/wire/api.ts";
import { ClickPopover } from "../../app/ClickPopover.tsx";
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import type { UnitRef } from "../../data/cityView.ts";
import { flagPagesQuery } from "../../data/flagQueries.ts";
import { formatCount, formatPct } from "../../data/formats.ts";
import { type CoverageRow, unitCardQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { ShareBar } from "../../ui/ShareBar.tsx";
import { Skeleton } from "../../ui/StateNote.tsx";
import { FlagRow } from "./FlagList.tsx";
import { PanelBack } from "./PanelBack.tsx";
import { Provenance } from "./Provenance.tsx";
import { Territory } from "./Territory.tsx";

export function UnitCardPanel({ unit }: { unit: UnitRef }): ReactNode {
	const { t } = useTranslation();
	const { search } = useLocation();
	const query = useQuery(unitCardQuery(unit.kind, unit.code, useBasis()));
	const card = query.data;
	return (
		<div className="unit-card" data-testid="unit-card">
			<PanelBack title={card?.unit.name ?? t("unit.title")} detail={t(`level.${unit.kind}`)} />
			{query.error !== null && card === undefined && <Problem query={query} />}
			{card === undefined && query.error === null && <Skeleton rows={14} />}
			{card !== undefined && (
				<div className="scroll">
					<p className="muted caption unit-page-link">
						{[card.unit.code, card.unit.parentName].filter(Boolean).join(" · ")}
						<Link
							to={{
								pathname: `/units/${unit.kind}/${encodeURIComponent(unit.code)}`,
								search,
							}}
							data-testid="unit-page-link"
						>
							{t("unit.openPage")}
						</Link>
					</p>
					<People unit={card.unit} />
					<Territory unit={unit} />
					<CoverageByCategory card={card} />
					<UnitFlags code={card.unit.code} />
				</div>
			)}
		</div>
	);
}

function People({ unit }: { unit: UnitRow }): ReactNode {
	const { t } = useTranslation();
	const orNone = (count: number | null) =>
		count === null ? t("unit.notDeclared") : formatCount(count);
	const lines: readonly (readonly [string, string, string?])[] = [
		[t("unit.residents"), formatCount(unit.residents), orNone(unit.declaredResidents)],
		[t("unit.households"), formatCount(unit.households), orNone(unit.declaredHouseholds)],
		[t("unit.elders"), formatCount(unit.elders)],
		[t("unit.children"), formatCount(unit.children)],
		[t("unit.facilities"), formatCount(unit.facilities)],
		[
			t("unit.floorArea"),
			unit.floorAreaPer100HouseholdsM2 === null
				? t("unit.notComputable")
				: `${unit.floorAreaPer100HouseholdsM2.toFixed(1)} m²`,
		],
	];
	return (
		<table className="facts">
			<thead>
				<tr>
					<th />
					<th>{t("unit.summed")}</th>
					<th>{t("unit.declared")}</th>
				</tr>
			</thead>
			<tbody>
				{lines.map(([label, summed, declared]) => (
					<tr key={label}>
						<th scope="row">{label}</th>
						<td>{summed}</td>
						<td className="muted">{declared ?? ""}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function CoverageByCategory({ card }: { card: UnitCard }): ReactNode {
	const { t } = useTranslation();
	const rowOf = (code: string, mode: string) =>
		card.coverage.find((row) => row.category === code && row.mode === mode);
	const countOf = (code: string) =>
		card.facilityCounts.find(({ category }) => category === code)?.count ?? 0;
	const shown = CATEGORIES.filter(({ code }) => rowOf(code, "any") !== undefined);
	return (
		<>
			<h3>
				{t("unit.coverage")} <small>{t("unit.coverageUnit")}</small>
			</h3>
			<div className="category-row head">
				<span>{t("unit.category")}</span>
				<span>{t("unit.count")}</span>
				<span />
				<span>{t("mode.anyShort")}</span>
				<span>{t("mode.ownShort")}</span>
			</div>
			{shown.map((category) => (
				<CategoryLine
					key={category.code}
					category={category}
					any={rowOf(category.code, "any")}
					own={rowOf(category.code, "own")}
					count={countOf(category.code)}
				/>
			))}
		</>
	);
}

interface CategoryLineProps {
	readonly category: Category;
	readonly any: CoverageRow | undefined;
	readonly own: CoverageRow | undefined;
	readonly count: number;
}

function CategoryLine({ category, any, own, count }: CategoryLineProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view, change] = useCityView();
	// the card tells the standard's own figures, whatever is asked on the left
	const figure = useFigure({
		...view,
		category: category.code,
		mode: "any",
		who: "all",
		limit: null,
	});
	const pct = any?.pct ?? null;
	const name = categoryName(category, language);
	const isOn = view.category === category.code;
	return (
		<div className={isOn ? "category-row on" : "category-row"}>
			<button
				type="button"
				className="ellipsis plain"
				title={name}
				onClick={() => change({ category: category.code })}
			>
				{name}
			</button>
			<span className="number">{count}</span>
			{pct === null ? (
				<span className="no-data">{t("legend.noData")}</span>
			) : (
				<ShareBar pct={pct} markPct={null} />
			)}
			{any === undefined ? (
				<span />
			) : (
				<ClickPopover
					placement="left"
					title={name}
					content={<Provenance figure={figure} row={any} />}
				>
					<button type="button" className="number plain">
						{formatPct(pct) ?? "–"}
					</button>
				</ClickPopover>
			)}
			<span className="number muted">{own === undefined ? "" : (formatPct(own.pct) ?? "–")}</span>
		</div>
	);
}

const FLAGS_AT_ONCE = 20;

function UnitFlags({ code }: { code: string }): ReactNode {
	const { t } = useTranslation();
	const flags = useInfiniteQuery(flagPagesQuery(useBasis(), { unit: code }, FLAGS_AT_ONCE));
	const ours = flags.data?.pages.flatMap((page) => page.flags) ?? [];
	return (
		<>
			<h3>
				{t("flags.title")}{" "}
				{flags.data !== undefined && (
					<small>{t("flags.count", { count: flags.data.pages[0]?.total ?? 0 })}</small>
				)}
			</h3>
			{flags.isPending && <Skeleton rows={3} />}
			{flags.error !== null && flags.data === undefined && <Problem query={flags} />}
			{flags.data !== undefined && ours.length === 0 && <p className="muted">{t("flags.none")}</p>}
			<ul className="flag-list">
				{ours.map((flag) => (
					<FlagRow key={flag.id} flag={flag} />
				))}
			</ul>
			{flags.hasNextPage && (
				<button
					type="button"
					className="text-button"
					disabled={flags.isFetchingNextPage}
					onClick={() => void flags.fetchNextPage()}
				>
					{t("flags.more")}
				</button>
			)}
		</>
	);
}

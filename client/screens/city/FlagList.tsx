// 发现: the largest few in the overview, all of them by kind behind one click.
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { FLAG_CODES } from "../../../planning/coverage/analysis.ts";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import type { FlagBody } from "../../../planning/wire/api.ts";
import { Problem } from "../../app/Problem.tsx";
import { formatCount } from "../../data/formats.ts";
import { flagsQuery, unitsQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { VirtualRows } from "../../ui/VirtualRows.tsx";
import { PanelBack } from "./PanelBack.tsx";
import { useOpenFlag } from "./useOpenFlag.ts";

const TOP_COUNT = 5;
const ROW_PX = 50;
const LEVER_ICONS: Readonly<Record<FlagBody["lever"], IconName>> = {
	facility: "facility",
	boundary: "boundary",
	link: "link",
	data: "data",
};

const byPeople = (flags: readonly FlagBody[]) =>
	[...flags].sort((a, b) => b.residents - a.residents);

export function TopFlags(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const flags = useQuery(flagsQuery(view.profile));
	const all = flags.data ?? [];
	const ours = [view.category, null].flatMap((wanted) =>
		byPeople(all.filter(({ category }) => category === wanted)),
	);
	return (
		<section>
			<h3>
				{t("flags.title")} <small>{t("flags.count", { count: all.length })}</small>
				<button
					type="button"
					className="text-button right"
					onClick={() => change({ panel: "flags" })}
					data-testid="all-flags"
				>
					{t("flags.all")}
				</button>
			</h3>
			{flags.isPending && <Skeleton rows={3} height={ROW_PX} />}
			{flags.error !== null && flags.data === undefined && <Problem query={flags} />}
			{flags.data?.length === 0 && <p className="muted">{t("flags.none")}</p>}
			<ul className="flag-list">
				{ours.slice(0, TOP_COUNT).map((flag) => (
					<FlagRow key={flag.id} flag={flag} />
				))}
			</ul>
		</section>
	);
}

export function AllFlags(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const [kind, setKind] = useState<string | null>(null);
	const [category, setCategory] = useState<string | null>(null);
	const flags = useQuery(flagsQuery(view.profile));
	const all = flags.data ?? [];
	const shown = byPeople(
		all.filter(
			(flag) =>
				(kind === null || flag.flag === kind) && (category === null || flag.category === category),
		),
	);
	const countOf = (code: string) => all.filter(({ flag }) => flag === code).length;
	const categories = [...new Set(all.flatMap(({ category: code }) => code ?? []))];
	return (
		<>
			<PanelBack title={t("flags.title")} detail={t("flags.count", { count: all.length })} />
			<div className="flag-filters">
				<Select
					allowClear
					size="small"
					placeholder={t("flags.everyKind")}
					value={kind}
					onChange={(value: string | undefined) => setKind(value ?? null)}
					options={FLAG_CODES.filter((code) => countOf(code) > 0).map((code) => ({
						value: code,
						label: `${t(`flag.${code}`)} ${countOf(code)}`,
					}))}
				/>
				<Select
					allowClear
					showSearch={{ optionFilterProp: "label" }}
					size="small"
					placeholder={t("flags.everyCategory")}
					value={category}
					onChange={(value: string | undefined) => setCategory(value ?? null)}
					options={categories.map((code) => {
						const known = categoryOf(code);
						return {
							value: code,
							label: known === undefined ? code : categoryName(known, language),
						};
					})}
				/>
			</div>
			{flags.isPending && <Skeleton rows={8} height={ROW_PX} />}
			{flags.error !== null && flags.data === undefined && <Problem query={flags} />}
			{flags.data !== undefined && shown.length === 0 && (
				<StateNote icon="info" words={t("flags.none")} />
			)}
			<div className="fill">
				<VirtualRows
					count={shown.length}
					rowPx={ROW_PX}
					maxPx={window.innerHeight - 178}
					label={t("flags.title")}
					row={(index) => {
						const flag = shown[index];
						return flag && <FlagRow key={flag.id} flag={flag} />;
					}}
				/>
			</div>
		</>
	);
}

export function FlagRow({ flag }: { flag: FlagBody }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const openFlag = useOpenFlag();
	const { data: units } = useQuery(unitsQuery);
	const category = flag.category === null ? undefined : categoryOf(flag.category);
	const place = units?.find(({ code }) => code === flag.unitCodes[0])?.name ?? "";
	return (
		<li>
			<button
				type="button"
				className="flag-row"
				onClick={() => openFlag(flag)}
				data-testid="flag-row"
			>
				<span className="flag-icon">
					<Icon name={LEVER_ICONS[flag.lever]} />
				</span>
				<span className="flag-words">
					<b className="ellipsis">{t(`flag.${flag.flag}`)}</b>
					<small className="ellipsis">
						{[place, category && categoryName(category, language)].filter(Boolean).join(" · ")}
					</small>
				</span>
				<span className="flag-figure">
					<b>{t("figure.people", { count: formatCount(flag.residents) as never })}</b>
					<small>{t(`lever.${flag.lever}`)}</small>
				</span>
			</button>
		</li>
	);
}

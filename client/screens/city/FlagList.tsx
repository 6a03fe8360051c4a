// 发现: the largest few in the overview, all of them by kind behind one click, read a page at a time.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { FLAG_CODES, type FlagCode } from "../../../planning/coverage/analysis.ts";
import { CATEGORIES, categoryOf } from "../../../planning/standards/catalogue.ts";
import type { FlagSummary } from "../../../planning/wire/flagPages.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import { flagPagesQuery } from "../../data/flagQueries.ts";
import { formatCount } from "../../data/formats.ts";
import { unitsQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { VirtualRows } from "../../ui/VirtualRows.tsx";
import { PanelBack } from "./PanelBack.tsx";
import { useShowFlag } from "./useShowFlag.ts";

const TOP_COUNT = 5;
const ROW_PX = 50;
const LEVER_ICONS: Readonly<Record<FlagSummary["lever"], IconName>> = {
	facility: "facility",
	boundary: "boundary",
	link: "link",
	data: "data",
};

export function TopFlags(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const basis = useBasis();
	const category = categoryOf(view.category)?.code;
	const all = useInfiniteQuery(flagPagesQuery(basis, {}, 1));
	const ofCategory = useInfiniteQuery(flagPagesQuery(basis, { category }, TOP_COUNT));
	const ofNone = useInfiniteQuery(flagPagesQuery(basis, { category: "none" }, TOP_COUNT));
	const ours = [ofCategory, ofNone].flatMap(({ data }) => data?.pages[0]?.flags ?? []);
	const total = all.data?.pages[0]?.total;
	return (
		<section>
			<h3>
				{t("flags.title")}{" "}
				{total !== undefined && <small>{t("flags.count", { count: total })}</small>}
				<button
					type="button"
					className="text-button right"
					onClick={() => change({ panel: "flags" })}
					data-testid="all-flags"
				>
					{t("flags.all")}
				</button>
			</h3>
			{ofCategory.isPending && <Skeleton rows={3} height={ROW_PX} />}
			{ofCategory.error !== null && ofCategory.data === undefined && <Problem query={ofCategory} />}
			{total === 0 && <p className="muted">{t("flags.none")}</p>}
			<ul className="flag-list">
				{ours.slice(0, TOP_COUNT).map((flag) => (
					<FlagRow key={flag.id} flag={flag} />
				))}
			</ul>
		</section>
	);
}

/** What the list shows, undefined for everything. */
interface Choice {
	readonly flag: FlagCode | undefined;
	readonly category: string | undefined;
	readonly q: string;
}

export function AllFlags(): ReactNode {
	const { t } = useTranslation();
	const basis = useBasis();
	const [choice, setChoice] = useState<Choice>({ flag: undefined, category: undefined, q: "" });
	const { flag, category } = choice;
	const q = useDeferredValue(choice.q.trim()) || undefined;
	const flags = useInfiniteQuery(flagPagesQuery(basis, { flag, category, q }));
	const pages = flags.data?.pages ?? [];
	const shown = pages.flatMap((page) => page.flags);
	return (
		<>
			<PanelBack
				title={t("flags.title")}
				detail={t("flags.count", { count: pages[0]?.total ?? 0 })}
			/>
			<FlagFilters
				choice={choice}
				counts={pages[0]?.countsByFlag ?? {}}
				onChoose={(change) => setChoice({ ...choice, ...change })}
			/>
			{flags.isPending && <Skeleton rows={8} height={ROW_PX} />}
			{flags.error !== null && flags.data === undefined && <Problem query={flags} />}
			{flags.data !== undefined && shown.length === 0 && (
				<StateNote icon="info" words={t("flags.none")} />
			)}
			<div className="fill">
				<VirtualRows
					count={shown.length}
					rowPx={ROW_PX}
					maxPx={window.innerHeight - 216}
					label={t("flags.title")}
					row={(index) => {
						const one = shown[index];
						return one && <FlagRow key={one.id} flag={one} />;
					}}
					onNearEnd={() => {
						if (flags.hasNextPage && !flags.isFetching) void flags.fetchNextPage();
					}}
				/>
			</div>
		</>
	);
}

interface FlagFiltersProps {
	readonly choice: Choice;
	readonly counts: Readonly<Record<string, number>>;
	onChoose(change: Partial<Choice>): void;
}

function FlagFilters({ choice, counts, onChoose }: FlagFiltersProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const kinds = FLAG_CODES.filter((code) => code === choice.flag || (counts[code] ?? 0) > 0);
	return (
		<div className="flag-filters">
			<Select
				allowClear
				size="small"
				placeholder={t("flags.everyKind")}
				aria-label={t("flags.kind")}
				value={choice.flag ?? null}
				onChange={(flag) => onChoose({ flag: flag ?? undefined })}
				options={kinds.map((code) => ({
					value: code,
					label: `${t(`flag.${code}`)} ${formatCount(counts[code] ?? 0)}`,
				}))}
			/>
			<Select
				allowClear
				showSearch={{ optionFilterProp: "label" }}
				size="small"
				placeholder={t("flags.everyCategory")}
				aria-label={t("flags.category")}
				value={choice.category ?? null}
				onChange={(category) => onChoose({ category: category ?? undefined })}
				options={[
					{ value: "none", label: t("flags.anyCategory") },
					...CATEGORIES.map((one) => ({ value: one.code, label: categoryName(one, language) })),
				]}
			/>
			<Input
				allowClear
				size="small"
				placeholder={t("flags.search")}
				aria-label={t("flags.search")}
				value={choice.q}
				onChange={({ target }) => onChoose({ q: target.value })}
				data-testid="flag-search"
			/>
		</div>
	);
}

export function FlagRow({ flag }: { flag: FlagSummary }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const showFlag = useShowFlag();
	const { data: units } = useQuery(unitsQuery(useBasis().snapshot));
	const category = flag.category === null ? undefined : categoryOf(flag.category);
	const place = units?.find(({ code }) => code === flag.unitCodes[0])?.name ?? "";
	return (
		<li>
			<button
				type="button"
				className="flag-row"
				onClick={() => showFlag(flag)}
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

// The composite and the categories with the share of residents each covers: a short list, and all by domain, searchable.

import { useQuery } from "@tanstack/react-query";
import { Input, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { COMPOSITE_PARTS } from "../../../planning/coverage/figures/composite.ts";
import { COMPOSITE_CATEGORY } from "../../../planning/coverage/figures/subject.ts";
import { CATEGORIES, type Category } from "../../../planning/standards/catalogue.ts";
import type { Summary } from "../../../planning/wire/api.ts";
import { useEscape } from "../../app/useEscape.ts";
import { useBasis } from "../../data/basis.ts";
import { formatPct } from "../../data/formats.ts";
import { summaryQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useCompositePct } from "../../data/useCompositePct.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Icon } from "../../ui/Icon.tsx";

const SHORT_LIST = ["ADM-ISF", "ADM-PSC", "HEA-CHC", "EDU-PRI", "COM-MKT"];

export function CategoryPicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const [isOpen, setOpen] = useState(false);
	useEscape(isOpen, () => setOpen(false));
	const { data: summary } = useQuery(summaryQuery(useBasis()));
	const choose = (category: string) => {
		change({ category });
		setOpen(false);
	};
	const isListed = view.category === COMPOSITE_CATEGORY.code || SHORT_LIST.includes(view.category);
	const shortList = isListed ? SHORT_LIST : [view.category, ...SHORT_LIST.slice(0, -1)];
	const listed = shortList.flatMap(
		(code) => CATEGORIES.find((category) => category.code === code) ?? [],
	);
	return (
		<div className="categories">
			<div className="field-label">
				{t("control.category")}
				<span className="right">{t("control.coveragePct")}</span>
			</div>
			<CompositeRow onChoose={choose} />
			{listed.map((category) => (
				<CategoryRow key={category.code} category={category} summary={summary} onChoose={choose} />
			))}
			<Popover
				open={isOpen}
				onOpenChange={setOpen}
				trigger="click"
				placement="rightTop"
				arrow={false}
				content={<AllCategories summary={summary} onChoose={choose} />}
			>
				<button type="button" className="text-button all-categories" data-testid="all-categories">
					{t("control.allCategories", { count: CATEGORIES.length })}
					<Icon name="down" size={14} />
				</button>
			</Popover>
		</div>
	);
}

interface RowProps {
	readonly category: Category;
	readonly summary: Summary | undefined;
	onChoose(code: string): void;
}

/** 综合达标: every one of its services within its own limit. */
function CompositeRow({ onChoose }: Pick<RowProps, "onChoose">): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const pct = useCompositePct();
	return (
		<SubjectRow
			code={COMPOSITE_CATEGORY.code}
			name={categoryName(COMPOSITE_CATEGORY, language)}
			title={t("control.compositeTitle", { count: COMPOSITE_PARTS.length })}
			share={formatPct(pct) ?? "–"}
			onChoose={onChoose}
		/>
	);
}

function CategoryRow({ category, summary, onChoose }: RowProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const entry = summary?.categories[category.code];
	const name = categoryName(category, language);
	const shareWords = () => {
		if (entry?.facilities === 0) return t("control.noFacility");
		// counted in units, not in people: a share of residents here would contradict the headline
		if (category.basis === "presence") return t("control.presence");
		return coveredPct(summary, category.code);
	};
	return (
		<SubjectRow
			code={category.code}
			name={name}
			title={name}
			share={shareWords()}
			onChoose={onChoose}
		/>
	);
}

interface SubjectRowProps extends Pick<RowProps, "onChoose"> {
	readonly code: string;
	readonly name: string;
	readonly title: string;
	readonly share: string;
}

function SubjectRow({ code, name, title, share, onChoose }: SubjectRowProps): ReactNode {
	const [view] = useCityView();
	const isOn = view.category === code;
	return (
		<button
			type="button"
			className={isOn ? "category on" : "category"}
			aria-pressed={isOn}
			data-testid={`category-${code}`}
			onClick={() => onChoose(code)}
		>
			<i aria-hidden="true" />
			<span className="ellipsis" title={title}>
				{name}
			</span>
			<span className="share">{share}</span>
		</button>
	);
}

/** Share of all residents within the limit of any facility; a dash until it is known. */
function coveredPct(summary: Summary | undefined, code: string): string {
	const entry = summary?.categories[code];
	if (summary === undefined || entry === undefined || summary.residents === 0) return "–";
	return formatPct((entry.coveredResidentsAny / summary.residents) * 100) ?? "–";
}

function AllCategories({ summary, onChoose }: Omit<RowProps, "category">): ReactNode {
	const { t } = useTranslation();
	const [text, setText] = useState("");
	const wanted = text.trim().toLowerCase();
	const isWanted = ({ code, nameZh, nameEn }: Category) =>
		`${code} ${nameZh} ${nameEn}`.toLowerCase().includes(wanted);
	const domains = [...new Set(CATEGORIES.map(({ domain }) => domain))];
	return (
		<div className="category-list">
			<Input
				autoFocus
				allowClear
				size="small"
				value={text}
				placeholder={t("control.searchCategory")}
				prefix={<Icon name="search" size={13} />}
				onChange={({ target }) => setText(target.value)}
			/>
			<div className="category-groups">
				{domains.map((domain) => {
					const members = CATEGORIES.filter(
						(category) => category.domain === domain && isWanted(category),
					);
					return members.length === 0 ? null : (
						<section key={domain}>
							<h4>{t(`domain.${domain}`)}</h4>
							{members.map((category) => (
								<CategoryRow
									key={category.code}
									category={category}
									summary={summary}
									onChoose={onChoose}
								/>
							))}
						</section>
					);
				})}
				{!CATEGORIES.some(isWanted) && <p className="muted">{t("search.nothing")}</p>}
			</div>
		</div>
	);
}

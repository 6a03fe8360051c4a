// Categories with the share of residents each covers: a short list, and all of them by domain, searchable.
import { useQuery } from "@tanstack/react-query";
import { Input, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { CATEGORIES, type Category } from "../../../planning/standards/catalogue.ts";
import type { Summary } from "../../../planning/wire/api.ts";
import { useEscape } from "../../app/useEscape.ts";
import { formatPct } from "../../data/formats.ts";
import { summaryQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Icon } from "../../ui/Icon.tsx";

const SHORT_LIST = ["ADM-ISF", "ADM-PSC", "HEA-CHC", "EDU-PRI", "COM-MKT", "ELD-DAY"];

export function CategoryPicker(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const [isOpen, setOpen] = useState(false);
	useEscape(isOpen, () => setOpen(false));
	const { data: summary } = useQuery(summaryQuery(view.profile));
	const choose = (category: string) => {
		change({ category });
		setOpen(false);
	};
	const shortList = SHORT_LIST.includes(view.category)
		? SHORT_LIST
		: [view.category, ...SHORT_LIST.slice(0, -1)];
	const listed = shortList.flatMap(
		(code) => CATEGORIES.find((category) => category.code === code) ?? [],
	);
	return (
		<div className="categories">
			<div className="field-label">
				{t("control.category")}
				<span className="right">{t("control.coveragePct")}</span>
			</div>
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

function CategoryRow({ category, summary, onChoose }: RowProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const isOn = view.category === category.code;
	const entry = summary?.categories[category.code];
	const name = categoryName(category, language);
	const shareWords = () => {
		if (entry?.facilities === 0) return t("control.noFacility");
		// counted in units, not in people: a share of residents here would contradict the headline
		if (category.basis === "presence") return t("control.presence");
		return coveredPct(summary, category.code);
	};
	return (
		<button
			type="button"
			className={isOn ? "category on" : "category"}
			aria-pressed={isOn}
			data-testid={`category-${category.code}`}
			onClick={() => onChoose(category.code)}
		>
			<i aria-hidden="true" />
			<span className="ellipsis" title={name}>
				{name}
			</span>
			<span className="share">{shareWords()}</span>
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

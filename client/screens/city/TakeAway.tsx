// 导出: the view as a brief to hand over, as a sheet to print, as a table, as data. Each is a plain link of the server.
import { Dropdown, type MenuProps } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { type ReportAsked, type ReportForm, reportLink } from "../../data/reportLinks.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useChosenUnit } from "./useChosenUnit.ts";

const BRIEFS = [
	{ of: "brief", format: "pdf" },
	{ of: "brief", format: "docx" },
] as const satisfies readonly ReportForm[];
const SHEETS = [
	{ of: "sheet", format: "pdf", paper: "a4" },
	{ of: "sheet", format: "pdf", paper: "a3" },
	{ of: "sheet", format: "png", paper: "a4", dpi: "300" },
	{ of: "sheet", format: "png", paper: "a3", dpi: "300" },
] as const satisfies readonly ReportForm[];
const TABLES = [
	{ of: "table", format: "xlsx" },
	{ of: "table", format: "csv" },
] as const satisfies readonly ReportForm[];
const DATA = [{ of: "data", format: "geojson" }] as const satisfies readonly ReportForm[];

export function TakeAway(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const { figure } = useFigures();
	const chosen = useChosenUnit();
	const city: ReportAsked = { view, figure, language };
	const groups = [
		groupOf(t("takeAway.brief"), city, BRIEFS),
		...(chosen === null
			? []
			: [
					groupOf(
						t("takeAway.unitBrief", { name: chosen.name }),
						{ ...city, unit: { kind: view.level, code: chosen.code } },
						BRIEFS,
					),
				]),
		groupOf(t("takeAway.sheet"), city, SHEETS),
		groupOf(t("takeAway.table"), city, TABLES),
		groupOf(t("takeAway.data"), city, DATA),
	];
	// a click follows the link by itself; from the keyboard the menu has to
	const onClick: MenuProps["onClick"] = ({ key, domEvent }) => {
		if (domEvent.type === "keydown") window.location.assign(key);
	};
	return (
		<Dropdown menu={{ items: groups, onClick }} trigger={["click"]} placement="bottomRight">
			<button type="button" className="button primary small" data-testid="take-away">
				<Icon name="download" size={14} />
				<span>{t("takeAway.title")}</span>
			</button>
		</Dropdown>
	);
}

type Items = NonNullable<MenuProps["items"]>;

function groupOf(label: string, asked: ReportAsked, forms: readonly ReportForm[]): Items[number] {
	return {
		type: "group",
		key: label,
		label,
		children: forms.map((form) => {
			const link = reportLink(asked, form);
			return { key: link, label: <ReportLink form={form} link={link} /> };
		}),
	};
}

function ReportLink({ form, link }: { form: ReportForm; link: string }): ReactNode {
	const { t } = useTranslation();
	const paper = form.of === "sheet" ? ` ${(form.paper ?? "").toUpperCase()}` : "";
	return (
		<a
			href={link}
			download
			data-testid={`take-${form.of}-${form.format}${paper.toLowerCase().trim()}`}
		>
			{`${t(`takeAway.format.${form.format}`)}${paper}`}
		</a>
	);
}

// What kind of layer it is, and which level or category of it.
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../../../../planning/city/records.ts";
import { CATEGORIES } from "../../../../../planning/standards/catalogue.ts";
import type { UploadKind } from "../../../../../planning/wire/understanding.ts";
import { categoryName, useLanguage } from "../../../../data/useLanguage.ts";
import { LAYER_KINDS } from "../../layerKinds.ts";
import type { FindingProps } from "../FindingsCard.tsx";
import { FindingRow } from "./FindingRow.tsx";

export function KindRow(props: FindingProps): ReactNode {
	const { t } = useTranslation();
	const { understanding, draft, onLookAgain } = props;
	const { kind } = draft;
	return (
		<FindingRow label={t("data.finding.kind")} testId="kind-card">
			<Select<UploadKind>
				size="small"
				className="wide"
				value={kind}
				status={kind === null ? "warning" : ""}
				placeholder={t("data.finding.chooseKind")}
				aria-label={t("data.finding.kind")}
				data-testid="kind-select"
				options={LAYER_KINDS.map((one) => ({ value: one.kind, label: t(`data.kind.${one.kind}`) }))}
				onChange={(chosen) => onLookAgain({ kind: chosen })}
			/>
			<ScopeSelect {...props} />
			{understanding.kind !== null && kind === understanding.kind && (
				<small>{t("data.finding.kindFound")}</small>
			)}
		</FindingRow>
	);
}

function ScopeSelect({ draft, onChange }: FindingProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { kind, level, category, columns } = draft;
	if (kind === "divisions")
		return (
			<Select
				size="small"
				className="wide"
				value={level}
				status={level === null ? "warning" : ""}
				placeholder={t("data.finding.chooseLevel")}
				aria-label={t("control.level")}
				data-testid="level-select"
				options={UNIT_KINDS.map((value) => ({ value, label: t(`level.${value}`) }))}
				onChange={(chosen) => onChange({ level: chosen })}
			/>
		);
	if (kind !== "facilities") return null;
	const byColumn = "category" in columns;
	return (
		<Select
			size="small"
			className="wide"
			showSearch
			optionFilterProp="label"
			allowClear={byColumn}
			value={category}
			status={category === null && !byColumn ? "warning" : ""}
			placeholder={t(byColumn ? "data.finding.categoryByColumn" : "data.finding.chooseCategory")}
			aria-label={t("control.category")}
			data-testid="category-select"
			options={CATEGORIES.map((one) => ({
				value: one.code,
				label: `${categoryName(one, language)} ${one.code}`,
			}))}
			onChange={(chosen: string | undefined) => onChange({ category: chosen ?? null })}
		/>
	);
}

// Which file and which of its layers.
import { Radio } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SourceLayer } from "../../../../../planning/wire/understanding.ts";
import { formatCount } from "../../../../data/formats.ts";
import { formatName } from "../../fileWords.ts";
import type { FindingProps } from "../FindingsCard.tsx";
import { FindingRow } from "./FindingRow.tsx";

export function FileRow({ understanding, draft, onLookAgain }: FindingProps): ReactNode {
	const { t } = useTranslation();
	const { format, layers, geometries, columns, sampled, isWhole } = understanding;
	const isTable = Object.keys(geometries).every((type) => type === "none");
	const nameOf = (type: string) =>
		isTable ? t("data.geometry.rows") : t(`data.geometry.${type}`, { defaultValue: type });
	const shapes = Object.entries(geometries)
		.map(([type, count]) => `${formatCount(count)} ${nameOf(type)}`)
		.join(t("data.comma"));
	return (
		<FindingRow label={t("data.finding.file")} testId="file-card">
			<b>
				{t("data.finding.layers", {
					format: formatName(format),
					count: Math.max(1, layers.length),
				})}
			</b>
			{layers.length > 1 && (
				<Radio.Group
					className="layer-choice"
					value={draft.layer}
					options={layers.map((layer) => ({
						value: layer.name,
						label: <LayerOption layer={layer} />,
					}))}
					onChange={({ target }) =>
						onLookAgain({ layer: target.value as string, kind: null, encoding: null, crs: null })
					}
				/>
			)}
			<small>
				{[shapes, t("data.finding.columns", { count: columns.length })]
					.filter(Boolean)
					.join(t("data.comma"))}
				{!isWhole && ` · ${t("data.finding.sampled", { count: sampled })}`}
			</small>
		</FindingRow>
	);
}

function LayerOption({ layer }: { layer: SourceLayer }): ReactNode {
	const { name, featureCount, geometry } = layer;
	return (
		<span data-testid={`layer-choice-${name}`}>
			{name}{" "}
			<span className="muted">
				{[geometry, featureCount === null ? null : formatCount(featureCount)]
					.filter(Boolean)
					.join(" · ")}
			</span>
		</span>
	);
}

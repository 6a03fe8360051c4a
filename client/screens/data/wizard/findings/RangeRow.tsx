// What of the layer in force is replaced: all of it, one unit's part, or nothing.

import { useQuery } from "@tanstack/react-query";
import { Radio, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBasis } from "../../../../data/basis.ts";
import { formatCount } from "../../../../data/formats.ts";
import { layersQuery } from "../../../../data/layerQueries.ts";
import { unitsQuery } from "../../../../data/queries.ts";
import type { Draft } from "../draftSettings.ts";
import type { FindingProps } from "../FindingsCard.tsx";
import { FindingRow } from "./FindingRow.tsx";

type Range = "all" | "within" | "add";

export function RangeRow({ understanding, draft, onChange }: FindingProps): ReactNode {
	const { t } = useTranslation();
	const { data: units = [] } = useQuery(unitsQuery(useBasis().snapshot));
	const [range, setRange] = useState<Range>(
		draft.add ? "add" : draft.within === null ? "all" : "within",
	);
	const replaced = useReplacedCount(draft);
	if (draft.kind === null || draft.kind === "streets" || draft.kind === "land") return null;
	const choose = (next: Range) => {
		setRange(next);
		onChange({ add: next === "add", within: null });
	};
	return (
		<FindingRow label={t("data.finding.range")} testId="range-card">
			<Radio.Group
				className="range-choice"
				value={range}
				options={(["all", "within", "add"] as const).map((value) => ({
					value,
					label: t(`data.range.${value}`),
				}))}
				onChange={({ target }) => choose(target.value as Range)}
			/>
			{range === "all" && understanding.isWhole && understanding.sampled < replaced && (
				<small className="warn-words">
					{t("data.range.fewer", {
						replaced: formatCount(replaced),
						count: formatCount(understanding.sampled),
					})}
				</small>
			)}
			{range === "within" && (
				<Select
					size="small"
					className="wide"
					showSearch
					optionFilterProp="label"
					value={draft.within}
					placeholder={t("data.range.chooseUnit")}
					aria-label={t("data.range.chooseUnit")}
					options={units.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
					onChange={(within) => onChange({ within })}
				/>
			)}
		</FindingRow>
	);
}

/** Records in force that replacing the whole layer would replace. */
function useReplacedCount({ kind, level, category }: Draft): number {
	const { data: layers = [] } = useQuery(layersQuery);
	const scope = kind === "divisions" ? level : kind === "facilities" ? category : "";
	return layers.find((layer) => layer.kind === kind && layer.scope === scope)?.features ?? 0;
}

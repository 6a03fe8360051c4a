// 预警: findings that the plan ends, and those that it begins.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FlagChange, Measurement } from "../../../../planning/plan/measure/Measurement.ts";
import { categoryOf } from "../../../../planning/standards/catalogue.ts";
import { formatCount } from "../../../data/formats.ts";
import { needsAllPeople } from "../../../data/plan/planFigures.ts";
import type { PlanView } from "../../../data/plan/planMessages.ts";
import { categoryName, useLanguage } from "../../../data/useLanguage.ts";
import { VirtualRows } from "../../../ui/VirtualRows.tsx";

const ROW_PX = 26;
const MAX_ROWS = 6;

export function FlagChanges({ view }: { view: PlanView }): ReactNode {
	const { t } = useTranslation();
	const { caused, solved } = toldFlags(view);
	const rows = [
		...caused.map((flag) => ({ kind: "caused" as const, flag })),
		...solved.map((flag) => ({ kind: "solved" as const, flag })),
	];
	return (
		<section className="plan-flags" data-testid="plan-flags">
			<h3>
				{t("plan.panel.flags.title")}
				<span className="right muted">
					{t("plan.panel.flags.count", {
						solved: formatCount(solved.length),
						caused: formatCount(caused.length),
					})}
				</span>
			</h3>
			{rows.length === 0 ? (
				<p className="muted plan-none">{t("plan.panel.flags.none")}</p>
			) : (
				<VirtualRows
					count={rows.length}
					rowPx={ROW_PX}
					maxPx={ROW_PX * MAX_ROWS}
					label={t("plan.panel.flags.title")}
					row={(index) => {
						const one = rows[index];
						if (one === undefined) return null;
						const key = `${one.kind} ${one.flag.unit} ${one.flag.flag} ${one.flag.category}`;
						return <FlagLine key={key} {...one} measurement={view.measurement} />;
					}}
				/>
			)}
		</section>
	);
}

/** Without findings about people of units whose people are not all known. */
function toldFlags({ measurement, known }: Pick<PlanView, "measurement" | "known">) {
	const all = new Set(known);
	const isTold = ({ unit, flag }: FlagChange) => all.has(unit) || !needsAllPeople(flag);
	return {
		solved: measurement.solved.filter(isTold),
		caused: measurement.caused.filter(isTold),
	};
}

interface FlagLineProps {
	readonly kind: "solved" | "caused";
	readonly flag: FlagChange;
	readonly measurement: Measurement;
}

function FlagLine({ kind, flag: { flag, category, unit }, measurement }: FlagLineProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const entry = category === null ? undefined : categoryOf(category);
	const name = (measurement.after[unit] ?? measurement.before[unit])?.name ?? unit;
	const words = [
		t(`flag.${flag}`, { defaultValue: flag }),
		entry && categoryName(entry, language),
		name,
	]
		.filter(Boolean)
		.join(" · ");
	return (
		<li className="plan-flag">
			<span className={`plan-tag ${kind}`}>{t(`plan.panel.flags.${kind}`)}</span>
			<span className="ellipsis" title={words}>
				{words}
			</span>
		</li>
	);
}

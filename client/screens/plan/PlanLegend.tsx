// What the lines and dots of the drawing table mean.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

const KEYS = ["old", "new", "moved", "gain", "lose", "sketch", "locked"] as const;

export function PlanLegend(): ReactNode {
	const { t } = useTranslation();
	return (
		<ul className="panel plan-legend" aria-label={t("legend.title")}>
			{KEYS.map((key) => (
				<li key={key}>
					<i className={`key-${key}`} aria-hidden="true" />
					{t(`plan.legend.${key}`)}
				</li>
			))}
			<li className="note">{t("plan.legend.sketchMap")}</li>
		</ul>
	);
}

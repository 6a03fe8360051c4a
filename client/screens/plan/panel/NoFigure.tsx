// In the place of a figure that nobody knows: a dash, never 0.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export function NoFigure({ words }: { words?: string }): ReactNode {
	const { t } = useTranslation();
	const why = words ?? t("legend.noData");
	return (
		<span className="no-figure" title={why}>
			<span aria-hidden="true">—</span>
			<span className="unseen">{why}</span>
		</span>
	);
}

// The best of a row: a sign for those who see it, a word for those who listen.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/Icon.tsx";

export function BestMark(): ReactNode {
	const { t } = useTranslation();
	const best = t("plan.panel.alternatives.best");
	return (
		<span className="best-mark" title={best}>
			<Icon name="check" size={12} />
			<span className="unseen">{best}</span>
		</span>
	);
}

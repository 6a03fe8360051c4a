// Title of a panel that lies over the overview, with the way back.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCityView } from "../../data/useCityView.ts";
import { Icon } from "../../ui/Icon.tsx";

interface PanelBackProps {
	readonly title: string;
	readonly detail?: string;
	onBack?(): void;
}

export function PanelBack({ title, detail, onBack }: PanelBackProps): ReactNode {
	const { t } = useTranslation();
	const [, change] = useCityView();
	const back = onBack ?? (() => change({ panel: "overview", flagId: null }));
	return (
		<div className="panel-title">
			<button
				type="button"
				className="icon-button"
				aria-label={t("action.back")}
				onClick={back}
				data-testid="panel-back"
			>
				<Icon name="back" />
			</button>
			<h2 className="ellipsis">{title}</h2>
			{detail !== undefined && <span className="muted right">{detail}</span>}
		</div>
	);
}

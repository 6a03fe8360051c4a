// 演示: this view and the saved ones, one after another, on the whole screen.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { Icon } from "../ui/Icon.tsx";
import { usePresent } from "./usePresent.ts";

export function PresentButton(): ReactNode {
	const { t } = useTranslation();
	const present = usePresent(useLocation().search);
	return (
		<button
			type="button"
			className="button small"
			title={t("present.startHint")}
			data-testid="present-start"
			onClick={present}
		>
			<Icon name="screen" size={14} />
			{t("present.start")}
		</button>
	);
}

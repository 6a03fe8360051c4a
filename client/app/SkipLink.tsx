// The first stop of Tab: past header and map, to the figures or the table, which say the same as the map.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export function SkipLink(): ReactNode {
	const { t } = useTranslation();
	const skip = () => {
		// what a screen marks as its figures; elsewhere the main part of the page
		const target = document.getElementById("figures") ?? document.querySelector("main");
		if (target === null) return;
		if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
		target.focus();
	};
	return (
		<button type="button" className="skip-link" data-testid="skip" onClick={skip}>
			{t("header.skip")}
		</button>
	);
}

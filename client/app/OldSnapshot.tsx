// The figures are of an older snapshot, because the reader chose it: said, with the way to the one in force.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useScreenStanding } from "../data/basis.ts";
import { useCityView } from "../data/useCityView.ts";

export function OldSnapshot(): ReactNode {
	const { t } = useTranslation();
	const { shown, current, renew } = useScreenStanding();
	const [, change] = useCityView();
	const toCurrent = () => {
		change({ snapshot: null, against: null });
		renew();
	};
	if (shown === null || current === null) return null;
	return (
		<p className="snapshot-old" data-testid="snapshot-old">
			{t("snapshot.old", { shown: shown.number, current: current.number })}
			<button type="button" className="text-button" onClick={toCurrent}>
				{t("snapshot.renew")}
			</button>
		</p>
	);
}

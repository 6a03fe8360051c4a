// The density of people beyond: colours with their numbers, and how smooth it is.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DENSITY_BANDWIDTH_M } from "../../../planning/coverage/figures/density.ts";
import { useDensity } from "../../data/figures/useSurfaces.ts";
import { useCityView } from "../../data/useCityView.ts";
import { PALETTES, rampOf } from "../../map/palette.ts";
import { usePreferences } from "../preferences.tsx";
import { crowdKeys } from "./crowdKeys.ts";
import { LegendHead, LegendKey } from "./LegendKey.tsx";

export function HeatLegend(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const [view] = useCityView();
	const bounds = useDensity(view)?.bounds ?? [];
	const colours = rampOf(PALETTES[theme].crowds, bounds.length + 1);
	return (
		<>
			<LegendHead title={t("legend.heat")} unit={t("legend.heatUnit")} />
			<div className="legend-row even" data-testid="legend-classes">
				{crowdKeys(bounds).map((key, index) => (
					<LegendKey key={key.label} colour={colours[index] ?? ""} {...key} />
				))}
			</div>
			<p className="muted legend-note">
				{t("legend.bandwidth", { bandwidth: DENSITY_BANDWIDTH_M })}
			</p>
		</>
	);
}

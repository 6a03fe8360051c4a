// Hexagons and residences by place: bands of the walk, or numbers of people beyond.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { useHexes } from "../../data/figures/useSurfaces.ts";
import { useCityView } from "../../data/useCityView.ts";
import { PALETTES, rampOf } from "../../map/palette.ts";
import { walkBands } from "../../map/walkClasses.ts";
import { usePreferences } from "../preferences.tsx";
import { crowdKeys } from "./crowdKeys.ts";
import { LegendHead, LegendKey } from "./LegendKey.tsx";

export function PlaceLegend(): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	const width = useHexes(view)?.hexes.grid.widthM;
	const isCrowd = view.surface === "beyond" && width !== undefined;
	return (
		<>
			{isCrowd ? <CrowdKeys /> : <WalkKeys />}
			<p className="muted legend-note">
				{width === undefined
					? t("legend.dotSize")
					: t(isCrowd ? "legend.hexPlain" : "legend.hexDots", { width })}
			</p>
		</>
	);
}

function WalkKeys(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const [view] = useCityView();
	const { figure } = useFigures();
	const isOfHomes = useHexes(view) === null;
	const { limits, limit } = figure;
	if (limits === null || limit === null) return null;
	const { minutes, beyond, quiet } = PALETTES[theme];
	const { upTo } = walkBands(limit, limits.unit);
	const title = { minutes: "legend.walk", metres: "legend.straight", percent: "legend.composite" };
	const unit = { minutes: "unit.minutes", metres: "unit.metres", percent: "legend.compositeUnit" };
	return (
		<>
			<LegendHead title={t(title[limits.unit])} unit={t(unit[limits.unit])} />
			<div className="legend-row" data-testid="legend-classes">
				{upTo.map((bound, i) => (
					<LegendKey key={bound} colour={minutes[i] ?? ""} label={`${upTo[i - 1] ?? 0}–${bound}`} />
				))}
				<LegendKey colour={beyond} look="dotted" label={t("legend.beyond", { limit })} />
				{isOfHomes && <LegendKey colour={quiet} label={t("legend.notAttached")} />}
			</div>
		</>
	);
}

function CrowdKeys(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const [view] = useCityView();
	const bounds = useHexes(view)?.bounds ?? [];
	const { crowds, settled } = PALETTES[theme];
	const colours = rampOf(crowds, bounds.length + 1);
	return (
		<>
			<LegendHead title={t("legend.crowd")} unit={t("legend.crowdUnit")} />
			<div className="legend-row" data-testid="legend-classes">
				{crowdKeys(bounds).map((key, index) => (
					<LegendKey key={key.label} colour={colours[index] ?? ""} {...key} />
				))}
				<LegendKey colour={settled} label={t("legend.settled")} />
			</div>
		</>
	);
}

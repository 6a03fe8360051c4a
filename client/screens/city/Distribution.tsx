// How many residents are within how many minutes: the city, and the chosen unit.
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../app/preferences.tsx";
import { divisionsQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import type { Figure } from "../../data/useFigure.ts";
import { useHomeWalks } from "../../data/useHomeWalks.ts";
import { cumulativeShares, homesInside } from "./cumulativeShares.ts";

const Curve = lazy(() => import("./Curve.tsx"));

export function Distribution({ figure }: { figure: Figure }): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const [view] = useCityView();
	const walks = useHomeWalks(view, figure.hasWalks);
	const { data: divisions } = useQuery(divisionsQuery(view.level));
	const unit = divisions?.features.find(({ properties }) => properties.code === view.unit?.code);
	const whole = useMemo(() => (walks === null ? null : cumulativeShares(walks, null)), [walks]);
	const part = useMemo(
		() =>
			walks === null || unit === undefined
				? null
				: cumulativeShares(walks, homesInside(walks.residences, unit.geometry)),
		[walks, unit],
	);
	if (!figure.hasWalks) return null;
	const isMetres = figure.category.basis === "metres";
	return (
		<section className="distribution">
			<h3>
				{t(isMetres ? "distribution.straight" : "distribution.walk")}
				<span className="muted right keys">
					<i className="line whole" />
					{t("distribution.whole")}
					{unit !== undefined && (
						<>
							<i className="line part" />
							<span className="ellipsis">{unit.properties.name}</span>
						</>
					)}
				</span>
			</h3>
			<div className="curve" role="img" aria-label={t("distribution.walk")}>
				<Suspense fallback={null}>
					{whole !== null && (
						<Curve
							whole={whole}
							part={part}
							limit={figure.limit ?? 15}
							unitWord={t(isMetres ? "unit.metres" : "unit.minutesShort")}
							theme={theme}
						/>
					)}
				</Suspense>
			</div>
		</section>
	);
}

// The hexagon under the pointer: who lives there, how far half of them walk, and to what.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { boxAround } from "../../../planning/geo/box.ts";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { slotOf } from "../../data/figures/hexes.ts";
import { largestHome, medianHome } from "../../data/figures/placeFigures.ts";
import { useHexes } from "../../data/figures/useSurfaces.ts";
import { isWalked } from "../../data/figures/walkedHomes.ts";
import { formatCount } from "../../data/formats.ts";
import { facilitiesQuery, unitsQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { type CardGround, HoverCard } from "./HoverCard.tsx";
import { HoverLine } from "./HoverLine.tsx";

export function PlaceCard({ hex, ...ground }: CardGround & { readonly hex: number }): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	const { homes, figure } = useFigures();
	const hexes = useHexes(view)?.hexes ?? null;
	const slot = hexes === null ? -1 : slotOf(hexes, hex);
	const unitName = useUnitName();
	const nearest = useFacilityName();
	const farthestOf = useFarthestPart();
	if (hexes === null || slot < 0 || !isWalked(homes) || figure.limits === null) return null;
	const [people, beyond] = [hexes.people.people[slot] ?? 0, hexes.beyond[slot] ?? 0];
	const measure = hexes.measure[slot] ?? Number.NaN;
	const median = medianHome(hexes, slot, homes.farness);
	const facility = median === null ? null : nearest(median);
	const farthest = farthestOf(largestHome(hexes, slot, homes.people));
	return (
		<HoverCard {...ground} about={boxAround(hexes.grid.corners(hex), 0)} testId="place-hover">
			<h3>
				<span className="ellipsis">{unitName(largestHome(hexes, slot, homes.people))}</span>
				<span className="muted right">{t("place.width", { width: hexes.grid.widthM })}</span>
			</h3>
			<p className="hover-share">
				<b>
					{Number.isNaN(measure)
						? t(`place.over.${figure.limits.unit}`, { limit: figure.limits.most })
						: t(`place.measure.${figure.limits.unit}`, { measure: rounded(measure) })}
				</b>
				<span className="muted">{t("place.median")}</span>
			</p>
			<dl>
				<HoverLine
					name={t("hover.beyond", { who: t(`hover.who.${figure.who}`) })}
					value={`${formatCount(beyond)} / ${formatCount(people)}`}
				/>
				{facility !== null && <HoverLine name={t("place.nearest")} value={facility} />}
				{farthest !== null && <HoverLine name={t("place.farthest")} value={farthest} />}
			</dl>
			<p className="hover-hint">{t("place.open")}</p>
		</HoverCard>
	);
}

/** Up, so that nothing beyond a limit is shown as if it were within. */
function rounded(measure: number): string {
	return (Math.ceil(measure * 10 - 1e-4) / 10).toFixed(measure < 100 ? 1 : 0);
}

/** Name of the unit of the level that a home lies in. */
function useUnitName(): (home: number) => string {
	const { homes, cells, level, figure } = useFigures();
	const { data: units } = useQuery(unitsQuery(figure.key.snapshot));
	return (home) => {
		const { codes, ofCell } = cells?.levels[level] ?? { codes: [], ofCell: [] };
		const code = codes[ofCell[homes?.residences.cell[home] ?? -1] ?? -1];
		return units?.find((unit) => unit.kind === level && unit.code === code)?.name ?? "";
	};
}

/** Name of the facility that a home walks to; null where that is not one (composite), or is judged by a straight line. */
function useFacilityName(): (home: number) => string | null {
	const { homes, figure } = useFigures();
	const { data: facilities } = useQuery(facilitiesQuery(figure.key.snapshot));
	return (home) => {
		const times = homes?.times ?? null;
		if (times === null || figure.limits?.unit !== "minutes") return null;
		const id = times.meta.facilityIds[times.facility[home] ?? -1];
		return facilities?.find((facility) => facility.id === id)?.name ?? null;
	};
}

/** Of the composite: the service that is farthest from its limit; null for a category by itself. */
function useFarthestPart(): (home: number) => string | null {
	const language = useLanguage();
	const composite = useFigures().homes?.composite ?? null;
	return (home) => {
		if (composite === null) return null;
		const walks = composite.parts.map((part) => part[home] ?? 0);
		const [code = ""] = composite.meta.parts[walks.indexOf(Math.max(...walks))] ?? [];
		const category = categoryOf(code);
		return category === undefined ? null : categoryName(category, language);
	};
}

// The scene of a view: answers of the server turned into what the map draws.

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { COMPOSITE_PARTS } from "../../planning/coverage/figures/composite.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import { useBackgroundPart } from "../data/backgroundQueries.ts";
import { useBasis } from "../data/basis.ts";
import { useMarkedBorder } from "../data/borderStore.ts";
import type { CityView } from "../data/cityView.ts";
import { useFigures } from "../data/figures/FiguresContext.tsx";
import { useOpenFlag } from "../data/flagQueries.ts";
import { useHoveredUnit } from "../data/hoverStore.ts";
import { bordersQuery, divisionsQuery, facilitiesQuery, residencesQuery } from "../data/queries.ts";
import { useFigure } from "../data/useFigure.ts";
import { useRouteMarks } from "../data/useRouteMarks.ts";
import { dotsOf } from "../map/homeDots.ts";
import type { FacilityMark, MapScene, Shapes } from "../map/MapScene.ts";
import type { Theme } from "../map/palette.ts";
import { useHomeDots } from "./scene/useHomeDots.ts";
import { useLabels } from "./scene/useLabels.ts";
import { useHeatPicture, useHexSurface } from "./scene/useSurface.ts";
import { useUnitClasses } from "./scene/useUnitClasses.ts";

/** What the reader's own hand put on the map; the other side of a swipe has none of it. */
export type HandMarks = Pick<MapScene, "spot" | "measure" | "hoveredPlace">;

export function useMapScene(view: CityView, theme: Theme, marks: HandMarks): MapScene {
	const { snapshot } = useBasis();
	const { data: shapes } = useQuery(divisionsQuery(view.level, snapshot));
	const { data: district } = useQuery(divisionsQuery("district", snapshot));
	const { data: borders } = useQuery(bordersQuery(snapshot));
	const background = useBackgroundPart(theme);
	const shown = useMemo(() => withLevel(view), [view]);
	const { isStale } = useFigures();
	const { classes, classColours } = useUnitClasses(view, theme);
	const hexes = useHexSurface(view, theme);
	const heat = useHeatPicture(view, theme);
	const labels = useLabels(view.level);
	const facilities = useFacilityMarks(view);
	const { flagPlace, flagHomes } = useFlag(view);
	const homes = useHomeDots(view, theme);
	const hoveredCode = useHoveredUnit();
	const route = useRouteMarks(view);
	const commonBorder = useMarkedBorder();
	// made anew at every render: the map draws only those of its values that are others
	return {
		theme,
		background,
		reading: view.reading,
		shown,
		isStale,
		shapes: (shapes as Shapes | undefined) ?? null,
		classes,
		classColours,
		borders: borders ?? null,
		district: (district as Shapes | undefined) ?? null,
		labels,
		homes,
		hexes,
		heat,
		facilities,
		selectedCode: view.unit?.kind === view.level ? view.unit.code : null,
		hoveredCode,
		flagPlace,
		flagHomes,
		route,
		commonBorder,
		...marks,
	};
}

/** The borders of the level that is coloured are shown, also where they are switched off. */
function withLevel({ shown, level }: CityView): readonly string[] {
	return shown.includes(level) ? shown : [...shown, level];
}

/** Facilities of eight kinds at once are told apart from near only. */
const ALL_KINDS_FROM_ZOOM = 14;

function useFacilityMarks(view: CityView): readonly FacilityMark[] {
	const { category, isComposite } = useFigure(view);
	const { data: facilities } = useQuery(facilitiesQuery(useBasis().snapshot));
	const isNear = (view.camera?.zoom ?? 0) >= ALL_KINDS_FROM_ZOOM;
	return useMemo(() => {
		const codes = isComposite ? (isNear ? COMPOSITE_PARTS.flat() : []) : [category.code];
		return (facilities ?? [])
			.filter((facility) => codes.includes(facility.category))
			.map(({ id, name, lon, lat, category: code }) => {
				const domain = categoryOf(code)?.domain ?? category.domain;
				return { id, name, lon, lat, domain };
			});
	}, [facilities, category, isComposite, isNear]);
}

function useFlag(view: CityView): Pick<MapScene, "flagPlace" | "flagHomes"> {
	const isOpen = view.flagId !== null;
	const { data: flag } = useOpenFlag(view.flagId);
	const { data: residences } = useQuery({ ...residencesQuery(useBasis()), enabled: isOpen });
	return useMemo(() => {
		if (flag === undefined) return { flagPlace: null, flagHomes: null };
		const { at, place } = flag;
		if (residences === undefined) return { flagPlace: { at, place }, flagHomes: null };
		const wanted = new Set(flag.residenceIds);
		const indices = residences.ids.flatMap((id, i) => (wanted.has(id) ? i : []));
		return { flagPlace: { at, place }, flagHomes: dotsOf(residences, indices, 1) };
	}, [flag, residences]);
}

// The scene of a view: answers of the server turned into what the map draws.
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { useMarkedBorder } from "../data/borderStore.ts";
import type { CityView } from "../data/cityView.ts";
import { formatPct } from "../data/formats.ts";
import { useHoveredUnit } from "../data/hoverStore.ts";
import {
	bordersQuery,
	coverageQuery,
	divisionsQuery,
	facilitiesQuery,
	flagsQuery,
	residencesQuery,
	unitsQuery,
} from "../data/queries.ts";
import { useFigure } from "../data/useFigure.ts";
import { useHomeWalks } from "../data/useHomeWalks.ts";
import { useRouteMarks } from "../data/useRouteMarks.ts";
import { dotsOf, homeDots } from "../map/homeDots.ts";
import type { HomeDots, MapScene, Measure, Shapes } from "../map/MapScene.ts";
import type { Theme } from "../map/palette.ts";
import { shareClasses, shareClassOf } from "../map/shareClasses.ts";

export function useMapScene(
	view: CityView,
	theme: Theme,
	spot: LonLat | null,
	measure: Measure | null,
): MapScene {
	const { data: shapes } = useQuery(divisionsQuery(view.level));
	const { data: district } = useQuery(divisionsQuery("district"));
	const shown = useMemo(() => withLevel(view), [view]);
	const { data: borders } = useQuery(bordersQuery);
	const hoveredCode = useHoveredUnit();
	const { classes, shares, isStale } = useShareClasses(view);
	const labels = useLabels(view, shares);
	const facilities = useFacilityMarks(view);
	const { flagPlace, flagHomes } = useFlag(view);
	const homes = useHomeDots(view, theme);
	const route = useRouteMarks(view);
	const commonBorder = useMarkedBorder();
	return useMemo<MapScene>(
		() => ({
			theme,
			reading: view.reading,
			shown,
			isStale,
			shapes: (shapes as Shapes | undefined) ?? null,
			classes,
			borders: borders ?? null,
			district: (district as Shapes | undefined) ?? null,
			labels,
			homes,
			facilities,
			selectedCode: view.unit?.kind === view.level ? view.unit.code : null,
			hoveredCode,
			flagPlace,
			flagHomes,
			spot,
			measure,
			route,
			commonBorder,
		}),
		[
			theme,
			view,
			shown,
			isStale,
			shapes,
			classes,
			borders,
			district,
			labels,
			homes,
			facilities,
			hoveredCode,
			flagPlace,
			flagHomes,
			spot,
			measure,
			route,
			commonBorder,
		],
	);
}

/** The borders of the level that is coloured are shown, also where they are switched off. */
function withLevel({ shown, level }: CityView): readonly string[] {
	return shown.includes(level) ? shown : [...shown, level];
}

function useShareClasses(view: CityView) {
	const figure = useFigure(view);
	const { data, isPlaceholderData } = useQuery(coverageQuery(figure.key, view.level));
	const rows = useLast(data, view.level);
	const made = useMemo(() => {
		if (rows === undefined) return { classes: null, shares: new Map<string, number | null>() };
		const { boundsPct } = shareClasses(rows.map(({ pct }) => pct));
		const classes = new Map<string, number>();
		const shares = new Map<string, number | null>();
		for (const { unitCode, pct } of rows) {
			shares.set(unitCode, pct);
			if (pct !== null) classes.set(unitCode, shareClassOf(pct, boundsPct));
		}
		return { classes, shares };
	}, [rows]);
	return { ...made, isStale: isPlaceholderData || rows !== data };
}

/** A value, or the last one there was for the same subject while there is none. */
function useLast<T>(value: T | undefined, subject: string): T | undefined {
	const [last, setLast] = useState({ value, subject });
	const isNew = value !== undefined && (last.value !== value || last.subject !== subject);
	if (isNew) setLast({ value, subject });
	return value ?? (last.subject === subject ? last.value : undefined);
}

function useLabels(view: CityView, shares: ReadonlyMap<string, number | null>) {
	const { t } = useTranslation();
	const { data: units } = useQuery(unitsQuery);
	return useMemo(
		() =>
			(units ?? [])
				.filter(({ kind }) => kind === view.level)
				.map(({ code, name, labelLon, labelLat, residents }) => {
					const share = shares.get(code);
					const pct = share === undefined ? null : formatPct(share);
					const figure = share === null ? t("legend.noData") : pct === null ? "" : `${pct}%`;
					return {
						code,
						name: shortName(name),
						figure,
						lon: labelLon,
						lat: labelLat,
						weight: residents,
					};
				}),
		[units, view.level, shares, t],
	);
}

/** On the map a committee goes by its own name, without what every committee is called. */
function shortName(name: string): string {
	return name.replace(/(?<=..)(?:社区)?(?:居民委员会|居委会|村民委员会|村委会)$/, "");
}

function useFacilityMarks(view: CityView) {
	const { category } = useFigure(view);
	const { data: facilities } = useQuery(facilitiesQuery);
	return useMemo(
		() =>
			(facilities ?? [])
				.filter((facility) => facility.category === category.code)
				.map(({ id, name, lon, lat }) => ({ id, name, lon, lat, domain: category.domain })),
		[facilities, category],
	);
}

/** By place every residence has its colour; by unit they are quiet dots, when switched on. */
function useHomeDots(view: CityView, theme: Theme): HomeDots | null {
	const isByPlace = view.reading === "places";
	const walks = useHomeWalks(view, isByPlace || view.shown.includes("residences"));
	return useMemo(
		() =>
			walks === null ? null : homeDots(walks.residences, isByPlace ? walks.classes : null, theme),
		[walks, isByPlace, theme],
	);
}

function useFlag(view: CityView): Pick<MapScene, "flagPlace" | "flagHomes"> {
	const isOpen = view.flagId !== null;
	const { data: flags } = useQuery({ ...flagsQuery(view.profile), enabled: isOpen });
	const { data: residences } = useQuery({ ...residencesQuery(view.profile), enabled: isOpen });
	return useMemo(() => {
		const flag = isOpen ? flags?.find(({ id }) => id === view.flagId) : undefined;
		if (flag === undefined) return { flagPlace: null, flagHomes: null };
		const { at, place } = flag;
		if (residences === undefined) return { flagPlace: { at, place }, flagHomes: null };
		const wanted = new Set(flag.residenceIds);
		const indices = residences.ids.flatMap((id, i) => (wanted.has(id) ? i : []));
		return { flagPlace: { at, place }, flagHomes: dotsOf(residences, indices, 1) };
	}, [isOpen, flags, residences, view.flagId]);
}

// The map with its furniture: legend, tools, status, and the card of the unit under the pointer.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import type { CityInfo } from "../../planning/wire/api.ts";
import { hoverUnit } from "../data/hoverStore.ts";
import { useSpot } from "../data/spotStore.ts";
import { useCityView } from "../data/useCityView.ts";
import { useFigure } from "../data/useFigure.ts";
import { useHomeWalks } from "../data/useHomeWalks.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";
import type { MapHandle } from "../map/MapHandle.ts";
import { MapView, type Padding } from "../map/MapView.tsx";
import { StateNote } from "../ui/StateNote.tsx";
import { Legend } from "./Legend.tsx";
import { MapStatus } from "./MapStatus.tsx";
import { MapTools } from "./MapTools.tsx";
import { usePreferences } from "./preferences.tsx";
import { ResidenceCard } from "./ResidenceCard.tsx";
import { Shortcuts } from "./Shortcuts.tsx";
import { UnitHoverCard } from "./UnitHoverCard.tsx";
import { useMapScene } from "./useMapScene.ts";
import { useMeasure } from "./useMeasure.ts";

interface CityStageProps {
	readonly city: CityInfo & { readonly bbox: NonNullable<CityInfo["bbox"]> };
	onMap(handle: MapHandle): void;
}

export function CityStage({ city, onMap }: CityStageProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { theme } = usePreferences();
	const [view, change] = useCityView();
	const isTables = useLocation().pathname.startsWith("/tables");
	const spot = useSpot();
	const tool = useMeasure();
	const scene = useMapScene(view, theme, spot, tool.measure);
	const { category } = useFigure(view);
	const walks = useHomeWalks(view, view.reading === "places");
	const [map, setMap] = useState<MapLibreMap | null>(null);
	const padding = useMemo(() => paddingOf(isTables), [isTables]);
	return (
		<div
			className={`city-stage ${isTables ? "with-table" : ""} ${tool.isDrawing ? "measuring" : ""} ${scene.isStale ? "stale" : ""}`}
		>
			<MapView
				scene={scene}
				camera={view.camera}
				bbox={city.bbox}
				padding={padding}
				label={t("map.label", { city: city.name, category: categoryName(category, language) })}
				fallback={
					<StateNote icon="warning" words={t("state.noWebGl")} detail={t("state.noWebGlHow")} />
				}
				onReady={(handle, made) => {
					setMap(made);
					onMap(handle);
				}}
				onPick={(code) => {
					const isSame = code === null || code === view.unit?.code;
					change({ home: null, unit: isSame ? null : { kind: view.level, code } });
				}}
				onHover={hoverUnit}
				onResidence={(index) => change({ home: walks?.residences.ids[index] ?? null })}
				onClick={tool.addPoint}
				onDoubleClick={tool.finish}
				onCamera={(camera) => change({ camera }, { replace: true })}
			/>
			{map !== null && <MapTools tool={tool} />}
			{map !== null && <MapStatus map={map} city={city} />}
			{!isTables && <Legend />}
			{!isTables && view.home === null && <UnitHoverCard />}
			{isTables && view.home !== null && (
				<aside className="panel residence-float">
					<ResidenceCard id={view.home} />
				</aside>
			)}
			<Shortcuts tool={tool} />
		</div>
	);
}

/** As in narrow.css. */
const NARROW_PX = 760;
const SHEET_SHARE = 0.46;

/** What panels cover, so that a place is shown in what is free. */
function paddingOf(isTables: boolean): Padding {
	const width = window.innerWidth;
	if (isTables && width >= NARROW_PX) return { top: 24, right: 24, bottom: 32, left: 72 };
	if (isTables) return { top: 36, right: 8, bottom: 16, left: 56 };
	if (width < NARROW_PX)
		return {
			top: 80,
			right: 52,
			bottom: Math.round(SHEET_SHARE * window.innerHeight) + 60,
			left: 16,
		};
	return { top: 28, right: width < 1360 ? 386 : 440, bottom: 40, left: width < 1360 ? 300 : 320 };
}

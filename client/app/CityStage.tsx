// The map with its furniture: legend, tools, status, and the card of the unit under the pointer.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import type { CityInfo } from "../../planning/wire/api.ts";
import { type Figures, useFigures } from "../data/figures/FiguresContext.tsx";
import { SidesProvider } from "../data/figures/sides.ts";
import { useHoveredHex } from "../data/hoverStore.ts";
import { useSpot } from "../data/spotStore.ts";
import { useCityView } from "../data/useCityView.ts";
import { useFigure } from "../data/useFigure.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";
import { useSettled } from "../data/useSettled.ts";
import type { MapHandle } from "../map/MapHandle.ts";
import { MapView } from "../map/MapView.tsx";
import { StateNote } from "../ui/StateNote.tsx";
import type { CardGround } from "./hover/HoverCard.tsx";
import { PlaceCard } from "./hover/PlaceCard.tsx";
import { Legend } from "./Legend.tsx";
import { MapKeys } from "./MapKeys.tsx";
import { MapStatus } from "./MapStatus.tsx";
import { MapTools } from "./MapTools.tsx";
import { usePreferences } from "./preferences.tsx";
import { ResidenceCard } from "./ResidenceCard.tsx";
import { usePlaceMarks } from "./scene/usePlaceMarks.ts";
import { usePointer } from "./scene/usePointer.ts";
import { stagePadding } from "./stagePadding.ts";
import { SwipeLayer } from "./swipe/SwipeLayer.tsx";
import { useAgainst } from "./swipe/useAgainst.ts";
import { REST_MS, UnitHoverCard } from "./UnitHoverCard.tsx";
import { useMapScene } from "./useMapScene.ts";
import { useMeasure } from "./useMeasure.ts";
import { PRESENT_PATH } from "./workspaces.ts";

interface CityStageProps {
	readonly city: CityInfo & { readonly bbox: NonNullable<CityInfo["bbox"]> };
	onMap(handle: MapHandle): void;
}

export function CityStage(props: CityStageProps): ReactNode {
	const here = useFigures();
	const [other, setOther] = useState<Figures | null>(null);
	const there = useAgainst() === null ? null : other;
	const sides = useMemo(() => ({ here, there }), [here, there]);
	return (
		<SidesProvider value={sides}>
			<Stage {...props} onOther={setOther} />
		</SidesProvider>
	);
}

interface StageProps extends CityStageProps {
	/** Figures of the other side of a swipe, as they come. */
	onOther(figures: Figures | null): void;
}

function Stage({ city, onMap, onOther }: StageProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { theme } = usePreferences();
	const [view, change] = useCityView();
	const { pathname } = useLocation();
	const isTables = pathname.startsWith("/tables");
	const isPresenting = pathname === PRESENT_PATH;
	const spot = useSpot();
	const tool = useMeasure();
	const scene = useMapScene(view, theme, { spot, measure: tool.measure, ...usePlaceMarks(view) });
	const { category } = useFigure(view);
	const pointer = usePointer();
	const [map, setMap] = useState<MapLibreMap | null>(null);
	const padding = useMemo(() => stagePadding(pathname), [pathname]);
	useKeptCamera(isPresenting ? null : map);
	return (
		<div
			className={`city-stage ${isTables ? "with-table" : ""} ${tool.isDrawing ? "measuring" : ""} ${scene.isStale ? "stale" : ""}`}
		>
			<MapView
				scene={scene}
				camera={view.camera}
				bbox={city.bbox}
				padding={padding}
				// a speaker may move the map; the address keeps what was kept, as the panels left it
				{...(isPresenting ? { framing: stagePadding("/") } : {})}
				label={t("map.label", { city: city.name, category: categoryName(category, language) })}
				fallback={
					<StateNote icon="warning" words={t("state.noWebGl")} detail={t("state.noWebGlHow")} />
				}
				onReady={(handle, made) => {
					setMap(made);
					onMap(handle);
				}}
				{...pointer}
				onClick={tool.addPoint}
				onDoubleClick={tool.finish}
				onCamera={(camera) => isPresenting || change({ camera }, { replace: true })}
			/>
			{map !== null && !isPresenting && <MapTools tool={tool} />}
			{map !== null && <MapStatus map={map} city={city} />}
			{!isTables && <Legend />}
			{map !== null && (
				<SwipeLayer map={map} bbox={city.bbox} padding={padding} onFigures={onOther} />
			)}
			{!isTables && !isPresenting && view.home === null && <PointedCard {...{ map, padding }} />}
			{isTables && view.home !== null && (
				<aside className="panel residence-float">
					<ResidenceCard id={view.home} />
				</aside>
			)}
			{!isPresenting && <MapKeys tool={tool} />}
		</div>
	);
}

/** A link within the page may not say where to look: there where the map looks already. */
function useKeptCamera(map: MapLibreMap | null): void {
	const [{ camera }, change] = useCityView();
	const isUnsaid = camera === null;
	useEffect(() => {
		if (map === null || !isUnsaid) return;
		const { lng: lon, lat } = map.getCenter();
		change({ camera: { lon, lat, zoom: map.getZoom() } }, { replace: true });
	}, [map, isUnsaid, change]);
}

/** What is pointed at by place, else the unit that is pointed at or chosen. */
function PointedCard(ground: CardGround): ReactNode {
	const hex = useSettled(useHoveredHex(), REST_MS);
	return hex === null ? <UnitHoverCard {...ground} /> : <PlaceCard {...ground} hex={hex} />;
}

// The map of the other side of a swipe, cut off at the divider: same view, same camera, figures of its own basis.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { BasisProvider } from "../../data/basis.ts";
import { type Figures, FiguresProvider, useFigures } from "../../data/figures/FiguresContext.tsx";
import { useCityView } from "../../data/useCityView.ts";
import { keepTogether } from "../../map/keepTogether.ts";
import { MapView, type MapViewProps } from "../../map/MapView.tsx";
import { usePreferences } from "../preferences.tsx";
import { usePlaceMarks } from "../scene/usePlaceMarks.ts";
import { usePointer } from "../scene/usePointer.ts";
import { useMapScene } from "../useMapScene.ts";
import type { SwipeSource } from "./useAgainst.ts";

interface OtherSideProps extends Pick<MapViewProps, "bbox" | "padding"> {
	readonly source: SwipeSource;
	/** The map that is laid against it. */
	readonly map: MapLibreMap;
	/** What of the width it covers, 0–100. */
	readonly sharePct: number;
	onFigures(figures: Figures | null): void;
}

export function OtherSide({ source, ...props }: OtherSideProps): ReactNode {
	return (
		<BasisProvider value={source.basis}>
			<FiguresProvider>
				<OtherMap name={source.name} {...props} />
			</FiguresProvider>
		</BasisProvider>
	);
}

interface OtherMapProps extends Omit<OtherSideProps, "source"> {
	readonly name: string;
}

function OtherMap({ name, map, sharePct, onFigures, bbox, padding }: OtherMapProps): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const [view] = useCityView();
	const figures = useFigures();
	const scene = useMapScene(view, theme, { spot: null, measure: null, ...usePlaceMarks(view) });
	const pointer = usePointer();
	const [made, setMade] = useState<MapLibreMap | null>(null);
	useEffect(() => {
		onFigures(figures);
		return () => onFigures(null);
	}, [figures, onFigures]);
	useEffect(() => (made === null ? undefined : keepTogether(map, made)), [map, made]);
	return (
		<div
			className={`swipe-side ${scene.isStale ? "stale" : ""}`}
			style={{ clipPath: `inset(0 ${100 - sharePct}% 0 0)` }}
		>
			<MapView
				scene={scene}
				camera={view.camera}
				bbox={bbox}
				padding={padding}
				testId="map-against"
				label={t("swipe.mapLabel", { name })}
				fallback={null}
				onReady={(_, own) => setMade(own)}
				{...pointer}
				onClick={() => false}
				onDoubleClick={() => {}}
				onCamera={() => {}}
			/>
		</div>
	);
}

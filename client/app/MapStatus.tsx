// The corner that is always there: scale, coordinates under the pointer, where the data is from, what kind of map it is.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { metresPerDegree } from "../../planning/geo/ellipsoid.ts";
import type { CityInfo } from "../../planning/wire/api.ts";
import { useBackgroundPart } from "../data/backgroundQueries.ts";
import { formatDistance, formatLonLat } from "../data/formats.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { scaleBar } from "../map/scaleBar.ts";
import { usePreferences } from "./preferences.tsx";

const SCALE_MAX_PX = 84;

export function MapStatus({ map, city }: { map: MapLibreMap; city: CityInfo }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { attribution } = useBackgroundPart(usePreferences().theme);
	const metresPerPx = useMetresPerPx(map);
	const { lengthM, widthPx } = scaleBar(metresPerPx, SCALE_MAX_PX);
	const text = formatDistance(lengthM, language).replace(".00", "");
	return (
		<div className="map-status">
			<Coordinates map={map} />
			<span className="scale">
				<i style={{ width: widthPx }} aria-hidden="true" />
				{text}
			</span>
			{city.demonstration && <span>{t("header.sample")}</span>}
			<span>
				{city.mapReviewNumber === null
					? t("map.sketch")
					: t("map.reviewNumber", { number: city.mapReviewNumber })}
			</span>
			<span className="attribution">
				{["MapLibre", "deck.gl", city.demonstration ? "" : "© OpenStreetMap", attribution]
					.filter((words) => words !== "")
					.join(" · ")}
			</span>
		</div>
	);
}

/** Written straight into the page: the pointer moves too often for a render. */
function Coordinates({ map }: { map: MapLibreMap }): ReactNode {
	const { t } = useTranslation();
	const output = useRef<HTMLOutputElement>(null);
	useEffect(() => {
		const write = ({ lngLat }: { lngLat: { lng: number; lat: number } }) => {
			if (output.current !== null)
				output.current.textContent = formatLonLat(lngLat.lng, lngLat.lat);
		};
		map.on("mousemove", write);
		return () => {
			map.off("mousemove", write);
		};
	}, [map]);
	return (
		<output
			ref={output}
			className="coordinates"
			aria-label={t("map.coordinates")}
			data-testid="coordinates"
		/>
	);
}

function useMetresPerPx(map: MapLibreMap): number {
	const [metresPerPx, setMetresPerPx] = useState(() => metresPerPxOf(map));
	useEffect(() => {
		const measure = () => setMetresPerPx(metresPerPxOf(map));
		map.on("zoomend", measure);
		map.on("moveend", measure);
		return () => {
			map.off("zoomend", measure);
			map.off("moveend", measure);
		};
	}, [map]);
	return metresPerPx;
}

function metresPerPxOf(map: MapLibreMap): number {
	const degreesPerPx = 360 / (512 * 2 ** map.getZoom());
	return degreesPerPx * metresPerDegree(map.getCenter().lat).lonM;
}

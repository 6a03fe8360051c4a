// Residences as dots: near enough each has its colour by place; in other readings they are quiet, when switched on.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Box } from "../../../planning/geo/box.ts";
import type { CityView } from "../../data/cityView.ts";
import { cityQuery } from "../../data/queries.ts";
import { useHomeWalks } from "../../data/useHomeWalks.ts";
import { hexWidthM } from "../../map/hexSurface.ts";
import { homeDots, homesIn, nearBox } from "../../map/homeDots.ts";
import type { HomeDots } from "../../map/MapScene.ts";
import type { Theme } from "../../map/palette.ts";

export function useHomeDots({ reading, camera, shown }: CityView, theme: Theme): HomeDots | null {
	const { data: city } = useQuery(cityQuery);
	const isNear =
		city?.bbox != null && camera !== null && hexWidthM(camera.zoom, city.bbox) === null;
	const isColoured = reading === "places" && isNear;
	const isQuiet = reading !== "places" && shown.includes("residences");
	const walks = useHomeWalks(isColoured || isQuiet);
	const box = useNearBox(isNear ? camera : null);
	const residences = walks?.residences ?? null;
	const indices = useMemo(
		() => (residences === null ? null : homesIn(residences, box)),
		[residences, box],
	);
	return useMemo(() => {
		if (walks === null || indices === null) return null;
		return homeDots(walks.residences, isColoured ? walks.classes : null, theme, indices);
	}, [walks, indices, isColoured, theme]);
}

/** The same box until the camera has left its middle. */
function useNearBox(camera: CityView["camera"]): Box | null {
	const text = camera === null ? null : JSON.stringify(nearBox(camera.lon, camera.lat));
	return useMemo(() => (text === null ? null : (JSON.parse(text) as Box)), [text]);
}

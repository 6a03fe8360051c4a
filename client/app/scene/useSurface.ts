// Hexagons and heat as the map draws them.
import { useMemo } from "react";
import type { CityView } from "../../data/cityView.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { useDensity, useHexes } from "../../data/figures/useSurfaces.ts";
import { measured } from "../../data/measured.ts";
import { heatPixels } from "../../map/heatImage.ts";
import { beyondDots, crowdColours, minuteColours } from "../../map/hexSurface.ts";
import type { HeatPicture, HexSurface } from "../../map/MapScene.ts";
import type { Theme } from "../../map/palette.ts";
import { walkBands } from "../../map/walkClasses.ts";

export function useHexSurface(view: CityView, theme: Theme): HexSurface | null {
	const classed = useHexes(view);
	const { limits, limit } = useFigures().figure;
	return useMemo(() => {
		if (classed === null || limits === null || limit === null) return null;
		const { hexes, peak, bounds } = classed;
		const { grid, people, measure, beyond } = hexes;
		const places = { grid, hex: people.hex };
		return measured("jq:layers", () => {
			if (view.surface === "beyond")
				return { ...places, colours: crowdColours(beyond, bounds, theme), dots: null };
			const isMarked = (slot: number) => !((measure[slot] ?? Number.NaN) <= limit);
			return {
				...places,
				colours: minuteColours(measure, walkBands(limit, limits.unit), theme),
				dots: beyondDots(beyond, isMarked, peak),
			};
		});
	}, [classed, limits, limit, view.surface, theme]);
}

export function useHeatPicture(view: CityView, theme: Theme): HeatPicture | null {
	const classed = useDensity(view);
	return useMemo(() => {
		if (classed === null) return null;
		const { density, bounds } = classed;
		return measured("jq:layers", () => ({
			image: new ImageData(heatPixels(density, bounds, theme), density.columns, density.rows),
			box: density.box,
		}));
	}, [classed, theme]);
}

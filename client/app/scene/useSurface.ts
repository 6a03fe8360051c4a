// Hexagons and heat as the map draws them.
import { useMemo } from "react";
import type { CityView } from "../../data/cityView.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import type { Hexes } from "../../data/figures/hexes.ts";
import { useDensity, useHexes } from "../../data/figures/useSurfaces.ts";
import { measured } from "../../data/measured.ts";
import { heatPixels } from "../../map/heatImage.ts";
import {
	beyondDots,
	crowdColours,
	hexCentres,
	hexCorners,
	minuteColours,
} from "../../map/hexSurface.ts";
import type { HeatPicture, HexSurface } from "../../map/MapScene.ts";
import type { Theme } from "../../map/palette.ts";
import { walkBands } from "../../map/walkClasses.ts";

export function useHexSurface(view: CityView, theme: Theme): HexSurface | null {
	const classed = useHexes(view);
	const { limits, limit } = useFigures().figure;
	const places = usePlaces(classed?.hexes ?? null);
	return useMemo(() => {
		if (classed === null || places === null || limits === null || limit === null) return null;
		const { hexes, peak, bounds } = classed;
		return measured("jq:layers", () => {
			if (view.surface === "beyond")
				return { ...places, colours: crowdColours(hexes.beyond, bounds, theme), beyond: null };
			const isMarked = (slot: number) => !((hexes.measure[slot] ?? Number.NaN) <= limit);
			return {
				...places,
				colours: minuteColours(hexes.measure, walkBands(limit, limits.unit), theme),
				beyond: beyondDots(places.centres, hexes.beyond, {
					isMarked,
					peak,
					widthM: hexes.grid.widthM,
				}),
			};
		});
	}, [classed, places, limits, limit, view.surface, theme]);
}

/** Where hexagons stand: the same numbers as long as the same people live in the same lattice. */
function usePlaces(hexes: Hexes | null): Pick<HexSurface, "count" | "centres" | "corners"> | null {
	const [grid, people] = [hexes?.grid, hexes?.people];
	return useMemo(
		() =>
			grid === undefined || people === undefined
				? null
				: {
						count: people.hex.length,
						centres: hexCentres(grid, people.hex),
						corners: hexCorners(grid),
					},
		[grid, people],
	);
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

// Surfaces of the side that a component is on, with classes that both sides of a swipe share.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Density } from "../../../planning/coverage/figures/density.ts";
import { crowdBounds } from "../../map/crowdBounds.ts";
import { hexWidthM } from "../../map/hexSurface.ts";
import type { CityView } from "../cityView.ts";
import { cityQuery } from "../queries.ts";
import { densitiesOn, densityOf } from "./densities.ts";
import { useFigures } from "./FiguresContext.tsx";
import { type Hexes, hexesOf, hexLattice } from "./hexes.ts";
import { useSides } from "./sides.ts";

export interface HexClasses {
	readonly hexes: Hexes;
	/** Most people beyond in one hexagon of either side. */
	readonly peak: number;
	/** Classes of people beyond. */
	readonly bounds: readonly number[];
}

/** Hexagons of the reading by place; null in other readings, near enough to see residences, and until loaded. */
export function useHexes({ reading, camera }: CityView): HexClasses | null {
	const figures = useFigures();
	const { here, there } = useSides();
	const { data: city } = useQuery(cityQuery);
	const box = reading === "places" ? city?.bbox : null;
	const widthM = box && camera !== null ? hexWidthM(camera.zoom, box) : null;
	return useMemo(() => {
		if (!box || widthM === null) return null;
		const grid = hexLattice(box, widthM);
		const hexes = hexesOf(figures, grid);
		if (hexes === null) return null;
		const sides = [here, there].map((side) => (side === null ? null : hexesOf(side, grid)));
		const peak = Math.max(...sides.map((side) => side?.peak ?? 0));
		return { hexes, peak, bounds: crowdBounds(peak) };
	}, [box, widthM, figures, here, there]);
}

export interface DensityClasses {
	readonly density: Density;
	/** Classes of people per square kilometre. */
	readonly bounds: readonly number[];
}

/** Density of the people beyond; null in other readings and until loaded. */
export function useDensity({ reading }: CityView): DensityClasses | null {
	const figures = useFigures();
	const { here, there } = useSides();
	const { data: city } = useQuery(cityQuery);
	const box = reading === "heat" ? city?.bbox : null;
	return useMemo(() => {
		if (!box) return null;
		const grid = densitiesOn(box);
		const density = densityOf(figures, grid);
		if (density === null) return null;
		const sides = [here, there].map((side) => (side === null ? null : densityOf(side, grid)));
		return { density, bounds: crowdBounds(Math.max(...sides.map((side) => side?.max ?? 0))) };
	}, [box, figures, here, there]);
}

// The class and the colour of every unit, in the readings by unit.
import { useMemo } from "react";
import { classOf } from "../../../planning/coverage/figures/breaks.ts";
import type { CityView } from "../../data/cityView.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { usePriorities } from "../../data/figures/usePriorities.ts";
import { useShareBreaks } from "../../data/figures/useShareBreaks.ts";
import { measured } from "../../data/measured.ts";
import type { MapScene } from "../../map/MapScene.ts";
import { PALETTES, rampOf, type Theme } from "../../map/palette.ts";

export function useUnitClasses(
	{ reading }: CityView,
	theme: Theme,
): Pick<MapScene, "classes" | "classColours"> {
	const { rows } = useFigures();
	const { bounds } = useShareBreaks();
	const priorities = usePriorities(reading === "priority");
	return useMemo(() => {
		const { shares, priorities: priorityColours } = PALETTES[theme];
		if (reading === "priority")
			return { classes: priorities?.classes ?? null, classColours: priorityColours };
		const classColours = rampOf(shares, bounds.length + 1);
		if (reading !== "units" || rows === null) return { classes: null, classColours };
		const classes = measured("jq:layers", () => {
			const known = new Map<string, number>();
			for (const { code, pct } of rows) if (pct !== null) known.set(code, classOf(pct, bounds));
			return known;
		});
		return { classes, classColours };
	}, [reading, rows, bounds, priorities, theme]);
}

// 需求×覆盖 of the units on this side, by thirds that both sides of a swipe share.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
	type Priorities,
	type PriorityUnit,
	priorities,
} from "../../../planning/coverage/figures/priority.ts";
import { unitsQuery } from "../queries.ts";
import { type Figures, useFigures } from "./FiguresContext.tsx";
import { useSides } from "./sides.ts";

export interface SharedPriorities {
	/** Class of each unit of this side: need × 3 + lack; a unit without data is absent. */
	readonly classes: ReadonlyMap<string, number>;
	/** Units of this side in each of the nine. */
	readonly counts: readonly number[];
	readonly noDataCount: number;
	readonly needBounds: Priorities["needBounds"];
	readonly lackBounds: Priorities["lackBounds"];
}

/** Null until known, where they are not wanted, and for presence, which counts no people. */
export function usePriorities(isWanted = true): SharedPriorities | null {
	const figures = useFigures();
	const { here, there } = useSides();
	const other = figures === here ? there : here;
	const areas = useAreas(figures);
	const otherAreas = useAreas(other ?? figures);
	return useMemo(() => {
		if (!isWanted || figures.rows === null || !figures.figure.hasWalks || areas === null)
			return null;
		const own = unitsOf(figures, areas);
		const others = other === null || otherAreas === null ? [] : unitsOf(other, otherAreas);
		const { classes, needBounds, lackBounds } = priorities([...own, ...others]);
		const known = new Map<string, number>();
		const counts = new Array<number>(9).fill(0);
		own.forEach(({ code }, i) => {
			const index = classes[i] ?? null;
			if (index === null) return;
			known.set(code, index);
			counts[index] = (counts[index] ?? 0) + 1;
		});
		return { classes: known, counts, noDataCount: own.length - known.size, needBounds, lackBounds };
	}, [isWanted, figures, other, areas, otherAreas]);
}

function useAreas({ level, figure }: Figures): ReadonlyMap<string, number> | null {
	const { data: units } = useQuery(unitsQuery(figure.key.snapshot));
	return useMemo(
		() =>
			units === undefined
				? null
				: new Map(
						units
							.filter(({ kind }) => kind === level)
							.map(({ code, areaKm2 }) => [code, areaKm2] as const),
					),
		[units, level],
	);
}

function unitsOf({ rows }: Figures, areas: ReadonlyMap<string, number>): PriorityUnit[] {
	return (rows ?? []).map(({ code, total, pct }) => ({
		code,
		people: total,
		areaKm2: areas.get(code) ?? 0,
		pct,
	}));
}

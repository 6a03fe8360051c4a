// The classes of shares on the map: one ladder for both sides of a swipe.
import { useMemo } from "react";
import {
	type ClassBreaks,
	classBreaks,
	classOf,
} from "../../../planning/coverage/figures/breaks.ts";
import { useCityView } from "../useCityView.ts";
import type { Figures } from "./FiguresContext.tsx";
import { useSides } from "./sides.ts";

/** Presence has no ladder: a unit has one, or has none. */
const PRESENCE_BOUNDS = [50];

export interface SharedBreaks {
	readonly kind: ClassBreaks["kind"];
	readonly bounds: readonly number[];
	readonly here: ClassCounts;
	readonly there: ClassCounts | null;
}
export interface ClassCounts {
	/** Units in each class. */
	readonly counts: readonly number[];
	readonly noDataCount: number;
}

export function useShareBreaks(): SharedBreaks {
	const { here, there } = useSides();
	const [{ breaks }] = useCityView();
	return useMemo(() => {
		const [ours, theirs] = [sharesOf(here), there === null ? null : sharesOf(there)];
		const { kind, bounds } = here.figure.hasWalks
			? classBreaks([...ours, ...(theirs ?? [])], breaks)
			: { kind: breaks, bounds: PRESENCE_BOUNDS };
		return {
			kind,
			bounds,
			here: countsOf(ours, bounds),
			there: theirs === null ? null : countsOf(theirs, bounds),
		};
	}, [here, there, breaks]);
}

function sharesOf({ rows }: Figures): (number | null)[] {
	return (rows ?? []).map(({ pct }) => pct);
}

function countsOf(shares: readonly (number | null)[], bounds: readonly number[]): ClassCounts {
	const counts = new Array<number>(bounds.length + 1).fill(0);
	let noDataCount = 0;
	for (const share of shares) {
		if (share === null) noDataCount++;
		else {
			const index = classOf(share, bounds);
			counts[index] = (counts[index] ?? 0) + 1;
		}
	}
	return { counts, noDataCount };
}

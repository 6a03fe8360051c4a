// The residences of the open finding, one after another.
import { useOpenFlag } from "../data/flagQueries.ts";
import { useCityView } from "../data/useCityView.ts";

export interface NeighbourHomes {
	/** From 1; 0 when the residence is not of the finding. */
	readonly place: number;
	readonly count: number;
	step(by: 1 | -1): void;
}

export function useNeighbourHomes(id: string): NeighbourHomes {
	const [view, change] = useCityView();
	const ids = useOpenFlag(view.flagId).data?.residenceIds ?? [];
	const at = ids.indexOf(id);
	return {
		place: at + 1,
		count: at < 0 ? 0 : ids.length,
		step: (by) => {
			const next = ids[(at + by + ids.length) % ids.length];
			if (next !== undefined) change({ home: next }, { replace: true });
		},
	};
}

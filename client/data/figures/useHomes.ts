// Every home with how far it is from what is asked: from the columns of a run, without another question to the server.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Farness } from "../../../planning/coverage/figures/farness.ts";
import { type People, peopleOf } from "../../../planning/coverage/figures/people.ts";
import { compositeQuery, residencesQuery, timesQuery } from "../queries.ts";
import type { CompositeColumns, Residences, ResidenceTimes } from "../residenceColumns.ts";
import type { Figure } from "../useFigure.ts";
import { compositeFarness, timesFarness } from "./farnessOf.ts";

export interface Homes {
	readonly residences: Residences;
	readonly people: People;
	/** Null for presence. */
	readonly farness: Farness | null;
	/** Null for presence and for the composite. */
	readonly times: ResidenceTimes | null;
	readonly composite: CompositeColumns | null;
	/** Columns of an earlier question, while those of this one are on their way. */
	readonly isStale: boolean;
}

/** Null until loaded. */
export function useHomes({ key, who, limits, isComposite }: Figure): Homes | null {
	const residences = useQuery(residencesQuery(key));
	const times = useQuery({ ...timesQuery(key), enabled: limits !== null && !isComposite });
	const composite = useQuery({ ...compositeQuery(key), enabled: isComposite });
	const people = useMemo(
		() => (residences.data === undefined ? null : peopleOf(residences.data, who)),
		[residences.data, who],
	);
	// a query that is not asked keeps the answer of an earlier question for good
	const walks = isComposite ? composite : limits === null ? null : times;
	const isStale = residences.isPlaceholderData || walks?.isPlaceholderData === true;
	const farness = useMemo((): Farness | null => {
		if (residences.data === undefined || limits === null) return null;
		const walked = isComposite
			? composite.data && compositeFarness(residences.data, composite.data, limits)
			: times.data && timesFarness(residences.data, times.data, limits);
		// homes of one snapshot and walks of another do not go together
		return walked?.cost.length === residences.data.lon.length ? walked : null;
	}, [residences.data, times.data, composite.data, limits, isComposite]);
	return useMemo(() => {
		if (residences.data === undefined || people === null) return null;
		if (limits !== null && farness === null) return null;
		return {
			residences: residences.data,
			people,
			farness,
			times: isComposite ? null : (times.data ?? null),
			composite: isComposite ? (composite.data ?? null) : null,
			isStale,
		};
	}, [residences.data, people, farness, limits, isComposite, times.data, composite.data, isStale]);
}

// How the answers behind the figures stand: what went wrong, how far their analysis is, and how to ask again.
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { UnitKind } from "../../../planning/city/records.ts";
import { progressOf } from "../progressOf.ts";
import { compositeQuery, coverageQuery, residencesQuery, timesQuery } from "../queries.ts";
import type { Figure } from "../useFigure.ts";

export interface Asking {
	readonly error: Error | null;
	/** Of an analysis that has to be done first; null when none is waited for. */
	readonly progressPct: number | null;
	refetch(): Promise<unknown>;
}

const NOTHING = () => Promise.resolve();

export function useAsking(figure: Figure, level: UnitKind): Asking {
	const { key, isComposite, isStandard, limits } = figure;
	const queries: readonly UseQueryResult<unknown>[] = [
		useQuery({ ...coverageQuery(key, level), enabled: isStandard }),
		useQuery({ ...coverageQuery(key, "all"), enabled: isStandard }),
		useQuery({ ...residencesQuery(key), enabled: !isStandard }),
		useQuery({ ...timesQuery(key), enabled: !isStandard && limits !== null && !isComposite }),
		useQuery({ ...compositeQuery(key), enabled: isComposite }),
	];
	const broken = queries.find(({ error }) => error !== null);
	const error = broken?.error ?? null;
	const refetch = broken?.refetch ?? NOTHING;
	const progressPct = queries.map(progressOf).find((pct) => pct !== null) ?? null;
	return useMemo(() => ({ error, progressPct, refetch }), [error, progressPct, refetch]);
}

// What the person is looking at in the comparison: which kind of change is filtered, which change is chosen.
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { Change, Comparison } from "../../../../planning/wire/checking.ts";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { comparisonQuery, revisionOf } from "../../../data/uploadQueries.ts";

export type ChangeKind = keyof Comparison["counts"];

export interface CompareDesk {
	readonly comparison: UseQueryResult<Comparison>;
	readonly all: readonly Change[];
	/** Of the kind that is filtered. */
	readonly shown: readonly Change[];
	readonly kind: ChangeKind | null;
	/** Identity of the record whose change is chosen. */
	readonly chosen: string | null;
	/** Where the chosen change is. */
	readonly focus: LonLat | null;
	setKind(kind: ChangeKind | null): void;
	choose(id: string | null): void;
}

const NO_CHANGES: readonly Change[] = [];

/** Asked for when it is looked at. */
export function useCompareDesk(upload: Upload, isShown: boolean): CompareDesk {
	const comparison = useQuery({
		...comparisonQuery(upload.id, revisionOf(upload)),
		enabled: isShown && upload.report !== null && upload.work === null,
	});
	const [kind, setKind] = useState<ChangeKind | null>(null);
	const [chosen, choose] = useState<string | null>(null);
	const all = comparison.data?.changes ?? NO_CHANGES;
	const shown = useMemo(
		() => (kind === null ? all : all.filter(({ change }) => change === kind)),
		[all, kind],
	);
	const focus = useMemo(() => placeOf(all, chosen), [all, chosen]);
	return { comparison, all, shown, kind, chosen, focus, setKind, choose };
}

function placeOf(changes: readonly Change[], id: string | null): LonLat | null {
	const change = changes.find((one) => one.id === id);
	return change === undefined || change.lon === null || change.lat === null
		? null
		: [change.lon, change.lat];
}

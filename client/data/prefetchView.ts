// What a view will ask for, asked before it is shown.
import type { QueryClient } from "@tanstack/react-query";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import { limitsOf, subjectOf } from "../../planning/coverage/figures/subject.ts";
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import { standingOf } from "./basis.ts";
import type { CityView } from "./cityView.ts";
import {
	cellsQuery,
	compositeQuery,
	coverageQuery,
	divisionsQuery,
	residencesQuery,
	snapshotsQuery,
	summaryQuery,
	timesQuery,
	unitsQuery,
} from "./queries.ts";

/** Fills what is not there yet; a read that fails now is asked again when the view is shown. */
export function prefetchView(
	queries: QueryClient,
	view: CityView,
	all: readonly SnapshotEntry[],
): void {
	const { basis } = standingOf(all, view);
	const { snapshot } = basis;
	const subject = subjectOf(view.category);
	if (subject === undefined) return;
	const mode = subject.ownUnit === "yes" ? view.mode : "any";
	const key = { ...basis, category: view.category, mode };
	void queries.prefetchQuery(snapshotsQuery(view.profile));
	void queries.prefetchQuery(summaryQuery(basis));
	void queries.prefetchQuery(unitsQuery(snapshot));
	void queries.prefetchQuery(cellsQuery(snapshot));
	void queries.prefetchQuery(divisionsQuery(view.level, snapshot));
	void queries.prefetchQuery(residencesQuery(basis));
	if (view.category === COMPOSITE) void queries.prefetchQuery(compositeQuery(basis));
	else {
		void queries.prefetchQuery(coverageQuery(key, view.level));
		void queries.prefetchQuery(coverageQuery(key, "all"));
		if (limitsOf(subject) !== null) void queries.prefetchQuery(timesQuery(key));
	}
}

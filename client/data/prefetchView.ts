// What a view will ask for, asked before it is shown.
import type { QueryClient } from "@tanstack/react-query";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import { limitsOf, subjectOf } from "../../planning/coverage/figures/subject.ts";
import type { Category } from "../../planning/standards/catalogue.ts";
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import { standingOf } from "./basis.ts";
import type { CityView } from "./cityView.ts";
import {
	type Basis,
	cellsQuery,
	compositeQuery,
	coverageQuery,
	divisionsQuery,
	type FigureKey,
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
	prefetchFigures(queries, view, all);
	const { basis } = standingOf(all, view);
	const { snapshot } = basis;
	const subject = subjectOf(view.category);
	if (subject === undefined) return;
	void queries.prefetchQuery(snapshotsQuery(view.profile));
	void queries.prefetchQuery(cellsQuery(snapshot));
	void queries.prefetchQuery(divisionsQuery(view.level, snapshot));
	void queries.prefetchQuery(residencesQuery(basis));
	if (view.category === COMPOSITE) void queries.prefetchQuery(compositeQuery(basis));
	else if (limitsOf(subject) !== null)
		void queries.prefetchQuery(timesQuery(figureKey(view, subject, basis)));
}

/** What the first figures are made of, without the columns that make every other. */
export function prefetchFigures(
	queries: QueryClient,
	view: CityView,
	all: readonly SnapshotEntry[],
): void {
	const { basis } = standingOf(all, view);
	const subject = subjectOf(view.category);
	if (subject === undefined) return;
	if (view.category !== COMPOSITE) {
		const key = figureKey(view, subject, basis);
		void queries.prefetchQuery(coverageQuery(key, view.level));
		void queries.prefetchQuery(coverageQuery(key, "all"));
	}
	void queries.prefetchQuery(summaryQuery(basis));
	void queries.prefetchQuery(unitsQuery(basis.snapshot));
}

/** As the view will ask: 属地 only where the category has it. */
function figureKey({ category, mode }: CityView, { ownUnit }: Category, basis: Basis): FigureKey {
	return { ...basis, category, mode: ownUnit === "yes" ? mode : "any" };
}

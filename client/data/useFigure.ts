// The figure the screen is about: a category or the composite, a mode it can have, who is counted, within what limit.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import type { Who } from "../../planning/coverage/figures/people.ts";
import {
	limitsOf,
	type SubjectLimits,
	subjectOf,
} from "../../planning/coverage/figures/subject.ts";
import { CATEGORIES, type Category } from "../../planning/standards/catalogue.ts";
import { useBasis } from "./basis.ts";
import type { CityView } from "./cityView.ts";
import { useDraggedLimit } from "./limitStore.ts";
import { type FigureKey, summaryQuery } from "./queries.ts";

export interface Figure {
	readonly category: Category;
	readonly isComposite: boolean;
	readonly key: FigureKey;
	/** 属地 exists for this category in this run. */
	readonly hasOwn: boolean;
	readonly who: Who;
	/** Null for presence. */
	readonly limits: SubjectLimits | null;
	/** Asked for, in the unit of `limits`: the standard's unless another was chosen. Null for presence. */
	readonly limit: number | null;
	/** The limit is the standard's. */
	readonly isOwnLimit: boolean;
	/** What the server's own rows answer: everybody, within the standard's limit. Presence always is. */
	readonly isStandard: boolean;
	/** Presence has no walks, hence no residences to colour. */
	readonly hasWalks: boolean;
}

export function useFigure({ category: code, mode, who, limit }: CityView): Figure {
	const basis = useBasis();
	const { data: summary } = useQuery(summaryQuery(basis));
	const dragged = useDraggedLimit();
	const known = summary?.categories[code];
	const asked = dragged ?? limit;
	const category = (subjectOf(code) ?? CATEGORIES[0]) as Category;
	// the same while the slider is dragged, so that nothing is made anew that does not ask for the limit
	const limits = useMemo(() => limitsOf(category), [category]);
	return useMemo(() => {
		const hasOwn =
			known === undefined ? category.ownUnit === "yes" : known.coveredResidentsOwnUnit !== null;
		const hasWalks = category.basis !== "presence";
		const isComposite = category.code === COMPOSITE;
		const within = limits === null ? null : Math.min(asked ?? limits.own, limits.most);
		const isOwnLimit = within === (limits?.own ?? null);
		return {
			category,
			isComposite,
			hasOwn,
			who,
			limits,
			limit: within,
			isOwnLimit,
			isStandard: !hasWalks || (isOwnLimit && who === "all" && !isComposite),
			key: { ...basis, category: category.code, mode: hasOwn ? mode : "any" },
			hasWalks,
		};
	}, [category, limits, mode, who, asked, known, basis]);
}

// The figure the screen is about: a category, a mode it can have, a profile.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
	CATEGORIES,
	type Category,
	categoryOf,
	limitOf,
} from "../../planning/standards/catalogue.ts";
import type { CityView } from "./cityView.ts";
import { type FigureKey, summaryQuery } from "./queries.ts";

export interface Figure {
	readonly category: Category;
	readonly key: FigureKey;
	/** 属地 exists for this category in this run. */
	readonly hasOwn: boolean;
	readonly limit: number | null;
	/** Presence has no walks, hence no residences to colour. */
	readonly hasWalks: boolean;
}

export function useFigure({ category: code, mode, profile }: CityView): Figure {
	const { data: summary } = useQuery(summaryQuery(profile));
	const known = summary?.categories[code];
	return useMemo(() => {
		const category = (categoryOf(code) ?? CATEGORIES[0]) as Category;
		const hasOwn =
			known === undefined ? category.ownUnit === "yes" : known.coveredResidentsOwnUnit !== null;
		return {
			category,
			hasOwn,
			key: { category: category.code, mode: hasOwn ? mode : "any", profile },
			limit: known === undefined ? limitOf(category) : known.limit,
			hasWalks: category.basis !== "presence",
		};
	}, [code, mode, profile, known]);
}

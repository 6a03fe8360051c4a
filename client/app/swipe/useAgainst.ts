// What stands on the other side of the swipe. Today a snapshot; whatever has a basis and a name can stand there.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Standing, useScreenStanding } from "../../data/basis.ts";
import { formatDay } from "../../data/formats.ts";
import type { Basis } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useLanguage } from "../../data/useLanguage.ts";

export interface SwipeSource {
	readonly basis: Basis;
	/** 2025-12-31 v2 */
	readonly name: string;
}

export interface Swipe {
	readonly here: string;
	readonly there: SwipeSource;
}

/** Null without a swipe, and until it is known what there is. A side that is gone is told in place of the map. */
export function useAgainst(): Swipe | null {
	const { t } = useTranslation();
	const language = useLanguage();
	const [{ against }] = useCityView();
	const { all, shown, basis, isKnown } = useScreenStanding();
	const { profile } = basis;
	return useMemo(() => {
		if (against === null || !isKnown) return null;
		const nameOf = ({ asOf, number }: Standing["all"][number]) =>
			t("swipe.snapshot", { day: formatDay(asOf, language), number });
		const entry = all.find(({ hash }) => hash.startsWith(against));
		if (entry === undefined) return null;
		const there = { basis: { snapshot: entry.hash, profile }, name: nameOf(entry) };
		return { here: shown === null ? "" : nameOf(shown), there };
	}, [against, all, shown, isKnown, profile, t, language]);
}

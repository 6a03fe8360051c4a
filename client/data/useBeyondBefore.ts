// How many were beyond the limit in the version before the one that is shown.
import { useQuery } from "@tanstack/react-query";
import { useFigures } from "./figures/FiguresContext.tsx";
import { coverageQuery, historyQuery } from "./queries.ts";

export interface Before {
	/** Of the version. */
	readonly number: number;
	readonly people: number;
}

/** Null without an earlier version, and for questions that only this screen has asked. */
export function useBeyondBefore(): Before | null {
	const { figure, level } = useFigures();
	const { data: history } = useQuery({
		...historyQuery(figure.key, level),
		enabled: figure.isStandard,
	});
	const previous = history?.versions.at(-2);
	const snapshot = previous?.hash ?? null;
	const { data: rows, isPlaceholderData } = useQuery({
		...coverageQuery({ ...figure.key, snapshot }, "all"),
		enabled: figure.isStandard && snapshot !== null,
	});
	const [row] = rows ?? [];
	if (!figure.isStandard || isPlaceholderData || previous === undefined || row === undefined)
		return null;
	return { number: previous.number, people: row.total - row.covered };
}

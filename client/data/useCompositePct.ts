// The share of residents who reach all eight services within their limits, for the list of categories.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { pctOf } from "../../planning/coverage/coverageRows.ts";
import { compositeCost } from "../../planning/coverage/figures/composite.ts";
import { useBasis } from "./basis.ts";
import { useFigures } from "./figures/FiguresContext.tsx";
import { compositeQuery, residencesQuery } from "./queries.ts";

/** Per cent with two decimals; null until known. It is asked for after what the reader has chosen. */
export function useCompositePct(): number | null {
	const basis = useBasis();
	const { homes } = useFigures();
	const isWanted = homes !== null;
	const { data: residences } = useQuery({ ...residencesQuery(basis), enabled: isWanted });
	const { data: composite } = useQuery({ ...compositeQuery(basis), enabled: isWanted });
	return useMemo(() => {
		if (residences === undefined || composite === undefined) return null;
		const { residents } = residences;
		let [covered, total] = [0, 0];
		compositeCost(composite.parts).forEach((farthestPct, home) => {
			const people = residents[home] ?? 0;
			total += people;
			if (farthestPct <= 100) covered += people;
		});
		return pctOf(covered, total);
	}, [residences, composite]);
}

// 综合达标: how many people reach how many of the eight services, in the city and in the chosen unit.
import { type CSSProperties, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { COMPOSITE_PARTS, reachedParts } from "../../../planning/coverage/figures/composite.ts";
import { peopleIn } from "../../../planning/coverage/figures/homeUnits.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatPct } from "../../data/formats.ts";
import { reachedShares } from "./reachedShares.ts";
import { useChosenUnit, useHomeUnits } from "./useChosenUnit.ts";

const PARTS = COMPOSITE_PARTS.length;

export function ReachedChart(): ReactNode {
	const { t } = useTranslation();
	const chosen = useChosenUnit();
	const { whole, part } = useReachedShares(chosen?.index ?? null);
	if (whole === null) return null;
	const counts = Array.from({ length: PARTS + 1 }, (_, missed) => PARTS - missed);
	return (
		<table className="reached" data-testid="reached">
			<caption className="unseen">{t("distribution.reached")}</caption>
			<thead>
				<tr>
					<th scope="col" className="unseen">
						{t("distribution.reachedCount")}
					</th>
					<th scope="col" className="unseen">
						{t("distribution.whole")}
					</th>
					{part !== null && (
						<th scope="col" className="unseen">
							{chosen?.name}
						</th>
					)}
				</tr>
			</thead>
			<tbody>
				{counts.map((count) => (
					<tr key={count} className={count === PARTS ? "all" : ""}>
						<th scope="row">{count}</th>
						<Bar pct={whole[count] ?? 0} of="whole" />
						{part !== null && <Bar pct={part[count] ?? 0} of="part" />}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Bar({ pct, of }: { pct: number; of: "whole" | "part" }): ReactNode {
	return (
		<td className={of} style={{ "--fraction": pct / 100 } as CSSProperties}>
			<span>{formatPct(pct)}</span>
		</td>
	);
}

function useReachedShares(index: number | null) {
	const { figure, homes } = useFigures();
	const units = useHomeUnits();
	const { limit } = figure;
	const parts = homes?.composite?.parts;
	const people = homes?.people;
	const reached = useMemo(
		() => (parts === undefined || limit === null ? null : reachedParts(parts, limit)),
		[parts, limit],
	);
	const ours = useMemo(
		() =>
			people === undefined || units === null || index === null
				? null
				: peopleIn(people, units.unitOf, index),
		[people, units, index],
	);
	return useMemo(() => {
		const sharesOf = (count: Uint32Array | undefined) =>
			reached === null || count === undefined ? null : reachedShares(reached, count, PARTS);
		return { whole: sharesOf(people?.count), part: sharesOf(ours?.count) };
	}, [reached, people, ours]);
}

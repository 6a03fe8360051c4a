// The share of people within each walk: the city, the chosen unit, and all others of the level behind them.
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type WalkCurve, walkCurve } from "../../../planning/coverage/figures/walkCurve.ts";
import { ChartFrame, type ChartTable } from "../../app/chart/ChartFrame.tsx";
import { walkOption } from "../../app/chart/chartOptions.ts";
import { curveSpread } from "../../app/chart/curveSpread.ts";
import { usePreferences } from "../../app/preferences.tsx";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { useChosenUnit, useHomeUnits } from "./useChosenUnit.ts";

export function WalkChart(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const { figure, homes } = useFigures();
	const units = useHomeUnits();
	const chosen = useChosenUnit();
	const names = [t("distribution.whole"), chosen?.name ?? ""] as const;
	const [wholeName, unitName] = names;
	const unit = figure.limits?.unit ?? "minutes";
	const unitWord = t(`limit.unit.${unit}`);
	// the figures come first, the curve follows
	const { farness = null, people = null } = useDeferredValue(homes) ?? {};
	const curve = useMemo(
		() =>
			farness === null || people === null || units?.unitOf.length !== farness.cost.length
				? null
				: walkCurve(farness, people, units),
		[farness, people, units],
	);
	const spread = useMemo(() => (curve === null ? null : curveSpread(curve)), [curve]);
	const index = chosen?.index ?? null;
	const option = useMemo(
		() =>
			curve === null || spread === null
				? null
				: walkOption({
						theme,
						unitWord,
						spread,
						at: curve.at,
						end: curve.at.at(-1) ?? 0,
						lines: linesOf(curve, index).map((line, i) => ({
							name: i === 0 ? wholeName : unitName,
							points: curve.at.map((walk, step) => [walk, line[step] ?? 0] as const),
						})),
					}),
		[curve, spread, index, theme, unitWord, wholeName, unitName],
	);
	const isMetres = unit === "metres";
	const title = t(isMetres ? "distribution.straight" : "distribution.walk");
	const end = curve?.at.at(-1) ?? null;
	return (
		<ChartFrame
			title={title}
			option={option}
			table={curve === null ? null : tableOf(curve, index, { names, title, unitWord, isMetres })}
			limitFraction={end === null || figure.limit === null ? null : figure.limit / end}
		/>
	);
}

/** The city's, then the chosen unit's where it has one. */
function linesOf({ whole, units }: WalkCurve, index: number | null): Float64Array[] {
	const part = index === null ? null : (units[index] ?? null);
	return [whole, part].filter((line) => line !== null);
}

interface TableWords {
	readonly names: readonly [whole: string, unit: string];
	readonly title: string;
	readonly unitWord: string;
	readonly isMetres: boolean;
}

/** Every five minutes, or every fifth of a radius that can be asked. */
function tableOf(
	curve: WalkCurve,
	index: number | null,
	{ names, title, unitWord, isMetres }: TableWords,
): ChartTable {
	const last = curve.at.length - 1;
	const every = last / (isMetres ? 5 : 6);
	const part = index === null ? undefined : (curve.units[index] ?? null);
	const columns = part === undefined ? [curve.whole] : [curve.whole, part];
	const steps = Array.from({ length: last / every }, (_, i) => (i + 1) * every);
	return {
		head: [title, ...names.slice(0, columns.length)],
		rows: steps.map((step) => ({
			at: `≤ ${Math.round(curve.at[step] ?? 0)} ${unitWord}`,
			pct: columns.map((line) => line?.[step] ?? null),
		})),
	};
}

// The figures of the view, made once for everything that shows them: map, legend, cards, ranking, tables.
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import type { UnitKind } from "../../../planning/city/records.ts";
import {
	cellSums,
	type UnitFigure,
	unitFigures,
	wholeFigure,
} from "../../../planning/coverage/figures/unitFigures.ts";
import type { Cells } from "../../../planning/wire/figuresApi.ts";
import { type CoverageRow, cellsQuery, coverageQuery, unitsQuery } from "../queries.ts";
import { useCityView } from "../useCityView.ts";
import { type Figure, useFigure } from "../useFigure.ts";
import { measureReady } from "./timing.ts";
import { type Asking, useAsking } from "./useAsking.ts";
import { type Homes, useHomes } from "./useHomes.ts";

export interface UnitFigureRow extends UnitFigure {
	readonly name: string;
}

export interface Figures {
	readonly figure: Figure;
	readonly level: UnitKind;
	/** A row per unit of the level; null until known. */
	readonly rows: readonly UnitFigureRow[] | null;
	readonly whole: UnitFigure | null;
	/** Presence counts units, everything else people. */
	readonly denominator: "residents" | "units";
	/** Everything that any limit is answered from; null until loaded. */
	readonly homes: Homes | null;
	readonly cells: Cells | null;
	/** Figures of an earlier question, while those of this one are on their way. */
	readonly isStale: boolean;
	/** How the answers behind them stand. */
	readonly asking: Asking;
}

const FiguresContext = createContext<Figures | null>(null);

export function useFigures(): Figures {
	const figures = useContext(FiguresContext);
	if (figures === null) throw new Error("useFigures outside FiguresProvider.");
	return figures;
}

/** Figures of the address' view on the basis of this side of the screen. */
export function FiguresProvider({ children }: { readonly children: ReactNode }): ReactNode {
	const [view] = useCityView();
	const figure = useFigure(view);
	const figures = useFiguresOf(figure, view.level);
	const isReady = figures.rows !== null && figures.whole !== null && !figures.isStale;
	useEffect(() => {
		if (isReady) measureReady();
	});
	return <FiguresContext value={figures}>{children}</FiguresContext>;
}

/**
 * The standard's own question is answered by the server's rows at once; whatever else is asked, and the same again, by
 * the columns as soon as they are here. Both come from the same functions.
 */
function useFiguresOf(figure: Figure, level: UnitKind): Figures {
	const { isStandard } = figure;
	const asking = useAsking(figure, level);
	const homes = useHomes(figure);
	const { data: cells = null } = useQuery(cellsQuery(figure.key.snapshot));
	const { data: units } = useQuery(unitsQuery(figure.key.snapshot));
	const served = useQuery({ ...coverageQuery(figure.key, level), enabled: isStandard });
	const servedWhole = useQuery({ ...coverageQuery(figure.key, "all"), enabled: isStandard });
	const names = useMemo(
		() =>
			new Map(
				(units ?? []).filter(({ kind }) => kind === level).map(({ code, name }) => [code, name]),
			),
		[units, level],
	);
	const counted = useMemo(
		() => countedFigures(figure, level, homes, cells),
		[figure, level, homes, cells],
	);
	const given = isStandard ? served.data : undefined;
	// rows that have come are better than columns of an earlier question
	const isGiven = given !== undefined && !served.isPlaceholderData && homes?.isStale === true;
	const fromHomes = isGiven ? null : counted;
	const rows = useMemo(() => {
		const figures = fromHomes?.rows ?? given?.map(figureOfRow) ?? null;
		return figures?.map((row) => ({ ...row, name: names.get(row.code) ?? row.code })) ?? null;
	}, [fromHomes, given, names]);
	const whole = fromHomes?.whole ?? (isStandard ? wholeOf(servedWhole.data) : null);
	const isStale = fromHomes === null ? served.isPlaceholderData : (homes?.isStale ?? false);
	return useMemo(
		() => ({
			figure,
			level,
			rows,
			whole,
			denominator: figure.hasWalks ? "residents" : "units",
			homes,
			cells,
			isStale,
			asking,
		}),
		[figure, level, rows, whole, homes, cells, isStale, asking],
	);
}

function countedFigures(
	{ limit }: Figure,
	level: UnitKind,
	homes: Homes | null,
	cells: Cells | null,
): { rows: readonly UnitFigure[]; whole: UnitFigure } | null {
	if (homes?.farness == null || cells === null || limit === null) return null;
	const { residences, farness, people } = homes;
	const sums = cellSums(farness, residences, people, { limit, cellCount: cells.cellCount });
	const { codes, ofCell } = cells.levels[level];
	return {
		rows: unitFigures(sums, { codes, ofCell: Int32Array.from(ofCell) }),
		whole: wholeFigure(sums),
	};
}

function figureOfRow({ unitCode, total, covered, pct, notAttached }: CoverageRow): UnitFigure {
	return { code: unitCode, total, covered, pct, notAttached };
}

function wholeOf(rows: readonly CoverageRow[] | undefined): UnitFigure | null {
	const [row] = rows ?? [];
	return row === undefined ? null : { ...figureOfRow(row), code: "" };
}

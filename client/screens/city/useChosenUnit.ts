// The unit that is chosen, where it is one of the level that is looked at, and which homes lie in which unit.
import { useMemo } from "react";
import { homeUnits } from "../../../planning/coverage/figures/homeUnits.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { useCityView } from "../../data/useCityView.ts";

export interface ChosenUnit {
	readonly code: string;
	readonly name: string;
	/** Among the units of the level; as `useHomeUnits` counts. */
	readonly index: number;
}

export function useChosenUnit(): ChosenUnit | null {
	const { rows, level, cells } = useFigures();
	const [{ unit }] = useCityView();
	const code = unit?.kind === level ? unit.code : undefined;
	return useMemo(() => {
		const index = cells?.levels[level].codes.indexOf(code ?? "") ?? -1;
		if (code === undefined || index < 0) return null;
		return { code, name: rows?.find((row) => row.code === code)?.name ?? code, index };
	}, [rows, level, cells, code]);
}

export interface HomeUnits {
	/** Index of each home's unit; −1 for none. */
	readonly unitOf: Int32Array;
	readonly unitCount: number;
}

/** Null until known. */
export function useHomeUnits(): HomeUnits | null {
	const { homes, cells, level } = useFigures();
	const residences = homes?.residences;
	return useMemo(() => {
		if (residences === undefined || cells === null) return null;
		const { codes, ofCell } = cells.levels[level];
		return {
			unitOf: homeUnits(residences, { ofCell: Int32Array.from(ofCell) }),
			unitCount: codes.length,
		};
	}, [residences, cells, level]);
}

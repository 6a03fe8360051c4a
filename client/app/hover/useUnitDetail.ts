// What a card tells of a unit beyond its share: elders beyond, homes without a street, the category it lacks most.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { homeUnits } from "../../../planning/coverage/figures/homeUnits.ts";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import { type Figures, useFigures } from "../../data/figures/FiguresContext.tsx";
import { type UnitDetail, unitDetail } from "../../data/figures/placeFigures.ts";
import { isWalked } from "../../data/figures/walkedHomes.ts";
import { lastAnswer } from "../../data/lastAnswer.ts";
import { matrixQuery } from "../../data/queries.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";

const unitsOfHomes = lastAnswer((cell: Int32Array, ofCell: readonly number[]) =>
	homeUnits({ cell }, { ofCell: Int32Array.from(ofCell) }),
);

/** Null for presence, and until the homes are here. */
export function useUnitDetail(code: string | null): UnitDetail | null {
	const { homes, cells, level, figure } = useFigures();
	const { limit } = figure;
	return useMemo(() => {
		if (code === null || !isWalked(homes) || cells === null || limit === null) return null;
		const { codes, ofCell } = cells.levels[level];
		const unit = codes.indexOf(code);
		return unit < 0
			? null
			: unitDetail(homes, unitsOfHomes(homes.residences.cell, ofCell), { unit, limit });
	}, [code, homes, cells, level, limit]);
}

export interface ShortBoard {
	readonly name: string;
	readonly pct: number;
}

/** 短板类别: of the categories that are walked to, the one with the lowest share; null until known. */
export function useShortBoard(code: string | null): ShortBoard | null {
	const { figure, level }: Figures = useFigures();
	const language = useLanguage();
	const { key } = figure;
	const { data: matrix } = useQuery({
		...matrixQuery({ snapshot: key.snapshot, profile: key.profile }, key.mode, level),
		enabled: code !== null,
	});
	return useMemo(() => {
		const row = matrix?.pct[matrix.units.indexOf(code ?? "")] ?? [];
		let lowest: ShortBoard | null = null;
		row.forEach((pct, i) => {
			const category = categoryOf(matrix?.categories[i] ?? "");
			if (pct === null || category === undefined || category.basis === "presence") return;
			if (lowest === null || pct < lowest.pct)
				lowest = { name: categoryName(category, language), pct };
		});
		return lowest;
	}, [matrix, code, language]);
}

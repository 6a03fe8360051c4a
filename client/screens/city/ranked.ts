// The order of a ranking. Places always follow the coverage, whatever the rows are sorted by or narrowed to; no data
// comes last. Pure.
import type { UnitFigureRow } from "../../data/figures/FiguresContext.tsx";

export interface RankingOrder {
	readonly by: "pct" | "beyond" | "name";
	readonly isUp: boolean;
}
export interface RankingFilter {
	/** Part of a name, or the beginning of a code; "" for all. */
	readonly text: string;
	/** Only units below this share; null for all. */
	readonly belowPct: number | null;
}
export interface RankedRow {
	readonly row: UnitFigureRow;
	/** 1 is the best covered; equal shares share a place; null without data. */
	readonly place: number | null;
}

const names = new Intl.Collator("zh-CN");

export function ranked(rows: readonly UnitFigureRow[], { by, isUp }: RankingOrder): RankedRow[] {
	const shares = rows.flatMap(({ pct }) => pct ?? []).sort((a, b) => b - a);
	const placeOf = new Map<number, number>();
	shares.forEach((share, i) => {
		if (!placeOf.has(share)) placeOf.set(share, i + 1);
	});
	const byWanted = (a: UnitFigureRow, b: UnitFigureRow) => {
		if (by === "name") return names.compare(a.name, b.name);
		if (by === "beyond") return a.total - a.covered - (b.total - b.covered);
		return (a.pct ?? 0) - (b.pct ?? 0);
	};
	return rows
		.map((row) => ({ row, place: row.pct === null ? null : (placeOf.get(row.pct) ?? null) }))
		.sort(({ row: a }, { row: b }) => {
			const hasData = Number(b.pct !== null) - Number(a.pct !== null);
			return hasData || (isUp ? 1 : -1) * byWanted(a, b) || (a.code < b.code ? -1 : 1);
		});
}

/** The rows that are asked for, in their order and with their places. */
export function narrowed(rows: readonly RankedRow[], filter: RankingFilter): readonly RankedRow[] {
	const text = filter.text.trim();
	const { belowPct } = filter;
	if (text === "" && belowPct === null) return rows;
	return rows.filter(({ row: { name, code, pct } }) => {
		const isNamed = name.includes(text) || code.startsWith(text);
		return isNamed && (belowPct === null || (pct !== null && pct < belowPct));
	});
}

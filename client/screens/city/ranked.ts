// The order of a ranking. Places always follow the coverage, whatever the rows are sorted by; no data comes last.
import type { CoverageRow } from "../../data/queries.ts";

export interface RankingOrder {
	readonly by: "pct" | "beyond" | "name";
	readonly isUp: boolean;
}
export interface RankedRow {
	readonly row: CoverageRow;
	/** 1 is the best covered; equal shares share a place; null without data. */
	readonly place: number | null;
}

export function ranked(rows: readonly CoverageRow[], { by, isUp }: RankingOrder): RankedRow[] {
	const shares = rows.flatMap(({ pct }) => pct ?? []).sort((a, b) => b - a);
	const placeOf = new Map<number, number>();
	shares.forEach((share, i) => {
		if (!placeOf.has(share)) placeOf.set(share, i + 1);
	});
	const byWanted = (a: CoverageRow, b: CoverageRow) => {
		if (by === "name") return a.unitName.localeCompare(b.unitName, "zh-CN");
		if (by === "beyond") return a.total - a.covered - (b.total - b.covered);
		return (a.pct ?? 0) - (b.pct ?? 0);
	};
	return rows
		.map((row) => ({ row, place: row.pct === null ? null : (placeOf.get(row.pct) ?? null) }))
		.sort(({ row: a }, { row: b }) => {
			const hasData = Number(b.pct !== null) - Number(a.pct !== null);
			return hasData || (isUp ? 1 : -1) * byWanted(a, b) || (a.unitCode < b.unitCode ? -1 : 1);
		});
}

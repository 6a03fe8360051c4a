// What a matrix is drawn from: the server's matrix of the level and its units, and whether they are here yet.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Matrix } from "../../../planning/wire/figuresApi.ts";
import { useBasis } from "../../data/basis.ts";
import type { CityView } from "../../data/cityView.ts";
import { progressOf } from "../../data/progressOf.ts";
import { matrixQuery, unitsQuery } from "../../data/queries.ts";
import { type MatrixRow, matrixRows } from "./matrixModel.ts";

export interface MatrixAnswer {
	/** Null until loaded. */
	readonly matrix: Matrix | null;
	readonly rows: readonly MatrixRow[];
	/** Of an analysis that is still running. */
	readonly progressPct: number | null;
	/** The answer of an earlier question is shown. */
	readonly isStale: boolean;
	readonly failed: { readonly error: Error | null; refetch(): Promise<unknown> } | null;
}

export function useMatrix({ level }: Pick<CityView, "level">, mode: "any" | "own"): MatrixAnswer {
	const basis = useBasis();
	const matrix = useQuery(matrixQuery(basis, mode, level));
	const units = useQuery(unitsQuery(basis.snapshot));
	const rows = useMemo(
		() =>
			matrix.data === undefined || units.data === undefined
				? []
				: matrixRows(matrix.data, units.data, level),
		[matrix.data, units.data, level],
	);
	const failed = [matrix, units].find(({ error, data }) => error !== null && data === undefined);
	return {
		matrix: units.data === undefined ? null : (matrix.data ?? null),
		rows,
		progressPct: progressOf(matrix),
		isStale: matrix.isPlaceholderData,
		failed: failed ?? null,
	};
}

// Where a key leads in a grid, the pattern of keyboard use that screen readers announce for `grid`; and which rows exist.

/** Row -1 is the head, column -1 the names of the rows. */
export interface GridPlace {
	readonly row: number;
	readonly column: number;
}
export interface GridSize {
	readonly rows: number;
	readonly columns: number;
	/** Rows that are seen at once. */
	readonly page: number;
}

/** The next place; null where the key does not move. */
export function gridMove(
	key: string,
	isFar: boolean,
	{ row, column }: GridPlace,
	{ rows, columns, page }: GridSize,
): GridPlace | null {
	const to = (nextRow: number, nextColumn: number): GridPlace => ({
		row: Math.min(rows - 1, Math.max(-1, nextRow)),
		column: Math.min(columns - 1, Math.max(-1, nextColumn)),
	});
	switch (key) {
		case "ArrowDown":
			return to(row + 1, column);
		case "ArrowUp":
			return to(row - 1, column);
		case "ArrowRight":
			return to(row, column + 1);
		case "ArrowLeft":
			return to(row, column - 1);
		case "PageDown":
			return to(row + page, column);
		case "PageUp":
			return to(row - page, column);
		case "Home":
			return to(isFar ? -1 : row, -1);
		case "End":
			return to(isFar ? rows - 1 : row, columns - 1);
		default:
			return null;
	}
}

/** Rows from `first` up to but not with `last`, and the one of the place, which must not go while the focus is in it. */
export function rowsToDraw(first: number, last: number, placeRow: number): number[] {
	const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
	if (placeRow < 0 || (placeRow >= first && placeRow < last)) return rows;
	return placeRow < first ? [placeRow, ...rows] : [...rows, placeRow];
}

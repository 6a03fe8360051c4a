// Where a grid's keyboard is: the focus goes to its place in the drawing that shows it, and the place goes where the focus went.
import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { GridPlace } from "./gridMoves.ts";

interface GridFocus {
	/** The place as it was last told; a shorter grid may not have it any more. */
	readonly place: GridPlace;
	/** Set the place, and the focus with it. */
	moveTo(place: GridPlace): void;
	readonly handlers: {
		onFocus(event: FocusEvent): void;
		onBlur(event: FocusEvent): void;
	};
}

/** The cell of the place carries `data-at`; rows carry `aria-rowindex`, 1 that of the head. */
export function useGridFocus(grid: RefObject<HTMLElement | null>): GridFocus {
	const [place, setPlace] = useState<GridPlace>({ row: 0, column: -1 });
	const wanted = useRef<GridPlace>(null);
	const isInside = useRef(false);
	const follow = (cell: Element) => setPlace((now) => placeOf(cell, now));
	// A layout effect: one that waits for the painter may run between a key and its drawing, and focus what was there before.
	useLayoutEffect(() => {
		const focused = document.activeElement;
		const isMoved = wanted.current === place;
		const isLost = isInside.current && focused === document.body;
		if (isMoved || isLost) {
			wanted.current = null;
			grid.current?.querySelector<HTMLElement>("[data-at]")?.focus({ preventScroll: true });
		} else if (isInside.current && focused?.hasAttribute("data-at") === false) {
			follow(focused); // its row came to stand elsewhere
		}
	});
	return {
		place,
		moveTo: (next) => {
			wanted.current = next;
			setPlace(next);
		},
		handlers: {
			onFocus: ({ target }) => {
				isInside.current = true;
				follow(target);
			},
			onBlur: ({ target }) => {
				if (target.isConnected) isInside.current = false; // else it was taken away
			},
		},
	};
}

/** Of a control in a cell; the same value where it is the same place. */
function placeOf(control: Element, now: GridPlace): GridPlace {
	const cell = control.closest<HTMLTableCellElement>("th, td");
	const rowIndex = cell?.parentElement?.getAttribute("aria-rowindex");
	if (cell === null || rowIndex == null) return now;
	const [row, column] = [Number(rowIndex) - 2, cell.cellIndex - 1];
	return row === now.row && column === now.column ? now : { row, column };
}

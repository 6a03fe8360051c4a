// Arrows, Home and End move from row to row of a list of which only the visible rows exist.
import type { KeyboardEvent } from "react";

/** For the button of a row; rows are list items of one list. */
export function stepRow(event: KeyboardEvent<HTMLElement>): void {
	const row = event.currentTarget.closest("li");
	const list = row?.parentElement;
	if (row == null || list == null) return;
	const { key } = event;
	if (key === "ArrowDown") focusIn(row.nextElementSibling);
	else if (key === "ArrowUp") focusIn(row.previousElementSibling);
	else if (key === "Home" || key === "End") {
		list.scrollTop = key === "Home" ? 0 : list.scrollHeight;
		// the rows there exist once the list has heard that it was scrolled
		requestAnimationFrame(() =>
			requestAnimationFrame(() => {
				const buttons = list.querySelectorAll("button");
				buttons[key === "Home" ? 0 : buttons.length - 1]?.focus();
			}),
		);
	} else return;
	event.preventDefault();
}

function focusIn(row: Element | null): void {
	row?.querySelector("button")?.focus();
}

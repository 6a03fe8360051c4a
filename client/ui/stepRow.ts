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
		focusEnd(list, key === "Home");
	} else return;
	event.preventDefault();
}

/** The rows there exist once the list has heard that it was scrolled: soon, or on a busy machine later. */
function focusEnd(list: Element, isFirst: boolean, framesLeft = 60): void {
	const spacer = isFirst ? list.firstElementChild : list.lastElementChild;
	if (spacer?.clientHeight !== 0 && framesLeft > 0) {
		requestAnimationFrame(() => focusEnd(list, isFirst, framesLeft - 1));
		return;
	}
	focusIn((isFirst ? spacer?.nextElementSibling : spacer?.previousElementSibling) ?? null);
}

function focusIn(row: Element | null): void {
	row?.querySelector("button")?.focus();
}

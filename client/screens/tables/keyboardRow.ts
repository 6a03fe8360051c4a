// A row of a table of which only the visible rows exist: no row to a screen reader, which has no table around it, but a
// button that says all of the row and whether it is the chosen one.
import type { HTMLAttributes } from "react";

export function keyboardRow(isChosen: boolean, onUse: () => void): HTMLAttributes<HTMLElement> {
	return {
		role: "button",
		tabIndex: 0,
		"aria-pressed": isChosen,
		onClick: onUse,
		onKeyDown: (event) => {
			if (event.key !== "Enter" && event.key !== " ") return;
			event.preventDefault();
			onUse();
		},
	};
}

// A table row that the keyboard can reach and use.
import type { HTMLAttributes } from "react";

export function keyboardRow(onUse: () => void): HTMLAttributes<HTMLElement> {
	return {
		tabIndex: 0,
		onClick: onUse,
		onKeyDown: (event) => {
			if (event.key !== "Enter" && event.key !== " ") return;
			event.preventDefault();
			onUse();
		},
	};
}

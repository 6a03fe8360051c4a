// What opened last closes first: while it is open, Escape is its own and leads nowhere else.
import { useEffect, useRef } from "react";

export function useEscape(isOpen: boolean, close: () => void): void {
	const latest = useRef(close);
	useEffect(() => {
		latest.current = close;
	});
	useEffect(() => {
		if (!isOpen) return;
		const listen = (event: KeyboardEvent) => {
			if (event.key !== "Escape") return;
			event.stopPropagation();
			latest.current();
		};
		window.addEventListener("keydown", listen, { capture: true });
		return () => window.removeEventListener("keydown", listen, { capture: true });
	}, [isOpen]);
}

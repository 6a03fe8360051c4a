// While the space bar is held, dragging moves the map whatever tool is taken up.
import { useEffect, useState } from "react";

const TYPING = "input, textarea, select, button, [role=combobox], [contenteditable=true]";

export function usePanKey(): boolean {
	const [isHeld, setHeld] = useState(false);
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (event.key !== " " || (event.target as Element | null)?.matches(TYPING)) return;
			event.preventDefault();
			setHeld(true);
		};
		const release = (event: KeyboardEvent) => event.key === " " && setHeld(false);
		const leave = () => setHeld(false);
		window.addEventListener("keydown", press);
		window.addEventListener("keyup", release);
		window.addEventListener("blur", leave);
		return () => {
			window.removeEventListener("keydown", press);
			window.removeEventListener("keyup", release);
			window.removeEventListener("blur", leave);
		};
	}, []);
	return isHeld;
}

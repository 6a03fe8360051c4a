// Keys of the data screens; they rest while someone is typing, or on a button that has its own use for Enter.
import { useEffect, useRef } from "react";

/** Where keys are letters; a box to tick takes none. */
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]";

export function useKeys(acts: Readonly<Record<string, () => void>>): void {
	const latest = useRef(acts);
	useEffect(() => {
		latest.current = acts;
	});
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			const target = event.target as HTMLElement;
			const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
			const isOnControl = event.key === "Enter" && target.matches("button, a, [tabindex='0']");
			if (isHeld || isOnControl || target.matches(TYPING) || event.defaultPrevented) return;
			const act = latest.current[event.key];
			if (act === undefined) return;
			event.preventDefault();
			act();
		};
		window.addEventListener("keydown", listen);
		return () => window.removeEventListener("keydown", listen);
	}, []);
}

/** Enter does the one thing that is to be done. */
export function useEnter(act: () => void, canAct: boolean): void {
	useKeys(canAct ? { Enter: act } : {});
}

// Keys of one letter act, unless someone is typing, holds the key, or is on a control that has its own use for it.
import { useEffect, useRef } from "react";

export type KeyActs = Readonly<Record<string, () => void>>;

/** Where keys are letters; a box to tick takes none. */
const TYPING =
	"input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox], [contenteditable=true]";
/** What presses the control that has the focus; the map is none. */
const PRESSES: readonly string[] = ["Enter", " "];
const CONTROL = "button, a, summary, [role=button], [tabindex='0']:not(canvas)";

export interface KeyOptions {
	/** Before the map, which moves by arrows itself. */
	readonly isFirst?: boolean;
}

export function useKeys(acts: KeyActs, { isFirst = false }: KeyOptions = {}): void {
	const latest = useRef(acts);
	useEffect(() => {
		latest.current = acts;
	});
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			const act = latest.current[event.key];
			if (act === undefined || isTaken(event)) return;
			event.preventDefault();
			if (isFirst) event.stopPropagation();
			act();
		};
		window.addEventListener("keydown", listen, { capture: isFirst });
		return () => window.removeEventListener("keydown", listen, { capture: isFirst });
	}, [isFirst]);
}

function isTaken(event: KeyboardEvent): boolean {
	const { key, target } = event;
	const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
	if (isHeld || event.defaultPrevented || !(target instanceof Element)) return true;
	return target.matches(TYPING) || (PRESSES.includes(key) && target.closest(CONTROL) !== null);
}

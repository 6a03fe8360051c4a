// Is the screen a telephone's? Fingers need larger targets, and rows of a fixed height have to know.
import { useSyncExternalStore } from "react";

/** As in narrow.css. */
const PHONE = "(width < 768px)";

export function useIsPhone(): boolean {
	return useSyncExternalStore(
		(listen) => {
			const phone = window.matchMedia(PHONE);
			phone.addEventListener("change", listen);
			return () => phone.removeEventListener("change", listen);
		},
		() => window.matchMedia(PHONE).matches,
	);
}

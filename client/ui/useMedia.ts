// Does a media query hold, now and after every change of window or settings?
import { useCallback, useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
	const subscribe = useCallback(
		(listen: () => void) => {
			const media = window.matchMedia(query);
			media.addEventListener("change", listen);
			return () => media.removeEventListener("change", listen);
		},
		[query],
	);
	return useSyncExternalStore(
		subscribe,
		() => window.matchMedia(query).matches,
		() => false, // where nothing is seen: markup alone
	);
}

// Height of the rows: half the window, less the bar and the head.
import { useSyncExternalStore } from "react";

const HEADER_PX = 52;
const BAR_AND_HEAD_PX = 100;

export function useTableHeight(): number {
	return useSyncExternalStore(
		(onChange) => {
			window.addEventListener("resize", onChange);
			return () => window.removeEventListener("resize", onChange);
		},
		() => Math.max(160, Math.round((window.innerHeight - HEADER_PX) / 2) - BAR_AND_HEAD_PX),
	);
}

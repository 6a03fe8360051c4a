// How high the frame of a table is, so that the table scrolls within it.
import { useCallback, useState } from "react";

export function useBodyHeight(): [
	frame: (element: HTMLElement | null) => (() => void) | undefined,
	heightPx: number,
] {
	const [heightPx, setHeightPx] = useState(200);
	const frame = useCallback((element: HTMLElement | null) => {
		if (element === null) return undefined;
		const observer = new ResizeObserver(() => setHeightPx(element.clientHeight));
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	return [frame, heightPx];
}

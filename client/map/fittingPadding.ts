// Where panels cover nearly the whole of a small map, MapLibre would fit nothing at all and stay where it is: they are
// counted for half of it at most. Pure.
import type { Padding } from "./MapView.tsx";

const MOST_COVERED = 0.5;

export function fittingPadding(
	{ top, right, bottom, left }: Padding,
	{ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Padding {
	const across = shareLeft(left + right, widthPx);
	const down = shareLeft(top + bottom, heightPx);
	return { top: top * down, right: right * across, bottom: bottom * down, left: left * across };
}

/** What of a padding may stay. */
function shareLeft(coveredPx: number, sizePx: number): number {
	return coveredPx < sizePx ? 1 : (MOST_COVERED * sizePx) / coveredPx;
}

// What the panels of each screen cover of the map, by the width of the window.
import type { Padding } from "../map/MapView.tsx";
import { PRESENT_PATH } from "./workspaces.ts";

/** As in narrow.css: below the first the choices are a drawer, below the second the figures lie under the map. */
const DRAWER_PX = 1280;
const NARROW_PX = 768;
const SHEET_SHARE = 0.46;

/** What panels cover, so that a place is shown in what is free. */
export function stagePadding(pathname: string): Padding {
	const width = window.innerWidth;
	const isTables = pathname.startsWith("/tables");
	if (pathname === PRESENT_PATH && width >= NARROW_PX)
		return { top: 52, right: 32, bottom: 72, left: Math.min(460, width * 0.36) + 56 };
	if (isTables && width >= NARROW_PX) return { top: 24, right: 24, bottom: 32, left: 72 };
	if (isTables) return { top: 36, right: 8, bottom: 16, left: 56 };
	if (width < NARROW_PX)
		return {
			top: 80,
			right: 52,
			bottom: Math.round(SHEET_SHARE * window.innerHeight) + 60,
			left: 16,
		};
	const right = width < 1360 ? 386 : 440;
	// under the drawer's button and above the legend, which then lie over the map
	if (width < DRAWER_PX) return { top: 64, right, bottom: 132, left: 24 };
	return { top: 28, right, bottom: 40, left: width < 1360 ? 300 : 320 };
}

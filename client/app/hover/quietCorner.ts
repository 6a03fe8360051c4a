// In which corner of the free map a card covers the least of what is looked at. Pure.

/** px from the left and the top of the map. */
export interface Frame {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}
export const CORNERS = ["bottom-right", "top-right", "bottom-left", "top-left"] as const;
export type Corner = (typeof CORNERS)[number];
interface Size {
	readonly width: number;
	readonly height: number;
}

/** The first of the corners where the card covers least of `seen`; `free` is what panels leave. */
export function quietCorner(free: Frame, card: Size, seen: Frame | null): Corner {
	if (seen === null) return CORNERS[0];
	const covered = CORNERS.map((corner) => overlap(frameIn(free, card, corner), seen));
	return CORNERS[covered.indexOf(Math.min(...covered))] ?? CORNERS[0];
}

function frameIn(free: Frame, { width, height }: Size, corner: Corner): Frame {
	const left = corner.endsWith("left") ? free.left : free.right - width;
	const top = corner.startsWith("top") ? free.top : free.bottom - height;
	return { left, top, right: left + width, bottom: top + height };
}

function overlap(a: Frame, b: Frame): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return Math.max(0, width) * Math.max(0, height);
}

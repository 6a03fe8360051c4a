// Where a card stands beside the cursor without leaving the part of the stage that panels leave free. Pure.
export interface Place {
	readonly leftPx: number;
	readonly topPx: number;
}
export interface Size {
	readonly widthPx: number;
	readonly heightPx: number;
}
export interface Room extends Place, Size {}

const GAP_PX = 18;

/** Below and to the right; on the other side where there is no room; inside in any case. */
export function besideCursor(at: Place, card: Size, room: Room): Place {
	const right = room.leftPx + room.widthPx;
	const bottom = room.topPx + room.heightPx;
	const fitsRight = at.leftPx + GAP_PX + card.widthPx <= right;
	const fitsBelow = at.topPx + GAP_PX + card.heightPx <= bottom;
	const leftPx = fitsRight ? at.leftPx + GAP_PX : at.leftPx - GAP_PX - card.widthPx;
	const topPx = fitsBelow ? at.topPx + GAP_PX : at.topPx - GAP_PX - card.heightPx;
	return {
		leftPx: within(leftPx, room.leftPx, right - card.widthPx),
		topPx: within(topPx, room.topPx, bottom - card.heightPx),
	};
}

/** Not below `least`, whatever `most` is: a card that is too large begins where the room does. */
function within(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}

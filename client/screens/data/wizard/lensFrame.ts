// How large the picture of the magnifier is. Pure.

interface Frame {
	readonly widthPx: number;
	readonly heightPx: number;
}
const FRAME: Frame = { widthPx: 312, heightPx: 246 };
/** Words and footer still have to fit below the picture. */
const LOW_FRAME: Frame = { widthPx: 312, heightPx: 132 };
const LOW_MAP_PX = 384;

export function lensFrame(mapHeightPx: number): Frame {
	return mapHeightPx < LOW_MAP_PX ? LOW_FRAME : FRAME;
}

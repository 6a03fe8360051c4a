// Where figures stand on a strip, in per cent of its width.
import type { UnitPage } from "../../../planning/wire/unitPage.ts";

export type PeerFigure = UnitPage["peers"]["peoplePerKm2"];

/** Shares have their own ends; anything else runs from 0 to the greatest of the peers. Null without peers' data. */
export function peerScale(
	{ spread }: Pick<PeerFigure, "spread">,
	isShare: boolean,
): ((value: number) => number) | null {
	if (spread === null) return null;
	const most = isShare ? 100 : Math.max(spread[4], Number.MIN_VALUE);
	return (value) => Math.min(100, Math.max(0, (value / most) * 100));
}

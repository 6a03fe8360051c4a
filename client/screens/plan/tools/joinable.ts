import type { PlanPicture } from "../../../../planning/plan/drawing/PlanPicture.ts";

/** The code that chosen parts of one cut cell would have when they are joined: of the whole when these are all parts of it. */
export function joinable(
	selected: readonly string[],
	{ cells }: Pick<PlanPicture, "cells">,
): string | null {
	const [first] = selected;
	if (first === undefined || selected.length < 2) return null;
	const whole = wholeOf(first);
	if (whole === null || selected.some((code) => wholeOf(code) !== whole)) return null;
	const parts = cells.filter(({ code }) => wholeOf(code) === whole);
	return parts.length === selected.length ? whole : ([...selected].sort()[0] ?? null);
}

/** A part's code is the cell's with `-1`, `-2` … once or more; null for a cell that was not cut. */
function wholeOf(code: string): string | null {
	const at = code.search(/(-\d+)+$/);
	return at < 0 ? null : code.slice(0, at);
}

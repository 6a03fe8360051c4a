// What the reader must know about the snapshot that is shown: that it is not the one in force, and why. Pure.
import type { Standing } from "../../data/basis.ts";

export interface StandingNews {
	/** Below `standing.` in i18n. */
	readonly key: "running" | "failed" | "none" | "newer" | "older";
	/** Numbers of versions, their date, progress in per cent. */
	readonly words: Readonly<Record<string, string | number>>;
	/** Something newer can be shown at once. */
	readonly canRenew: boolean;
}

type Seen = Pick<Standing, "shown" | "current" | "newer">;

/** Null when the snapshot in force is shown, whole. `isPinned`: the address names the snapshot. */
export function standingNews({ shown, current, newer }: Seen, isPinned: boolean) {
	if (shown === null || current === null) return null;
	const { status, progressPct } = current.run;
	const words = {
		shown: shown.number,
		date: shown.asOf,
		current: current.number,
		pct: Math.round(progressPct),
	};
	const news = (key: StandingNews["key"], more: Partial<StandingNews> = {}): StandingNews => ({
		key,
		words,
		canRenew: false,
		...more,
	});
	if (shown.hash === current.hash) return null;
	if (isPinned) return news("older", { canRenew: true });
	if (newer !== null)
		return news("newer", { canRenew: true, words: { ...words, current: newer.number } });
	return status === "done" ? null : news(status);
}

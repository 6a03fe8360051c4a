// How old something is, in the coarsest unit that says it. Pure.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface Age {
	readonly unit: "now" | "minutes" | "hours" | "days" | "months" | "years";
	readonly count: number;
}

/** Age at `now`; what lies in the future is new. */
export function ageOf(iso: string, now: Date): Age {
	const ms = now.getTime() - new Date(iso).getTime();
	if (!(ms >= MINUTE_MS)) return { unit: "now", count: 0 };
	if (ms < HOUR_MS) return { unit: "minutes", count: Math.floor(ms / MINUTE_MS) };
	if (ms < DAY_MS) return { unit: "hours", count: Math.floor(ms / HOUR_MS) };
	const days = Math.floor(ms / DAY_MS);
	if (days < 60) return { unit: "days", count: days };
	if (days < 730) return { unit: "months", count: Math.floor(days / 30.44) };
	return { unit: "years", count: Math.floor(days / 365.25) };
}

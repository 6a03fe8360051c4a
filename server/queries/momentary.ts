// What hardly ever changes but may: read again after a moment, or as soon as this process has written something.
import type { Knex } from "knex";

/** `read` with its results kept for `keptMs`; a failure is forgotten at once. */
export function momentary<K extends number | string, T>(
	keptMs: number,
	read: (db: Knex, key: K) => Promise<T>,
): (db: Knex, key: K) => Promise<T> {
	const perDatabase = new WeakMap<Knex, Map<K, { readonly until: number; result: Promise<T> }>>();
	forgetters.push((db) => perDatabase.delete(db));
	return (db, key) => {
		const known = perDatabase.get(db) ?? new Map();
		perDatabase.set(db, known);
		const now = performance.now();
		const kept = known.get(key);
		if (kept !== undefined && kept.until > now) return kept.result;
		const result = read(db, key);
		known.set(key, { until: now + keptMs, result });
		result.catch(() => known.delete(key));
		return result;
	};
}

const forgetters: ((db: Knex) => void)[] = [];

/** After a write of this process; other processes' are seen when the moment is over. */
export function forgetMoments(db: Knex): void {
	for (const forget of forgetters) forget(db);
}

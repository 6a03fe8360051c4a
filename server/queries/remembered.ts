// Decoded cities, tile indexes and the like stay in memory for the last few snapshots: caches only, never state.
import type { Knex } from "knex";

/** `make` with its last `keep` results per database remembered; a failure is forgotten at once. */
export function remembered<K extends number | string, T>(
	keep: number,
	make: (db: Knex, key: K) => Promise<T>,
): (db: Knex, key: K) => Promise<T> {
	const perDatabase = new WeakMap<Knex, Map<K, Promise<T>>>();
	return (db, key) => {
		const known = perDatabase.get(db) ?? new Map<K, Promise<T>>();
		perDatabase.set(db, known);
		const result = known.get(key) ?? make(db, key);
		known.delete(key); // the last one asked for is the last one dropped
		known.set(key, result);
		result.catch(() => known.delete(key));
		for (const oldest of known.keys()) {
			if (known.size <= keep) break;
			known.delete(oldest);
		}
		return result;
	};
}

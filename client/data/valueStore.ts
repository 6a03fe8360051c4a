// One value that several parts of the screen share, without re-rendering what does not care.
import { useSyncExternalStore } from "react";

export interface ValueStore<T> {
	get(): T;
	/** The same value again tells nobody. */
	set(value: T): void;
	listen(listener: () => void): () => void;
}

export function valueStore<T>(first: T): ValueStore<T> {
	let value = first;
	const listeners = new Set<() => void>();
	return {
		get: () => value,
		set(next) {
			if (next === value) return;
			value = next;
			for (const listener of listeners) listener();
		},
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

export function useValue<T>({ get, listen }: ValueStore<T>): T {
	return useSyncExternalStore(listen, get, get);
}

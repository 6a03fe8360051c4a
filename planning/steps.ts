// Work in steps short enough for a thread that has other work too, and work that waits until it is asked for.

/** Steps that yield the share done, 0 to 1, and return a result at last. */
export type Steps<T> = Generator<number, T, void>;

/** Steps as the part `from … to` of longer ones. */
export function* partly<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		yield from + step.value * (to - from);
	}
}

/** Take all steps at once. */
export function lastOf<T>(steps: Steps<T>, between: (share: number) => void = () => undefined): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) {
			between(1);
			return step.value;
		}
		between(step.value);
	}
}

/** A value made when first asked for. */
export function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** The value at an index that must be there. */
export function at<T>(values: ArrayLike<T>, index: number): T {
	const value = values[index];
	if (value === undefined) throw new Error(`No value at ${index} of ${values.length}.`);
	return value;
}

/** The value of a key that must be there. */
export function valueAt<K, V>(map: ReadonlyMap<K, V>, key: K): V {
	const value = map.get(key);
	if (value === undefined) throw new Error(`No value for ${String(key)}.`);
	return value;
}

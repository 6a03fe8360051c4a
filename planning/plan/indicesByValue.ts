/** Where each value from 0 to `count` − 1 stands in a list, ascending; negative values are left out. From one pass. */
export function indicesByValue(values: Int32Array, count: number): (value: number) => Int32Array {
	const first = new Uint32Array(count + 1);
	for (let i = 0; i < values.length; i++) if (values[i] >= 0) first[values[i] + 1]++;
	for (let value = 0; value < count; value++) first[value + 1] += first[value];
	const indices = new Int32Array(first[count]);
	const next = first.slice();
	for (let i = 0; i < values.length; i++) if (values[i] >= 0) indices[next[values[i]]++] = i;
	return (value) => indices.subarray(first[value], first[value + 1]);
}

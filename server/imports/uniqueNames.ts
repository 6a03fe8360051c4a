// Columns of one name would hide each other: the second becomes `name_2`, one without a name `column-N`.

/** The names, each once. */
export function uniqueNames(names: readonly string[]): string[] {
	const taken = new Set(names);
	const given = new Set<string>();
	return names.map((name, i) => {
		let unique = name === "" ? `column-${i + 1}` : name;
		for (let n = 2; given.has(unique) || (n > 2 && taken.has(unique)); n++)
			unique = `${name || `column-${i + 1}`}_${n}`;
		given.add(unique);
		return unique;
	});
}

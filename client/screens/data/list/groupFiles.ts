// Files that were dropped together: the members of one shapefile are one upload, every other file is its own. Pure.

const MEMBER = /\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj|shp\.xml)$/i;

/** Groups in the order of their first file; a `.dbf` without its `.shp` still is a member. */
export function groupFiles<T extends { readonly name: string }>(files: readonly T[]): T[][] {
	const groups = new Map<string, T[]>();
	for (const file of files) {
		const key = MEMBER.test(file.name)
			? `shapefile ${file.name.replace(MEMBER, "").toLowerCase()}`
			: `file ${file.name}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [file]);
		else group.push(file);
	}
	return [...groups.values()];
}

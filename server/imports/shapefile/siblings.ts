// A shapefile is several files of one name: the members beside a .shp (or .dbf), whatever the case of their names.
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";

export type Member = ".shp" | ".dbf" | ".shx" | ".prj" | ".cpg";

/** Paths of the members that are there, the given one among them. */
export async function siblingsOf(path: string): Promise<ReadonlyMap<Member, string>> {
	const folder = dirname(path);
	const stem = basename(path, extname(path)).toLowerCase();
	const found = new Map<Member, string>();
	for (const name of (await readdir(folder)).sort()) {
		const extension = extname(name).toLowerCase();
		if (isMember(extension) && basename(name, extname(name)).toLowerCase() === stem)
			found.set(extension, join(folder, name));
	}
	const own = extname(path).toLowerCase();
	return isMember(own) ? found.set(own, path) : found;
}

function isMember(extension: string): extension is Member {
	return [".shp", ".dbf", ".shx", ".prj", ".cpg"].includes(extension);
}

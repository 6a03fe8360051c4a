// The files that belong to one: a shapefile is several files of one name.
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";

const SHAPEFILE_MEMBERS = new Set([
	".shp",
	".shx",
	".dbf",
	".prj",
	".cpg",
	".cst",
	".qix",
	".sbn",
	".sbx",
]);

/** The file itself; of a .shp or a .dbf beside one, all its members, sorted. */
export async function membersOf(path: string): Promise<string[]> {
	const extension = extname(path).toLowerCase();
	if (extension !== ".shp") return [path];
	const stem = basename(path, extname(path)).toLowerCase();
	const names = await readdir(dirname(path)).catch(() => []);
	const members = names.filter(
		(name) =>
			SHAPEFILE_MEMBERS.has(extname(name).toLowerCase()) &&
			basename(name, extname(name)).toLowerCase() === stem,
	);
	return members.length === 0 ? [path] : members.sort().map((name) => join(dirname(path), name));
}

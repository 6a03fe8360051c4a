// Which files of an archive belong together: a shapefile is several, every other format one.
import { extname } from "node:path/posix";

/** One file that can be opened, with those that belong to it. */
export interface ArchiveMember {
	/** Path inside the archive without extension (with it, where two would be the same). */
	readonly name: string;
	readonly path: string;
	readonly beside: readonly string[];
}

const WITH_SHAPES = [".dbf", ".shx", ".prj", ".cpg"];
const WITH_TABLE = [".cpg"];
const ALONE = [
	".geojson",
	".json",
	".geojsonl",
	".geojsons",
	".ndjson",
	".csv",
	".tsv",
	".kml",
	".kmz",
	".gpkg",
	".fgb",
	".xlsx",
	".xls",
];
/** Data only where nothing else is: mostly notes. */
const NOTES = [".txt"];

/** The members among these paths, in their order. */
export function archiveMembers(paths: readonly string[]): ArchiveMember[] {
	const isAny = (path: string, extensions: readonly string[]) =>
		extensions.includes(extname(path).toLowerCase());
	const beside = (path: string, extensions: readonly string[]) =>
		paths.filter((other) => isAny(other, extensions) && stemOf(other) === stemOf(path));
	const shapes = new Set(paths.filter((path) => isAny(path, [".shp"])).map(stemOf));

	const found = paths.flatMap((path) => {
		if (isAny(path, [".shp"])) return [{ path, beside: beside(path, WITH_SHAPES) }];
		if (isAny(path, [".dbf"]) && !shapes.has(stemOf(path)))
			return [{ path, beside: beside(path, WITH_TABLE) }];
		return isAny(path, ALONE) ? [{ path, beside: [] }] : [];
	});
	if (found.length === 0)
		found.push(...paths.filter((path) => isAny(path, NOTES)).map((path) => ({ path, beside: [] })));
	return named(found);
}

function named(members: readonly Omit<ArchiveMember, "name">[]): ArchiveMember[] {
	const short = members.map(({ path }) => path.slice(0, path.length - extname(path).length));
	return members.map((member, i) => {
		const name = short[i] ?? member.path;
		const isTaken = short.some((other, j) => j !== i && other === name);
		return { ...member, name: isTaken ? member.path : name };
	});
}

/** Members of a shapefile have the same path but for case and extension. */
function stemOf(path: string): string {
	return path.slice(0, path.length - extname(path).length).toLowerCase();
}

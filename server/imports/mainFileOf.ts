// Several files dropped together: the members of one shapefile, or one data file with notes about it.
import { basename, extname } from "node:path";
import { Refused } from "../errors.ts";

/** Belong to another file and are never opened themselves. */
const BESIDE = new Set([
	".shx",
	".prj",
	".cpg",
	".cst",
	".sbn",
	".sbx",
	".qix",
	".qpj",
	".qmd",
	".xml",
	".lyr",
	".ain",
	".aih",
	".fbn",
	".fbx",
	".ixs",
	".mxs",
	".atx",
]);

/** The one of `paths` to open. Throws Refused when they do not belong together or the .shp is missing. */
export function mainFileOf(paths: readonly string[]): string {
	const [only] = paths;
	if (only !== undefined && paths.length === 1) return only;
	const shapes = paths.filter((path) => extensionOf(path) === ".shp");
	const data = paths.filter((path) => !BESIDE.has(extensionOf(path)));
	const [shape] = shapes;
	if (shape !== undefined && shapes.length === 1) {
		const others = data.filter((path) => path !== shape && extensionOf(path) !== ".dbf");
		const strangers = paths.filter((path) => stemOf(path) !== stemOf(shape));
		if (others.length === 0 && strangers.length === 0) return shape;
		throw notTogether([...others, ...strangers], shape);
	}
	const [main] = data;
	if (main !== undefined && data.length === 1) {
		const isLeftOver =
			extensionOf(main) === ".dbf" && paths.some((path) => extensionOf(path) === ".shx");
		if (!isLeftOver) return main;
	}
	throw data.length > 1 ? notTogether(data.slice(1), data[0] ?? "") : withoutShape();
}

function extensionOf(path: string): string {
	return extname(path).toLowerCase();
}

/** Small, without extensions: `区界.shp.xml` belongs to `区界.shp`. */
function stemOf(path: string): string {
	return basename(path)
		.toLowerCase()
		.replace(/\.shp\.xml$/, "")
		.replace(/\.[^.]*$/, "");
}

function notTogether(others: readonly string[], main: string): Refused {
	const names = others.map((path) => basename(path)).join("、");
	return new Refused("files.not-together", {
		zh: `一次只交一份数据：“${basename(main)}”和“${names}”不是一套。请分开交；多个图层可以压成一个 zip。`,
		en: `Hand in one data set at a time: ${basename(main)} and ${names} do not belong together. Hand them in one by one, or several layers as one zip.`,
	});
}

function withoutShape(): Refused {
	return new Refused("shapefile.no-shp", {
		zh: "缺 .shp 文件。请把同名的 .shp、.dbf、.shx、.prj 一起选上，或压成一个 zip。",
		en: "The .shp is missing. Choose the .shp, .dbf, .shx and .prj of the same name together, or pack them into one zip.",
	});
}

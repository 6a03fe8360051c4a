// What can be wrong with one feature of a shapefile, in words.
import type { Issue } from "../../../planning/layers/Issue.ts";
import type { FileIssue } from "../withIssues.ts";

export const NO_TABLE: FileIssue = {
	code: "shapefile.no-dbf",
	severity: "warning",
	message: {
		zh: "没有 .dbf 文件，要素只有图形没有属性。请把同名的 .dbf 一起交来。",
		en: "There is no .dbf: the features have shapes but no attributes. Hand in the .dbf of the same name as well.",
	},
};

export function droppedZ(feature: number): Issue {
	return {
		code: "geometry.z-dropped",
		severity: "info",
		at: { feature },
		message: {
			zh: `第 ${feature} 个要素的高程（Z）没有读入，平面位置不变。`,
			en: `The heights (Z) of feature ${feature} were not read; its position is unchanged.`,
		},
	};
}

export function droppedM(feature: number): Issue {
	return {
		code: "geometry.z-dropped",
		severity: "info",
		at: { feature },
		message: {
			zh: `第 ${feature} 个要素的测量值（M）没有读入，平面位置不变。`,
			en: `The measures (M) of feature ${feature} were not read; its position is unchanged.`,
		},
	};
}

export function missingRow(feature: number): Issue {
	return {
		code: "shapefile.row-missing",
		severity: "warning",
		at: { feature },
		message: {
			zh: `第 ${feature} 个图形在 .dbf 里没有对应的行，没有属性。请核对 .shp 和 .dbf 是否同一批文件。`,
			en: `Shape ${feature} has no row in the .dbf. Check that the .shp and the .dbf belong together.`,
		},
	};
}

export function missingShape(feature: number): Issue {
	return {
		code: "shapefile.shape-missing",
		severity: "warning",
		at: { feature },
		message: {
			zh: `.dbf 第 ${feature} 行在 .shp 里没有对应的图形。请核对 .shp 和 .dbf 是否同一批文件。`,
			en: `Row ${feature} of the .dbf has no shape in the .shp. Check that the two belong together.`,
		},
	};
}

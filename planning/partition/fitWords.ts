// What is said of units that do not fit each other: a table, one entry per kind.
import type { UnitKind } from "../city/records.ts";
import type { Issue } from "../layers/Issue.ts";
import type { TroubleKind } from "./build/Outline.ts";
import { LEVEL_WORDS } from "./levelWords.ts";

/** One kind of trouble between the same units, summed over its places. */
export interface Misfitting {
	readonly level: UnitKind;
	/** Whether the units are the city's cells. */
	readonly isCellLevel: boolean;
	/** Codes of the units concerned, sorted. */
	readonly cells: readonly string[];
	/** Number of places. */
	readonly count: number;
	/** Square metres: sum, and the largest place. */
	readonly areaM2: number;
	readonly largestM2: number;
	/** Metres of border that runs beside another. */
	readonly lengthM: number;
	/** What a unit is called. */
	readonly named: (code: string) => Words;
}

type Words = Issue["message"];

type Tell = (misfitting: Misfitting) => Words;

export type FitKind = TroubleKind | "sliver";

/** In the order of telling; null where the file's reader has told it before. */
export const FIT_WORDS: Readonly<Record<FitKind, Tell | null>> = {
	"no-area": noArea,
	"same-code": null,
	"not-degrees": notDegrees,
	"too-far": tooFar,
	overlap,
	gap,
	sliver,
	"unshared-border": unsharedBorder,
	"self-crossing": windsTwice,
	"self-overlap": selfOverlap,
	"hole-outside": holeOutside,
	spike,
	"too-few-points": tooFewPoints,
};

const SHOWN_UNITS = 3;

function overlap(found: Misfitting): Words {
	const units = list(found);
	const area = areaWords(found.areaM2);
	const places = placesWords(found);
	const first = found.named(found.cells[0]);
	const rule = found.isCellLevel
		? { zh: `归编码最小的 ${first.zh}`, en: `${first.en} has it (the smallest code)` }
		: {
				zh: "各基础格归占其面积最大的一个",
				en: "each cell belongs to the one with the largest share of it",
			};
	return {
		zh: `${units.zh} 重叠 ${area.zh}${places.zh}。未决定前，${rule.zh}。请选择：归其中一个、沿中线分开，或改好边界再导入。`,
		en: `${units.en} overlap by ${area.en}${places.en}. Until decided, ${rule.en}. Choose: give it to one, divide it along its middle, or correct the borders and import again.`,
	};
}

function gap(found: Misfitting): Words {
	const units = list(found);
	const area = areaWords(found.areaM2);
	const places = placesWords(found);
	const level = LEVEL_WORDS[found.level];
	const isHole = found.cells.length === 1;
	const rule = found.isCellLevel
		? { zh: "，住在其中的人也无所归属", en: ", nor do people who live there" }
		: {
				zh: "，大半落在其中的基础格可能无所归属",
				en: "; a cell that lies mostly in it may belong to none",
			};
	return {
		zh: `${units.zh} ${isHole ? "内" : "之间"}有空隙 ${area.zh}${places.zh}，不属于任何${level.zh}${rule.zh}。请选择：归相邻的一个、另设单元，或保留（水面、未收录的单元）。`,
		en: `${isHole ? "Inside" : "Between"} ${units.en} ${found.count === 1 ? "a gap" : "gaps"} of ${area.en}${places.en} ${found.count === 1 ? "belongs" : "belong"} to no ${level.en}${rule.en}. Choose: give it to a neighbour, make it a unit, or leave it (water, a unit that is not in the file).`,
	};
}

function sliver(found: Misfitting): Words {
	const units = list(found);
	const area = areaWords(found.areaM2);
	const rule = found.isCellLevel
		? {
				zh: "重叠处归编码最小的一个，空隙处不归任何一个",
				en: "overlaps go to the smallest code, gaps to none",
			}
		: { zh: "不影响基础格的归属", en: "cells are not affected" };
	return {
		zh: `${units.zh} 的边界没有完全重合：${found.count} 处细缝（平均宽不足 1 米）共 ${area.zh}；${rule.zh}。可以保留，或对齐后再导入。`,
		en: `${units.en}: their borders do not quite meet: ${found.count} slivers less than 1 m wide on average, ${area.en} in all; ${rule.en}. Leave them, or align the borders and import again.`,
	};
}

function unsharedBorder(found: Misfitting): Words {
	const units = list(found);
	const metres = Math.round(found.lengthM);
	return {
		zh: `${units.zh} 的边界有 ${metres} 米相距不到 5 米而不重合，中间的窄条不归任何一个。可以保留（河、路），或对齐后再导入。`,
		en: `${units.en}: ${metres} m of their borders run less than 5 m apart without meeting; the strip between belongs to none. Leave it (a river, a road), or align the borders and import again.`,
	};
}

function windsTwice(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	return {
		zh: `${unit.zh} 的边界把同一块地围了两次，或绕反了一圈。围住的都算在内；请重画后再导入。`,
		en: `${unit.en}: its boundary goes around the same ground twice, or one loop of it runs backwards. All that it encloses counts; draw it again and import.`,
	};
}

function selfOverlap(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	const area = areaWords(found.areaM2);
	return {
		zh: `${unit.zh} 自身的几部分重叠 ${area.zh}，只计一次。请核对后再导入。`,
		en: `${unit.en}: parts of its own overlap by ${area.en}, counted once. Check them and import again.`,
	};
}

function noArea(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	return {
		zh: `${unit.zh} 拼合后没有剩下面积。请核对边界。`,
		en: `${unit.en}: nothing of it is left in the tiling. Check its boundary.`,
	};
}

function holeOutside(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	return {
		zh: `${unit.zh} 的一个洞伸到自己的外边界之外；外面的部分不计。请核对这个洞。`,
		en: `${unit.en}: a hole reaches beyond its own outline; what lies outside does not count. Check the hole.`,
	};
}

function spike(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	return {
		zh: `${unit.zh} 的边界有原路折回的尖刺（${found.count} 处），已略去，面积不变。可以保留，或改好再导入。`,
		en: `${unit.en}: its boundary goes out and back on itself (${found.count} places); this is left out and changes no area. Leave it, or correct it and import again.`,
	};
}

function tooFewPoints(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	return {
		zh: `${unit.zh} 有 ${found.count} 圈边界小到厘米以下，已略去。可以保留，或删去后再导入。`,
		en: `${unit.en}: ${found.count} rings are smaller than a centimetre and are left out. Leave them, or delete them and import again.`,
	};
}

function tooFar(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	return {
		zh: `${unit.zh} 离其他单元 300 公里以上，没有拼进区划图，相邻与面积都无从计算。请核对坐标。`,
		en: `${unit.en} lies more than 300 km from the others and was left out of the tiling: it has no neighbours there. Check its coordinates.`,
	};
}

function notDegrees(found: Misfitting): Words {
	const unit = found.named(found.cells[0]);
	return {
		zh: `${unit.zh} 伸到极点附近（纬度超过 89°），没有拼进区划图。请核对坐标。`,
		en: `${unit.en} reaches a pole (latitude beyond 89°) and was left out of the tiling. Check its coordinates.`,
	};
}

function list({ cells, named }: Misfitting): Words {
	const shown = cells.slice(0, SHOWN_UNITS).map(named);
	const isAll = shown.length === cells.length;
	const last = shown.length > 1 && isAll ? shown.pop() : undefined;
	const [zh, en] = [shown.map((unit) => unit.zh), shown.map((unit) => unit.en)];
	return {
		zh: `${zh.join("、")}${last === undefined ? "" : ` 与 ${last.zh}`}${isAll ? "" : ` 等 ${cells.length} 个单元`}`,
		en: `${en.join(", ")}${last === undefined ? "" : ` and ${last.en}`}${isAll ? "" : ` and ${cells.length - SHOWN_UNITS} more units`}`,
	};
}

function placesWords({ count, largestM2 }: Misfitting): Words {
	if (count === 1) return { zh: "", en: "" };
	const largest = areaWords(largestM2);
	return {
		zh: `（${count} 处，最大 ${largest.zh}）`,
		en: ` (${count} places, the largest ${largest.en})`,
	};
}

/** Square metres, from a square kilometre on square kilometres. */
export function areaWords(areaM2: number): Words {
	if (areaM2 >= 1e6) {
		const km2 = (areaM2 / 1e6).toFixed(2);
		return { zh: `${km2} 平方公里`, en: `${km2} km²` };
	}
	const m2 = areaM2 < 10 ? areaM2.toFixed(1) : areaM2.toFixed(0);
	return { zh: `${m2} 平方米`, en: `${m2} m²` };
}

// What a step on single features did, in words.
import type { MendReport, MendStep } from "../../wire/mends.ts";

/** Counts over all features of a file. */
export interface Tally {
	features: number;
	corners: number;
	beforeM2: number;
	afterM2: number;
}

/** The report of a feature-level step; `touched` is in features, of repeated corners and spikes in corners. */
export function featureReport(step: MendStep, tally: Tally): MendReport {
	const isCorners = step.op === "drop-duplicate-vertices" || step.op === "remove-spikes";
	return {
		step,
		words: wordsOf(step, tally),
		touched: isCorners ? tally.corners : tally.features,
		largestMoveM: 0,
		areas: [],
		troubles: null,
		idle:
			tally.features > 0
				? null
				: { zh: "没有符合的要素，没有改动。", en: "No feature needed it; nothing changed." },
	};
}

function wordsOf(
	step: MendStep,
	{ features, corners, beforeM2, afterM2 }: Tally,
): MendReport["words"] {
	switch (step.op) {
		case "drop-duplicate-vertices":
			return {
				zh: `删去重复顶点 ${corners} 个，${features} 个要素`,
				en: `Dropped ${corners} repeated vertices of ${features} features`,
			};
		case "remove-spikes":
			return {
				zh: `去掉尖刺 ${corners} 处，${features} 个要素`,
				en: `Removed ${corners} spikes of ${features} features`,
			};
		case "make-valid":
			return {
				zh: `修正自相交 ${features} 个要素，面积 ${m2(beforeM2)} → ${m2(afterM2)} 平方米`,
				en: `Made ${features} shapes valid, area ${m2(beforeM2)} → ${m2(afterM2)} m²`,
			};
		case "set-cell":
			return {
				zh: `第 ${step.row} 行“${step.column}”改为“${step.value ?? ""}”`,
				en: `Row ${step.row}: ${step.column} set to "${step.value ?? ""}"`,
			};
		default:
			return { zh: `留出 ${features} 行`, en: `Left out ${features} rows` };
	}
}

function m2(areaM2: number): string {
	return Math.round(areaM2).toLocaleString("en-US");
}

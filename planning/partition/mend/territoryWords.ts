// What a step on the territory did, in words: a table, one entry per step.
import type { TroubleKind } from "../build/Outline.ts";

export interface Words {
	readonly zh: string;
	readonly en: string;
}

export interface Told {
	/** Of the face given away. */
	readonly kind: TroubleKind;
	/** Corners or places. */
	readonly count: number;
	readonly areaM2: number;
	readonly largestMoveM: number;
	/** Name of the unit that got the face. */
	readonly to: string;
}

type Tell = (told: Told) => Words;

export const TERRITORY_WORDS = {
	"snap-borders": ({ count, largestMoveM }) => ({
		zh: `对齐未共用的边界 ${count} 个顶点，最大移动 ${largestMoveM.toFixed(2)} 米`,
		en: `Aligned borders: ${count} vertices, at most ${largestMoveM.toFixed(2)} m`,
	}),
	"divide-overlaps": ({ count, areaM2 }) => ({
		zh: `重叠沿中线分开 ${count} 处，${m2(areaM2)} ㎡`,
		en: `Divided ${count} overlaps along their middle, ${m2(areaM2)} m²`,
	}),
	"give-slivers": ({ count, areaM2 }) => ({
		zh: `细缝并入共边较长的邻居 ${count} 处，${m2(areaM2)} ㎡`,
		en: `Slivers given to the neighbour with the longer border: ${count}, ${m2(areaM2)} m²`,
	}),
	give: ({ kind, areaM2, to }) => ({
		zh: `${kind === "gap" ? "空隙" : "重叠"} ${m2(areaM2)} ㎡ 归${to}`,
		en: `The ${kind === "gap" ? "gap" : "overlap"} of ${m2(areaM2)} m² goes to ${to}`,
	}),
	leave: ({ areaM2 }) => ({
		zh: `空隙 ${m2(areaM2)} ㎡ 按原样保留`,
		en: `The gap of ${m2(areaM2)} m² stays as it is`,
	}),
} as const satisfies Record<string, Tell>;

/** Whole square metres, with a decimal below ten. */
export function m2(areaM2: number): string {
	return areaM2 < 10 ? areaM2.toFixed(1) : Math.round(areaM2).toLocaleString("en-US");
}

/** Why a step found nothing to do. */
export const TERRITORY_IDLE = {
	snapped: {
		zh: "容差以内没有未共用的边界，没有改动。",
		en: "No borders lie within the tolerance; nothing changed.",
	},
	noOverlap: { zh: "没有可以沿中线分开的重叠。", en: "There is no overlap to divide." },
	noMiddle: {
		zh: "这些重叠沿中线分不开（形状不是两条边界之间的一块）。可改为归其中一个。",
		en: "These overlaps cannot be divided along a middle line. Give them to one of the units instead.",
	},
	noSliver: { zh: "没有细缝。", en: "There are no slivers." },
	noFace: {
		zh: "这里没有空隙或重叠，可能已被前面的步骤解决。",
		en: "There is no gap or overlap here; an earlier step may have dealt with it.",
	},
	notGap: {
		zh: "这里是重叠，必须归一个单元。",
		en: "This is an overlap: one of the units must have it.",
	},
	noUnit: (code: string): Words => ({
		zh: `没有编码为 ${code} 的单元。`,
		en: `There is no unit with the code ${code}.`,
	}),
} as const;

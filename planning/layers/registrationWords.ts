// An offset in words: which way, how far, which system, and what remains after its removal.
import type { OffsetFinding } from "../wire/understanding.ts";
import type { Words } from "./FeatureCells.ts";

const DIRECTIONS: readonly Words[] = [
	{ zh: "北", en: "north" },
	{ zh: "东北偏北", en: "north-north-east" },
	{ zh: "东北", en: "north-east" },
	{ zh: "东北偏东", en: "east-north-east" },
	{ zh: "东", en: "east" },
	{ zh: "东南偏东", en: "east-south-east" },
	{ zh: "东南", en: "south-east" },
	{ zh: "东南偏南", en: "south-south-east" },
	{ zh: "南", en: "south" },
	{ zh: "西南偏南", en: "south-south-west" },
	{ zh: "西南", en: "south-west" },
	{ zh: "西南偏西", en: "west-south-west" },
	{ zh: "西", en: "west" },
	{ zh: "西北偏西", en: "west-north-west" },
	{ zh: "西北", en: "north-west" },
	{ zh: "西北偏北", en: "north-north-west" },
];
const SYSTEMS = { gcj02: "GCJ-02", bd09: "BD-09" } as const;
const MATCHES: Readonly<Record<OffsetFinding["matchedBy"], (pairs: number) => Words>> = {
	code: (n) => ({ zh: `编码相同的 ${n} 处`, en: `${n} with the same code` }),
	name: (n) => ({ zh: `名称相同的 ${n} 处`, en: `${n} with the same name` }),
	edges: (n) => ({ zh: `界线上的 ${n} 个点`, en: `${n} points of borders` }),
};

/** e.g. 坐标整体偏东南偏东 476 米，符合 GCJ-02。还原后与现行数据相差 0.08 米（编码相同的 10 处）。 */
export function offsetWords(finding: Omit<OffsetFinding, "words">): Words {
	const direction = DIRECTIONS[Math.round(finding.bearingDeg / 22.5) % 16];
	const offsetM = Math.round(finding.medianM).toLocaleString("en-US");
	const system = SYSTEMS[finding.system];
	const matched = MATCHES[finding.matchedBy](finding.pairs);
	const ground = finding.matchedBy === "edges" ? "界线" : "数据";
	const residual = metres(finding.residualM);
	return {
		zh: `坐标整体偏${direction.zh} ${offsetM} 米，符合 ${system}。还原后与现行${ground}相差 ${residual} 米（${matched.zh}）。`,
		en: `All coordinates lie ${offsetM} m to the ${direction.en}, as ${system} does. Once removed, ${residual} m remain to what is in force (${matched.en}).`,
	};
}

/** A file of which one part is shifted and another is not. */
export function mixedWords(shifted: number, right: number, system: "gcj02" | "bd09"): Words {
	return {
		zh: `与现行数据比对：${shifted} 处符合 ${SYSTEMS[system]} 偏移，${right} 处没有偏移，不能整体还原。把两部分分成两个文件再交`,
		en: `against what is in force, ${shifted} are shifted as by ${SYSTEMS[system]} and ${right} are not shifted, so that it cannot be removed from all. Hand in the two parts as two files`,
	};
}

function metres(valueM: number): string {
	return valueM < 10 ? valueM.toFixed(2) : valueM.toFixed(0);
}

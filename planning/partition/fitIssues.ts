// How the units of one layer fit each other, as issues: where, how much, who, what holds until a person decides.
import type { UnitKind, UnitRecord } from "../city/records.ts";
import type { Issue } from "../layers/Issue.ts";
import type { Trouble, TroubleKind } from "./build/Outline.ts";
import { buildTiling } from "./buildTiling.ts";

/** Levels that cover their parent; basic management units and circles need not. */
const COVERING: ReadonlySet<UnitKind> = new Set(["district", "street", "committee"]);

const MOST_NAMED = 3;

type Words = Issue["message"];
type Teller = (trouble: Trouble, named: readonly string[]) => Words;

/**
 * What does not fit among the units of one level: overlaps, gaps, slivers, borders that run beside each other, rings that
 * are wrong in themselves. Information, not a warning: the stated rule decides until a person does. Largest first.
 */
export function fitIssues(units: readonly UnitRecord[]): Issue[] {
	const level = units[0]?.kind;
	if (level === undefined) return [];
	const nameOf = new Map(units.map(({ code, name }) => [code, name]));
	const named = (code: string) => `${nameOf.get(code) ?? ""} ${code}`.trim();
	return buildTiling(units).troubles.flatMap((trouble) => {
		if (trouble.kind === "gap" && !COVERING.has(level)) return [];
		const tell = trouble.isSliver ? SLIVER : TELLERS[trouble.kind];
		if (tell === null) return [];
		const [lon, lat] = trouble.at;
		return {
			code: `division.${trouble.isSliver ? "sliver" : trouble.kind}`,
			severity: "info",
			at: { lon, lat },
			message: tell(trouble, trouble.cells.map(named)),
		};
	});
}

const SLIVER: Teller = ({ kind, areaM2 }, named) => ({
	zh: `${and(named).zh}之间的界线画了两遍，夹出 ${area(areaM2).zh}的细缝（${kind === "gap" ? "空隙" : "重叠"}）。可并给公共边较长的一方。`,
	en: `The border between ${and(named).en} was drawn twice: a sliver of ${area(areaM2).en} (${kind}). It can go to the neighbour with the longer border.`,
});

/** Null: told where the feature itself is read. */
const TELLERS: Readonly<Record<TroubleKind, Teller | null>> = {
	overlap: ({ areaM2 }, named) => ({
		zh: `${and(named).zh}重叠 ${area(areaM2).zh}，暂归编码最小的 ${named[0]}。请划给一方，或沿中线分开。`,
		en: `${and(named).en} overlap by ${area(areaM2).en}; until decided it belongs to the smallest code, ${named[0]}. Give it to one, or divide it along its middle line.`,
	}),
	gap: ({ areaM2 }, named) => ({
		zh: `${and(named).zh}之间空出 ${area(areaM2).zh}，暂不属于任何单元。请划给相邻单元，或确认本来就不属于本层。`,
		en: `${area(areaM2).en} between ${and(named).en} belongs to no unit until decided. Give it to a neighbour, or confirm that it is not part of this layer.`,
	}),
	"unshared-border": ({ lengthM }, named) => ({
		zh: `${and(named).zh}的界线有 ${Math.round(lengthM)} 米相互靠近而不重合，不算相邻。可在容差内对齐。`,
		en: `For ${Math.round(lengthM)} m the borders of ${and(named).en} run beside each other without meeting, so they are no neighbours. They can be snapped within a tolerance.`,
	}),
	"self-overlap": ({ areaM2 }, [unit]) => ({
		zh: `${unit} 的边界自身重叠 ${area(areaM2).zh}，只计一次。请核对。`,
		en: `${unit}: its own parts overlap by ${area(areaM2).en}, counted once. Check them.`,
	}),
	"hole-outside": (_, [unit]) => ({
		zh: `${unit} 的一个内洞不在其外环之内，已忽略。请核对。`,
		en: `${unit}: a hole lies outside of its outline and was left out. Check it.`,
	}),
	spike: (_, [unit]) => ({
		zh: `${unit} 的边界有一处来回重合的尖刺，已去掉，面积不变。`,
		en: `${unit}: a spike of its border that goes out and back was taken off; no area changed.`,
	}),
	"too-far": (_, [unit]) => ({
		zh: `${unit} 离其余单元太远，未参与拼合。请核对坐标。`,
		en: `${unit} lies too far from the other units and was left out of the tiling. Check its coordinates.`,
	}),
	"too-few-points": (_, [unit]) => ({
		zh: `${unit} 的一个环不足三个点，已略去。`,
		en: `${unit}: a ring of fewer than three points was left out.`,
	}),
	"no-area": (_, [unit]) => ({
		zh: `${unit} 没有面积，未参与拼合。请重画。`,
		en: `${unit} has no area and was left out of the tiling. Draw it again.`,
	}),
	"self-crossing": null,
	"not-degrees": null,
	"same-code": null,
};

function area(areaM2: number): Words {
	if (areaM2 < 1) return { zh: "不足 1 平方米", en: "less than 1 m²" };
	if (areaM2 < 1e6) return { zh: `${Math.round(areaM2)} 平方米`, en: `${Math.round(areaM2)} m²` };
	const km2 = (areaM2 / 1e6).toFixed(2);
	return { zh: `${km2} 平方公里`, en: `${km2} km²` };
}

/** All of a few; of many the first few and how many. */
function and(named: readonly string[]): Words {
	if (named.length <= MOST_NAMED) return { zh: named.join(" 与 "), en: named.join(" and ") };
	const first = named.slice(0, MOST_NAMED);
	return {
		zh: `${first.join("、")} 等 ${named.length} 个单元`,
		en: `${first.join(", ")} and ${named.length - MOST_NAMED} more`,
	};
}

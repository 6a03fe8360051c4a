// Refusals in words: what would happen, to whom, and what to do about it. A table, one entry per code.
import type { Words } from "../partition/mend/territoryWords.ts";
import { EDIT_REFUSAL_WORDS } from "./editRefusalWords.ts";
import type { PlanRefusal, PlanRefusalCode } from "./PlanRefusal.ts";
import type { PlanState } from "./PlanState.ts";
import { cellWords, layerWords, listWords, unitWords } from "./unitWords.ts";

/** Who and what a sentence names. */
interface Named {
	/** The unit it is about, and the other one. */
	readonly unit: Words;
	readonly other: Words;
	readonly cells: Words;
	readonly layer: Words;
	readonly subject: string;
	readonly hasCells: boolean;
}

type Tell = (named: Named) => Words;

/** A refusal in words, with the names of the state in which it was met; null where a plan was not even read. */
export function refusalWords(refusal: PlanRefusal, state: PlanState | null): Words {
	const { code, layer, units, cells, subject } = refusal;
	const [unit = "", other = ""] = units;
	return WORDS[code]({
		unit: unitWords(state, layer, unit),
		other: unitWords(state, layer, other),
		cells: listWords(cells.map((cell) => cellWords(state, cell))),
		layer: layerWords(layer),
		subject: subject ?? "",
		hasCells: cells.length > 0,
	});
}

const WORDS: Readonly<Record<PlanRefusalCode, Tell>> = {
	...EDIT_REFUSAL_WORDS,
	"arc.locked": ({ unit, other }) => ({
		zh: `${unit.zh}与${other.zh}之间是法定或已锁定的界线，不能移动。请先解锁，或保留这段界线。`,
		en: `The border between ${unit.en} and ${other.en} is fixed by law or locked. Unlock it, or leave it where it is.`,
	}),
	"bmu.not-town": ({ unit, subject }) => ({
		zh: `${unit.zh}不是镇：基本管理单元${subject && ` ${subject} `}只能设在镇内。请先调整或撤销基本管理单元。`,
		en: `${unit.en} is not a town; a basic management unit${subject && ` (${subject})`} lies within a town. Change or dissolve that first.`,
	}),
	"border.none": ({ unit, other }) => ({
		zh: `${unit.zh}与${other.zh}没有共同界线。请选相邻的两个单元。`,
		en: `${unit.en} and ${other.en} have no common border. Choose two neighbours.`,
	}),
	"border.not-locked": ({ unit, other }) => ({
		zh: `${unit.zh}与${other.zh}之间的界线没有被本方案锁定；法定界线不能在这里解锁。`,
		en: `No lock of this plan lies on the border of ${unit.en} and ${other.en}; lines fixed by law are not unlocked here.`,
	}),
	"category.unknown": ({ subject }) => ({
		zh: `标准中没有设施类别 ${subject}。请改用标准目录中的代码。`,
		en: `The standard has no category ${subject}. Use a code of its catalogue.`,
	}),
	"cell.unknown": ({ subject, cells, hasCells }) =>
		hasCells
			? {
					zh: `基础格 ${subject} 在本方案中已被切开。请改用它的各部分：${cells.zh}。`,
					en: `Cell ${subject} was cut earlier in this plan. Name its parts: ${cells.en}.`,
				}
			: {
					zh: `没有基础格 ${subject}。请核对编码。`,
					en: `There is no cell ${subject}. Check the code.`,
				},
	"cells.belong-apart": ({ cells }) => ({
		zh: `${cells.zh}不能合成一格：只有同一基础格切出、各级归属相同的部分才能合回。`,
		en: `${cells.en} cannot be joined: only parts of one cell that belong to the same units can.`,
	}),
	"code.not-free": ({ subject, cells }) => ({
		zh: `编码 ${subject || cells.zh} 已被使用。请换一个编码。`,
		en: `The code ${subject || cells.en} is taken. Choose another.`,
	}),
	"facility.ambiguous": ({ subject }) => ({
		zh: `几个类别都有这个设施编号（${subject}）。请写明 category。`,
		en: `Several categories have a facility of this id (${subject}). Name the category.`,
	}),
	"facility.id-not-free": ({ subject }) => ({
		zh: `设施编号 ${subject} 已被使用（关闭的设施也保留编号）。请换一个编号。`,
		en: `The facility id ${subject} is taken; closed ones keep theirs. Choose another.`,
	}),
	"facility.unknown": ({ subject }) => ({
		zh: `没有设施 ${subject}，或已在本方案中关闭。请核对编号和类别。`,
		en: `There is no facility ${subject}, or this plan closed it. Check id and category.`,
	}),
	"layer.must-cover": ({ layer }) => ({
		zh: `每个基础格都必须属于一个${layer.zh}。请指定归入哪个${layer.zh}。`,
		en: `Every cell belongs to a ${layer.en}. Say to which one these cells go.`,
	}),
	"layer.unknown": ({ subject }) => ({
		zh: `没有图层“${subject}”。可用：district、street、committee、bmu、circle。`,
		en: `There is no layer “${subject}”. Use district, street, committee, bmu or circle.`,
	}),
	"link.id-not-free": ({ subject }) => ({
		zh: `通道编号 ${subject} 已被使用。请换一个编号。`,
		en: `The link id ${subject} is taken. Choose another.`,
	}),
	"link.unknown": ({ subject }) => ({
		zh: `本方案没有开通过通道 ${subject}。要关闭一条现有道路，请用 at 写明位置。`,
		en: `This plan opened no link ${subject}. To close a street that is there, give a place on it as “at”.`,
	}),
	"operation.malformed": ({ subject }) => ({
		zh: `这一步的写法不对：${subject}。格式见 docs/plan-format.md。`,
		en: `This operation is not well-formed: ${subject}. See docs/plan-format.md.`,
	}),
	"operation.unknown": ({ subject }) => ({
		zh: `没有操作“${subject}”。可用的操作见 docs/plan-format.md。`,
		en: `There is no operation “${subject}”. See docs/plan-format.md for those there are.`,
	}),
	"parent.differs": ({ unit, other, cells, layer, hasCells }) => ({
		zh: `${hasCells ? cells.zh : other.zh || "所选基础格"}与${unit.zh}不在同一上级之内，${layer.zh}不能跨上级。请先调整上级归属。`,
		en: `${hasCells ? cells.en : other.en || "The cells"} and ${unit.en} do not lie in the same parent, which a ${layer.en} must. Change the parent first.`,
	}),
	"parent.none": ({ layer }) => ({
		zh: `${layer.zh}没有上级，不能改变隶属。`,
		en: `A ${layer.en} has no parent to change.`,
	}),
	"place.outside-city": () => ({
		zh: "这个位置在全市范围之外。请核对坐标（经度在前，纬度在后）。",
		en: "This place lies outside the city. Check the coordinates: longitude first, then latitude.",
	}),
	"plan.malformed": ({ subject }) => ({
		zh: `这不是一个方案：${subject}。格式见 docs/plan-format.md。`,
		en: `This is not a plan: ${subject}. See docs/plan-format.md.`,
	}),
	"plan.snapshot-gone": ({ subject }) => ({
		zh: `方案所依据的基准 ${subject.slice(0, 12)} 不在此数据库中。请导入该数据，或把方案移到现行基准上。`,
		en: `The snapshot ${subject.slice(0, 12)} that the plan stands on is not in this database. Import its data, or rebase the plan on the current one.`,
	}),
	"plan.too-long": ({ subject }) => ({
		zh: `方案有 ${subject} 步操作，最多 10000 步。请拆成几个方案。`,
		en: `The plan has ${subject} operations; at most 10,000 are read. Divide it into several.`,
	}),
	"seat.outside": ({ unit, cells, hasCells }) => ({
		zh: `${unit.zh}的驻地${hasCells ? `在${cells.zh}，` : ""}会落在其辖域之外。请先迁移驻地，或保留驻地所在的基础格。`,
		en: `The seat of ${unit.en}${hasCells ? `, in ${cells.en},` : ""} would lie outside it. Move the seat first, or leave that cell.`,
	}),
	"unit.emptied": ({ unit }) => ({
		zh: `${unit.zh}会失去全部辖域。要撤销它，请用“撤销”或“合并”。`,
		en: `${unit.en} would be left without territory. To end it, dissolve or merge it.`,
	}),
	"unit.leaves-enclave": ({ unit, other, cells }) => ({
		zh: `会使${unit.zh}在${other.zh}之内留下飞地：${cells.zh}。请把它们一并调整，或先声明连通例外。`,
		en: `${unit.en} would have an exclave within ${other.en}: ${cells.en}. Move these cells too, or declare an exception first.`,
	}),
	"unit.unknown": ({ subject, layer }) => ({
		zh: `没有${layer.zh} ${subject}，或已在本方案中撤销。请核对编码和图层。`,
		en: `There is no ${layer.en} ${subject}, or this plan dissolved it. Check code and layer.`,
	}),
	"unit.would-split": ({ unit, cells }) => ({
		zh: `会使${unit.zh}分成不相连的几片，被隔开的是：${cells.zh}。请把它们一并调整，或先声明连通例外。`,
		en: `${unit.en} would fall into separate parts; cut off: ${cells.en}. Move these cells too, or declare an exception first.`,
	}),
};

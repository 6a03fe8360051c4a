// Refusals of cuts, reshapes and joins, in words.
import type { EditRefusalCode } from "../partition/edit/TilingEdit.ts";
import type { Words } from "../partition/mend/territoryWords.ts";

type Tell = (named: { readonly cells: Words }) => Words;

const always =
	(zh: string, en: string): Tell =>
	() => ({ zh, en });

export const EDIT_REFUSAL_WORDS: Readonly<Record<EditRefusalCode, Tell>> = {
	"line.not-degrees": always(
		"画的线里有不是经纬度的坐标。请重画。",
		"The line has a place that is no longitude and latitude. Draw it again.",
	),
	"code.unknown": ({ cells }) => ({
		zh: `没有基础格 ${cells.zh}。请核对编码。`,
		en: `There is no cell ${cells.en}. Check the code.`,
	}),
	"code.not-free": ({ cells }) => ({
		zh: `切出部分的编码已被使用：${cells.zh}。请换一个编码。`,
		en: `A part's code is taken: ${cells.en}. Choose another.`,
	}),
	"cut.line-too-short": always(
		"切割线太短。请从边界一侧画到另一侧。",
		"The line is too short. Draw it from one side of the cell to the other.",
	),
	"cut.outside-city": always(
		"切割线在全市范围之外。请核对坐标（经度在前）。",
		"The line lies outside the city. Check the coordinates: longitude first.",
	),
	"cut.no-crossing": ({ cells }) => ({
		zh: `切割线没有穿过${cells.zh}。请画过整个基础格。`,
		en: `The line does not cross ${cells.en}. Draw it across the whole cell.`,
	}),
	"cut.along-border": ({ cells }) => ({
		zh: `切割线沿着${cells.zh}的边界，没有切开什么。`,
		en: `The line runs along the border of ${cells.en} and cuts nothing.`,
	}),
	"cut.ends-inside": ({ cells }) => ({
		zh: `切割线的一端停在${cells.zh}里面。请延长到边界之外。`,
		en: `The line ends inside ${cells.en}. Draw on until it has left the cell.`,
	}),
	"cut.self-crossing": always(
		"切割线与自身相交。请画一条不自交的线。",
		"The line crosses itself. Draw one that does not.",
	),
	"cut.divides-nothing": ({ cells }) => ({
		zh: `切割线两侧仍是${cells.zh}的同一部分。请从外边界画到外边界，或再切一刀。`,
		en: `On both sides of the line lies the same part of ${cells.en}. Draw from outer border to outer border, or cut once more.`,
	}),
	"cut.too-close": always(
		"切割线离现有边界太近，会切出碎片。请离远一些，或沿边界画。",
		"The line comes too close to a border and would leave a sliver. Keep away from it, or follow it.",
	),
	"reshape.line-too-short": always(
		"新边界太短。请从旧边界上一点画到另一点。",
		"The new border is too short. Draw it from one place on the old border to another.",
	),
	"reshape.outside-city": always(
		"新边界在全市范围之外。请核对坐标（经度在前）。",
		"The new border lies outside the city. Check the coordinates: longitude first.",
	),
	"reshape.not-neighbours": always(
		"这两个单元没有共同边界。请选相邻的两个单元。",
		"These two units have no border in common. Choose two neighbours.",
	),
	"reshape.ends-off-border": always(
		"新边界的端点不在两单元的共同边界上。请从共同边界开始，到共同边界结束。",
		"An end of the new border is not on the border that the two units share. Begin and end on it.",
	),
	"reshape.ends-apart": always(
		"新边界的两端在不相连的两段共同边界上。请在同一段上重画。",
		"The ends lie on two separate stretches of the common border. Draw within one of them.",
	),
	"reshape.same-border": always(
		"新边界与现有边界相同，没有改变什么。",
		"The new border is the one that is there.",
	),
	"reshape.leaves-units": ({ cells }) => ({
		zh: `新边界越出了这两个单元，碰到${cells.zh || "别处"}。请画在两单元之内。`,
		en: `The new border leaves the two units and touches ${cells.en || "others"}. Keep within them.`,
	}),
	"reshape.self-crossing": always(
		"新边界与自身相交。请画一条不自交的线。",
		"The new border crosses itself. Draw one that does not.",
	),
	"reshape.locked-arc": always(
		"这段边界是法定或已锁定的界线，不能移动。",
		"This stretch of the border is fixed by law or locked.",
	),
	"reshape.swallows-unit": always(
		"新边界会使其中一个单元失去全部辖域。要取消它，请用“合并”。",
		"One of the two units would lose all its territory. To end it, merge it.",
	),
	"reshape.too-close": always(
		"新边界离别的边界太近，会留下碎片。请离远一些，或沿边界画。",
		"The new border comes too close to another and would leave a sliver. Keep away from it, or follow it.",
	),
	"merge.one-cell": always("至少要选两格才能合成一格。", "Choose at least two cells to join."),
	"merge.not-adjacent": ({ cells }) => ({
		zh: `${cells.zh}不相邻，不能合成一格。`,
		en: `${cells.en} do not share a border and cannot be joined.`,
	}),
	"merge.locked-arc": always(
		"这些部分之间有已锁定的界线，不能合并。",
		"A locked line runs between these parts.",
	),
};

// Operations as sentences, for the list of a plan's history. Named by the state before the operation.
import type { UnitKind } from "../city/records.ts";
import type { Words } from "../partition/mend/territoryWords.ts";
import { categoryOf } from "../standards/catalogue.ts";
import type { OperationName, OperationOf, PlanOperation } from "../wire/plans.ts";
import { facilitiesNamed } from "./facilitiesOf.ts";
import type { PlanState } from "./PlanState.ts";
import { cellWords, layerWords, listWords, unitWords } from "./unitWords.ts";

const STREET_KIND_WORDS = {
	subdistrict: { zh: "街道", en: "subdistrict" },
	town: { zh: "镇", en: "town" },
	township: { zh: "乡", en: "township" },
	other: { zh: "其他", en: "other" },
} as const;

type Tell<N extends OperationName> = (op: OperationOf<N>, state: PlanState) => Words;

/** One operation as one sentence without a full stop. */
export function operationWords(state: PlanState, op: PlanOperation): Words {
	return (WORDS[op.op] as Tell<OperationName>)(op, state);
}

const WORDS: { readonly [N in OperationName]: Tell<N> } = {
	assign(op, state) {
		const cells = cellList(state, op.cells);
		if (op.to === null) {
			const layer = layerWords(op.layer);
			return { zh: `${cells.zh}移出${layer.zh}`, en: `Take ${cells.en} out of its ${layer.en}` };
		}
		const to = unitWords(state, op.layer, op.to);
		return { zh: `${cells.zh}划入${to.zh}`, en: `Assign ${cells.en} to ${to.en}` };
	},
	cut(op, state) {
		const cell = cellWords(state, op.cell);
		return { zh: `切开${cell.zh}`, en: `Cut ${cell.en}` };
	},
	joinCells(op, state) {
		const cells = cellList(state, op.cells);
		return { zh: `${cells.zh}合回一格 ${op.into}`, en: `Join ${cells.en} into ${op.into}` };
	},
	reshape(op, state) {
		const [a, b] = op.units.map((code) => unitWords(state, op.layer, code));
		return { zh: `重画${a.zh}与${b.zh}的边界`, en: `Redraw the border of ${a.en} and ${b.en}` };
	},
	merge(op, state) {
		const gone = unitList(
			state,
			op.layer,
			op.units.filter((code) => code !== op.into),
		);
		const into = unitWords(state, op.layer, op.into);
		return { zh: `${gone.zh}并入${into.zh}`, en: `Merge ${gone.en} into ${into.en}` };
	},
	createUnit(op, state) {
		const cells = cellList(state, op.cells);
		const layer = layerWords(op.layer);
		return {
			zh: `以${cells.zh}设立${op.name}`,
			en: `Create the ${layer.en} ${op.name} of ${cells.en}`,
		};
	},
	dissolveUnit(op, state) {
		const unit = unitWords(state, op.layer, op.unit);
		if (op.to === null) return { zh: `撤销${unit.zh}`, en: `Dissolve ${unit.en}` };
		const to = unitWords(state, op.layer, op.to);
		return { zh: `撤销${unit.zh}，划入${to.zh}`, en: `Dissolve ${unit.en} into ${to.en}` };
	},
	rename(op, state) {
		const unit = unitWords(state, op.layer, op.unit);
		return { zh: `${unit.zh}更名为${op.name}`, en: `Rename ${unit.en} to ${op.name}` };
	},
	changeKind(op, state) {
		const unit = unitWords(state, "street", op.unit);
		const kind = STREET_KIND_WORDS[op.streetKind];
		return { zh: `${unit.zh}改为${kind.zh}`, en: `Make ${unit.en} a ${kind.en}` };
	},
	moveSeat(op, state) {
		const unit = unitWords(state, op.layer, op.unit);
		return { zh: `迁移${unit.zh}驻地`, en: `Move the seat of ${unit.en}` };
	},
	reparent(op, state) {
		const unit = unitWords(state, op.layer, op.unit);
		const to = unitWords(state, null, op.to);
		return { zh: `${unit.zh}改属${to.zh}`, en: `Put ${unit.en} under ${to.en}` };
	},
	addFacility(op) {
		const category = categoryOf(op.category);
		return {
			zh: `新增${category?.nameZh ?? op.category}：${op.name}`,
			en: `Add ${category?.nameEn ?? op.category}: ${op.name}`,
		};
	},
	moveFacility(op, state) {
		const name = facilityName(state, op);
		return { zh: `迁移${name}`, en: `Move ${name}` };
	},
	closeFacility(op, state) {
		const name = facilityName(state, op);
		return { zh: `关闭${name}`, en: `Close ${name}` };
	},
	openLink: ({ id }) => ({ zh: `开通通道 ${id}`, en: `Open link ${id}` }),
	closeLink: ({ id, at }) =>
		at === undefined
			? { zh: `取消通道 ${id}`, en: `Take back link ${id}` }
			: { zh: `封闭道路 ${id}`, en: `Close a street (${id})` },
	lockBorder(op, state) {
		const [a, b] = op.units.map((code) => unitWords(state, op.layer, code));
		return { zh: `锁定${a.zh}与${b.zh}的界线`, en: `Lock the border of ${a.en} and ${b.en}` };
	},
	unlockBorder(op, state) {
		const [a, b] = op.units.map((code) => unitWords(state, op.layer, code));
		return { zh: `解锁${a.zh}与${b.zh}的界线`, en: `Unlock the border of ${a.en} and ${b.en}` };
	},
};

function cellList(state: PlanState, codes: readonly string[]): Words {
	return listWords(codes.map((code) => cellWords(state, code)));
}

function unitList(state: PlanState, layer: UnitKind, codes: readonly string[]): Words {
	return listWords(codes.map((code) => unitWords(state, layer, code)));
}

function facilityName(
	state: PlanState,
	{ id, category }: Pick<OperationOf<"closeFacility">, "id" | "category">,
): string {
	return facilitiesNamed(state, id, category).at(0)?.name ?? id;
}

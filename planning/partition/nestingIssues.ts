// Misfits between layers as issues: what lies where, how much, and what a person can choose.
import type { UnitKind, UnitRecord } from "../city/records.ts";
import type { Issue } from "../layers/Issue.ts";
import { assignCells, cellLevelOf } from "./assignCells.ts";
import { LEVEL_WORDS } from "./levelWords.ts";
import type { Misfit } from "./nest.ts";
import { closedUp, unitNames } from "./unitNames.ts";

/**
 * How the units of one layer fit the others: an issue per misfit that concerns the layer. Information, not a warning:
 * the rule decides until a person does. Basic management units and circles are judged on committees only, being finer
 * than streets.
 */
export function nestingIssues(units: readonly UnitRecord[], layer: UnitKind): Issue[] {
	const cellKind = cellLevelOf(units);
	if (cellKind === undefined) return [];
	const named = unitNames(units);
	const misfits: Misfit[] = [];
	assignCells(units, (misfit) => misfits.push(misfit));
	return misfits
		.filter(
			(misfit) =>
				(misfit.layer === layer || layer === cellKind) &&
				(cellKind === "committee" || (misfit.layer !== "bmu" && misfit.layer !== "circle")),
		)
		.map((misfit) => issueOf(misfit, named));
}

function issueOf(misfit: Misfit, named: (code: string) => Issue["message"]): Issue {
	const { layer, areaM2, at } = misfit;
	const words = LEVEL_WORDS[layer];
	const cell = named(misfit.cell);
	const owner = misfit.owner === null ? null : named(misfit.owner);
	const other = misfit.other === null ? null : named(misfit.other);
	const m2 = Math.round(areaM2);
	const [lon, lat] = at;
	const message = {
		"border-differs": {
			zh: `${cell.zh} 有 ${m2} 平方米不在${owner === null ? "任何" : `所属的`}${words.zh}${owner === null ? "所属范围" : ` ${owner?.zh}`}内，而在${other === null ? `任何${words.zh}之外` : ` ${other?.zh}`}。请选择：以基础格的边界为准，或沿${words.zh}边界切开。`,
			en: `${cell.en}: ${m2} m² lie ${other === null ? `in no ${words.en}` : `in ${other?.en}`}, not in ${owner === null ? `a ${words.en} of its own` : `its ${words.en} ${owner?.en}`}. Choose: take the cell's border, or cut the cell.`,
		},
		"parent-differs": {
			zh: `${cell.zh} 登记的上级与位置不符：归入 ${owner?.zh}，另一个是 ${other?.zh}。请核对上级编码或边界。`,
			en: `${cell.en}: the parent on record and the place disagree; it is put in ${owner?.en}, the other is ${other?.en}. Check the parent's code or the border.`,
		},
		"outside-parent": {
			zh: `${cell.zh} 大部分在${words.zh} ${other?.zh} 内，但不属于它的${layer === "bmu" ? "镇" : "区"}，未归入。请核对边界。`,
			en: `${cell.en}: most of it lies in the ${words.en} ${other?.en} but in another ${layer === "bmu" ? "town" : "district"}; it was left out. Check the border.`,
		},
	}[misfit.kind];
	const about = [misfit.cell, misfit.owner, misfit.other].flatMap((code) => code ?? []);
	return {
		code: `division.${misfit.kind}`,
		severity: "info",
		at: { lon, lat },
		message: { zh: closedUp(message.zh), en: message.en },
		about,
		areaM2,
	};
}

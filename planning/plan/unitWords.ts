// What cells and units of a plan are called in a sentence.
import { UNIT_KINDS, type UnitKind } from "../city/records.ts";
import { LEVEL_WORDS } from "../partition/levelWords.ts";
import type { Words } from "../partition/mend/territoryWords.ts";
import { cellNumber, type PlanState } from "./PlanState.ts";

const SHOWN = 3;

/** A unit by its name, in English with its code; by the code alone where the layer has no such unit. */
export function unitWords(state: PlanState | null, layer: UnitKind | null, code: string): Words {
	const kinds = layer === null ? UNIT_KINDS : [layer];
	const unit = kinds
		.flatMap((kind) => state?.layers[kind].units.filter((one) => one.code === code) ?? [])
		.at(0);
	return unit === undefined
		? { zh: code, en: code }
		: { zh: unit.name, en: `${unit.name} ${code}` };
}

/** A cell by its committee's name, with the code where it is a part. */
export function cellWords(state: PlanState | null, code: string): Words {
	if (state === null) return { zh: code, en: code };
	const { tiling, layers } = state;
	const { committee } = layers;
	const cell = cellNumber(tiling, code);
	const unit = cell < 0 ? undefined : committee.units[committee.unitOfCell[cell]];
	if (unit === undefined) return { zh: code, en: code };
	return unit.code === code
		? { zh: unit.name, en: `${unit.name} ${code}` }
		: { zh: `${unit.name}（${code}）`, en: `${unit.name} ${code}` };
}

/** The first few and how many there are. */
export function listWords(words: readonly Words[]): Words {
	const shown = words.slice(0, SHOWN);
	const isMore = words.length > SHOWN;
	return {
		zh: `${shown.map(({ zh }) => zh).join("、")}${isMore ? `等 ${words.length} 个` : ""}`,
		en: `${shown.map(({ en }) => en).join(", ")}${isMore ? ` and ${words.length - SHOWN} more` : ""}`,
	};
}

/** The word for a layer's units. */
export function layerWords(layer: UnitKind | null): Words {
	return layer === null ? { zh: "单元", en: "unit" } : LEVEL_WORDS[layer];
}

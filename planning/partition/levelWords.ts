// What a unit of each kind is called in a sentence.
import type { UnitKind } from "../city/records.ts";

export const LEVEL_WORDS: Readonly<Record<UnitKind, { zh: string; en: string }>> = {
	district: { zh: "区", en: "district" },
	street: { zh: "街镇", en: "street-level unit" },
	committee: { zh: "居村委", en: "committee" },
	bmu: { zh: "基本管理单元", en: "basic management unit" },
	circle: { zh: "生活圈片区", en: "living circle" },
};

// Names of layers as people say them: kind, and level or category.
import { useTranslation } from "react-i18next";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import type { LayerKey } from "./layerQueries.ts";
import { categoryName, useLanguage } from "./useLanguage.ts";

/** 区划单元 · 街镇; 设施 · 菜市场 */
export function useLayerWords(): (key: LayerKey) => string {
	const { t } = useTranslation();
	const scopeWords = useScopeWords();
	return (key) => {
		const kind = t(`data.kind.${key.kind}`, { defaultValue: key.kind });
		const scope = scopeWords(key);
		return scope === "" ? kind : `${kind} · ${scope}`;
	};
}

/** 街镇; 菜市场; "" for layers that have no scope. */
export function useScopeWords(): (key: LayerKey) => string {
	const { t } = useTranslation();
	const language = useLanguage();
	return ({ kind, scope }) => {
		if (kind === "divisions") return t(`level.${scope}`, { defaultValue: scope });
		const category = categoryOf(scope);
		return category === undefined ? scope : categoryName(category, language);
	};
}

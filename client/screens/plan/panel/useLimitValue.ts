// The limit of a category's own standard in words.
import { useTranslation } from "react-i18next";
import { categoryOf, limitOf } from "../../../../planning/standards/catalogue.ts";
import { formatCount } from "../../../data/formats.ts";

/** 15 分钟; 1,000 米 */
export function useLimitValue(code: string): string {
	const { t } = useTranslation();
	const category = categoryOf(code);
	const limit = category === undefined ? null : limitOf(category);
	if (category === undefined || limit === null) return t("plan.panel.limit");
	return t(`limit.value.${category.basis}`, { limit: formatCount(limit) });
}

// “3 天前”, and the date it stands for.
import { useTranslation } from "react-i18next";
import { ageOf } from "./freshness.ts";

export function useAgeWords(): (iso: string) => string {
	const { t } = useTranslation();
	return (iso) => {
		const { unit, count } = ageOf(iso, new Date());
		return t(`data.age.${unit}`, { count });
	};
}

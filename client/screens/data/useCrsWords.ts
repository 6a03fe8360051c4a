// What a coordinate system is, beside its name; a name without words stays as it is.
import { useTranslation } from "react-i18next";

export function useCrsWords(): (crs: string) => string {
	const { t } = useTranslation();
	return (crs) => {
		const words = t(`data.crs.${crs.replace(":", "-")}`, { defaultValue: "" });
		if (words === "") return crs;
		return crs.startsWith("EPSG:") ? `${crs} ${words}` : words;
	};
}

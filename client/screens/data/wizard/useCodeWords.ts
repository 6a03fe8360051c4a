// Short names of issue codes where there are some; a code without a name stays as it is.
import { useTranslation } from "react-i18next";

export function useCodeWords(): (code: string) => string {
	const { t } = useTranslation();
	return (code) => t(`data.code.${code.replaceAll(".", "-")}`, { defaultValue: code });
}

// Names of fields as people say them; an unknown field keeps its own name.
import { useTranslation } from "react-i18next";

export function useFieldWords(): (field: string) => string {
	const { t } = useTranslation();
	return (field) => t(`data.field.${field}`, { defaultValue: field });
}

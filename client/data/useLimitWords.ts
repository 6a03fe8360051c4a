// The limit of a figure in words.
import { useTranslation } from "react-i18next";
import type { Figure } from "./useFigure.ts";

/** 步行 15 分钟以内 */
export function useLimitWords({ limits, limit }: Pick<Figure, "limits" | "limit">): string {
	const { t } = useTranslation();
	return t(`figure.limit.${limits?.unit ?? "presence"}`, { limit: limit ?? 0 });
}

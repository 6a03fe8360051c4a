// The state of a checked file in one line: what mending did to the area, what is left to decide.
import { useTranslation } from "react-i18next";
import type { IssueRow } from "../../../../planning/wire/checking.ts";
import type { Upload } from "../../../../planning/wire/uploads.ts";

export function useCheckSentence(
	{ report, steps }: Upload,
	open: Record<IssueRow["severity"], number>,
): string {
	const { t } = useTranslation();
	if (report === null) return t("data.check.none");
	const parts: string[] = [];
	const { areaM2 } = report;
	if (areaM2 !== null && steps.length > 0 && areaM2.before > 0) {
		const pct = (100 * (areaM2.after - areaM2.before)) / areaM2.before;
		parts.push(t("data.check.area", { pct: signed(pct) }));
	}
	if (open.blocking > 0) parts.push(t("data.check.blocking", { count: open.blocking }));
	if (open.warning > 0) parts.push(t("data.check.warnings", { count: open.warning }));
	if (open.blocking + open.warning === 0)
		parts.push(
			t(open.info > 0 ? "data.check.hintsOnly" : "data.check.clean", { count: open.info }),
		);
	return parts.join(t("data.comma"));
}

/** +0.002, −0.120; 0.000 without a sign. */
function signed(pct: number): string {
	const digits = Math.abs(pct).toFixed(3);
	if (Number(digits) === 0) return digits;
	return `${pct < 0 ? "−" : "+"}${digits}`;
}

// May this be committed, and what is missing? Pure.
import type { CheckReport } from "../../../../planning/wire/checking.ts";

export type Gate = "open" | "refused" | "blocking" | "nothing" | "tick" | "reason";

export interface Consent {
	readonly acceptWarnings: boolean;
	readonly reason: string;
}

/** The first thing in the way; `open` when nothing is. */
export function gateOf(report: CheckReport, { acceptWarnings, reason }: Consent): Gate {
	if (report.status === "refused" && report.accepted === 0 && report.reason !== null)
		return "refused";
	if (countOf(report, "blocking") > 0 || report.status === "refused") return "blocking";
	if (report.accepted === 0) return "nothing";
	if (!needsConsent(report)) return "open";
	if (!acceptWarnings) return "tick";
	return reason.trim() === "" ? "reason" : "open";
}

/** Warnings, or records that stay out, are taken with a tick and a reason. */
export function needsConsent(report: CheckReport): boolean {
	return report.status === "warnings" || countOf(report, "warning") > 0;
}

export function countOf(report: CheckReport, severity: "blocking" | "warning" | "info"): number {
	return report.groups
		.filter((group) => group.severity === severity)
		.reduce((sum, { count }) => sum + count, 0);
}

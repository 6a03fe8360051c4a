// The five steps of handing in, and which of them an upload has come far enough for. Pure.
import type { Upload } from "../../../../planning/wire/uploads.ts";

export const WIZARD_STEPS = ["understand", "check", "mend", "compare", "commit"] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

type Reached = Pick<Upload, "state" | "work" | "understanding" | "report">;

/** A step is reachable when what it shows is known or is being worked out right now. */
export function isReachable(
	step: WizardStep,
	{ state, work, understanding, report }: Reached,
): boolean {
	if (state === "committed") return true;
	if (step === "understand") return true;
	if (understanding === null) return false;
	if (report !== null && state === "checked") return true;
	const isBeyond = work !== null && ["check", "compare", "commit"].includes(work.stage);
	return isBeyond || (step === "check" && report !== null && state !== "understood");
}

/** The step of the address where it is reachable, else the farthest that asks for a decision. */
export function stepOf(asked: string | null, upload: Reached): WizardStep {
	const wanted = WIZARD_STEPS.find((step) => step === asked);
	if (wanted !== undefined && isReachable(wanted, upload)) return wanted;
	return isReachable("check", upload) ? "check" : "understand";
}

/** The one before, in the order of the band. */
export function stepBefore(step: WizardStep): WizardStep | null {
	return WIZARD_STEPS[WIZARD_STEPS.indexOf(step) - 1] ?? null;
}

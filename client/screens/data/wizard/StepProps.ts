// What every step of the wizard is given.
import type { Upload } from "../../../../planning/wire/uploads.ts";
import type { ActOnUpload } from "../../../data/useUploadAct.ts";
import type { CompareDesk } from "./useCompareDesk.ts";
import type { IssueDesk } from "./useIssueDesk.ts";
import type { WizardStep } from "./wizardSteps.ts";

export interface StepProps {
	readonly upload: Upload;
	readonly step: WizardStep;
	readonly act: ActOnUpload;
	readonly desk: IssueDesk;
	readonly compare: CompareDesk;
	goTo(step: WizardStep): void;
}

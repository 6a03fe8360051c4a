// The wizard of one upload. Where it stands is the server's to say; the address says which step is looked at.
import "../data.css";
import "./wizard.css";
import "../mapFurniture.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { Problem } from "../../../app/Problem.tsx";
import { uploadQuery } from "../../../data/uploadQueries.ts";
import { useUploadAct } from "../../../data/useUploadAct.ts";
import { useWorkNews } from "../../../data/useWorkNews.ts";
import { Skeleton } from "../../../ui/StateNote.tsx";
import { CheckStep } from "./CheckStep.tsx";
import { CommitStep } from "./CommitStep.tsx";
import { CompareStep } from "./CompareStep.tsx";
import { DonePage } from "./DonePage.tsx";
import { ReceiveStep } from "./ReceiveStep.tsx";
import type { StepProps } from "./StepProps.ts";
import { UnderstandStep } from "./UnderstandStep.tsx";
import { UploadMap } from "./UploadMap.tsx";
import { useCompareDesk } from "./useCompareDesk.ts";
import { useIssueDesk } from "./useIssueDesk.ts";
import { WizardBand } from "./WizardBand.tsx";
import { stepOf, type WizardStep } from "./wizardSteps.ts";

export default function UploadScreen(): ReactNode {
	const id = Number(useParams()["id"]);
	const upload = useQuery(uploadQuery(id));
	if (upload.data !== undefined) return <Wizard key={id} upload={upload.data} />;
	if (upload.error !== null)
		return (
			<main className="data-page">
				<Problem query={upload} />
			</main>
		);
	return (
		<main className="data-page">
			<Skeleton rows={8} />
		</main>
	);
}

function Wizard({ upload }: { upload: Upload }): ReactNode {
	const { t } = useTranslation();
	const [params, setParams] = useSearchParams();
	const act = useUploadAct(upload.id);
	useWorkNews(upload);
	const desk = useIssueDesk(upload, act);
	const step = stepOf(params.get("step"), upload);
	const goTo = (next: WizardStep) =>
		setParams((before) => {
			before.set("step", next);
			return before;
		});
	const compare = useCompareDesk(upload, step === "compare");
	const props: StepProps = { upload, step, act, desk, compare, goTo };
	if (upload.state === "committed") return <DonePage upload={upload} />;
	if (upload.state === "discarded")
		return (
			<main className="data-page">
				<p>{t("data.wizard.discarded")}</p>
				<Link className="text-button" to="/data">
					{t("data.back")}
				</Link>
			</main>
		);
	return (
		<main className="wizard" data-testid="wizard" data-step={step}>
			<WizardBand {...props} />
			<UploadMap {...props} />
			<Step {...props} />
		</main>
	);
}

function Step(props: StepProps): ReactNode {
	const { understanding } = props.upload;
	if (understanding === null) return <ReceiveStep {...props} />;
	switch (props.step) {
		case "understand":
			return <UnderstandStep {...props} understanding={understanding} />;
		case "check":
		case "mend":
			return <CheckStep {...props} />;
		case "compare":
			return <CompareStep {...props} />;
		case "commit":
			return <CommitStep {...props} />;
	}
}

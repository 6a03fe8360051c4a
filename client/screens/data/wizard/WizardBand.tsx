// File, kind, size; the five steps; the table of issues to send back.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { formatBytes } from "../../../data/formats.ts";
import { useLayerWords } from "../../../data/layerWords.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { StepProps } from "./StepProps.ts";
import { isReachable, WIZARD_STEPS } from "./wizardSteps.ts";

export function WizardBand({ upload, step, goTo }: StepProps): ReactNode {
	const { t } = useTranslation();
	const at = WIZARD_STEPS.indexOf(step);
	return (
		<div className="wizard-band">
			<UploadTitle upload={upload} />
			<nav aria-label={t("data.wizard.steps")}>
				<ol className="wizard-steps">
					{WIZARD_STEPS.map((name, index) => (
						<li key={name} className={index < at ? "done" : index === at ? "on" : ""}>
							<button
								type="button"
								disabled={!isReachable(name, upload)}
								aria-current={index === at ? "step" : undefined}
								data-testid={`step-${name}`}
								onClick={() => goTo(name)}
							>
								<i>{index < at ? <Icon name="check" size={13} /> : index + 1}</i>
								{t(`data.step.${name}`)}
							</button>
						</li>
					))}
				</ol>
			</nav>
			<span className="wizard-band-end">
				{upload.report !== null && (
					<a
						className="button small"
						href={`/api/uploads/${upload.id}/issues.xlsx`}
						download
						data-testid="issues-xlsx"
					>
						<Icon name="download" size={14} /> {t("data.wizard.issueTable")}
					</a>
				)}
			</span>
		</div>
	);
}

export function UploadTitle({ upload }: { upload: Upload }): ReactNode {
	const { t } = useTranslation();
	const layerWords = useLayerWords();
	const { fileNames, sizeBytes, settings, understanding } = upload;
	const kind = settings?.kind ?? understanding?.kind ?? null;
	const scope = settings?.level ?? settings?.category ?? understanding?.level ?? "";
	const [first = ""] = fileNames;
	return (
		<div className="wizard-file">
			<Link
				to="/data"
				className="icon-button"
				aria-label={t("data.back")}
				data-testid="back-to-data"
			>
				<Icon name="back" />
			</Link>
			<Icon name="file" size={18} />
			<b className="ellipsis" title={fileNames.join("、")}>
				{fileNames.length > 1 ? t("data.wizard.files", { first, count: fileNames.length }) : first}
			</b>
			<small>
				{kind === null ? "" : `${layerWords({ kind, scope: scope ?? "" })} · `}
				{formatBytes(sizeBytes)}
			</small>
		</div>
	);
}

// Before anything is known of a file: its bytes on their way, or why they did not all arrive.
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { useErrorWords } from "../../../data/errorWords.ts";
import { formatBytes } from "../../../data/formats.ts";
import { resumeSending, sendAgain, stopSending, useSending } from "../../../data/sendingStore.ts";
import { uploadKey } from "../../../data/uploadQueries.ts";
import { StateNote } from "../../../ui/StateNote.tsx";
import { DiscardUpload } from "../list/UnfinishedUploads.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import type { StepProps } from "./StepProps.ts";
import { WizardFrame } from "./WizardFrame.tsx";

const UNASKED = { layer: null, encoding: null, crs: null, isSwapped: null, kind: null };

export function ReceiveStep(props: StepProps): ReactNode {
	const { upload, act } = props;
	const { t } = useTranslation();
	const navigate = useNavigate();
	const sending = useSending(upload.id);
	const isHere = upload.state === "received" || upload.state === "failed";
	const canLook = isHere && sending === undefined && upload.fileHash !== null;
	return (
		<WizardFrame
			{...props}
			sentence={t(`data.state.${upload.state}`)}
			main={
				canLook
					? {
							label: t("data.receive.look"),
							testId: "look",
							whyNot: null,
							onAct: () => act.mutate({ verb: "understand", body: UNASKED }),
						}
					: null
			}
			left={
				<section className="data-card">
					<h2>{t("data.receive.title")}</h2>
					<ProblemNote upload={upload} />
					<SendingNote upload={upload} />
					{upload.work === null && (
						<DiscardUpload id={upload.id} onDone={() => void navigate("/data")} />
					)}
				</section>
			}
		/>
	);
}

function SendingNote({ upload }: { upload: Upload }): ReactNode {
	const { t } = useTranslation();
	const errorWords = useErrorWords();
	const sending = useSending(upload.id);
	const keep = useKeepUpload();
	if (upload.state === "failed" && upload.fileHash === null)
		return <p className="muted">{t("data.receive.gone")}</p>;
	if (sending === undefined)
		return upload.state === "receiving" && upload.work === null ? (
			<MissingBytes upload={upload} />
		) : (
			<p className="muted">{t("data.receive.arrived", { size: formatBytes(upload.sizeBytes) })}</p>
		);
	const { sentBytes, totalBytes, state, error } = sending;
	const pct = Math.floor((100 * sentBytes) / Math.max(1, totalBytes));
	if (state !== "sending")
		return (
			<StateNote
				icon="warning"
				tone="error"
				words={
					state === "stopped" || error === null ? t("data.receive.stopped") : errorWords(error)
				}
				action={{
					label: t("data.receive.again"),
					onAct: () => resumeSending(upload.id, keep),
				}}
			/>
		);
	return (
		<div className="sending" data-testid="sending">
			<p>
				{t("data.receive.sent", { sent: formatBytes(sentBytes), total: formatBytes(totalBytes) })}
				<b className="right">{pct}%</b>
			</p>
			<span
				className="work-line"
				role="progressbar"
				aria-valuenow={pct}
				aria-label={t("data.receive.title")}
			>
				<i style={{ width: `${pct}%` }} />
			</span>
			<button
				type="button"
				className="text-button"
				data-testid="stop-sending"
				onClick={() => stopSending(upload.id)}
			>
				{t("data.receive.stop")}
			</button>
		</div>
	);
}

/** The page was left while the file was sent: the browser no longer has it, so it is chosen again. */
function MissingBytes({ upload }: { upload: Upload }): ReactNode {
	const { t } = useTranslation();
	const input = useRef<HTMLInputElement>(null);
	const keep = useKeepUpload();
	return (
		<>
			<StateNote
				icon="warning"
				words={t("data.receive.missing")}
				detail={upload.fileNames.join("、")}
				action={{ label: t("data.receive.chooseAgain"), onAct: () => input.current?.click() }}
			/>
			<input
				ref={input}
				type="file"
				multiple
				hidden
				data-testid="file-again"
				aria-label={t("data.receive.chooseAgain")}
				onChange={({ target }) => {
					const files = [...(target.files ?? [])].filter(({ name }) =>
						upload.fileNames.includes(name),
					);
					if (files.length > 0) sendAgain(upload.id, files, keep);
				}}
			/>
		</>
	);
}

function useKeepUpload(): (upload: Upload) => void {
	const queries = useQueryClient();
	return (upload) => {
		queries.setQueryData(uploadKey(upload.id), upload);
	};
}

// Uploads that were begun and not committed: where each stands, to go on with or to discard.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Popconfirm } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { Problem } from "../../../app/Problem.tsx";
import { formatBytes, formatTime } from "../../../data/formats.ts";
import { send } from "../../../data/http.ts";
import { stopSending, useSending } from "../../../data/sendingStore.ts";
import { uploadsQuery } from "../../../data/uploadQueries.ts";
import { useAgeWords } from "../../../data/useAgeWords.ts";
import { useCanEdit } from "../../../data/useCanEdit.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { Icon } from "../../../ui/Icon.tsx";

export function UnfinishedUploads(): ReactNode {
	const { t } = useTranslation();
	const uploads = useQuery(uploadsQuery);
	if (uploads.error !== null && uploads.data === undefined) return <Problem query={uploads} />;
	const open = (uploads.data ?? []).filter(
		({ state }) => state !== "committed" && state !== "discarded",
	);
	if (open.length === 0) return null;
	return (
		<section className="data-card" aria-labelledby="unfinished">
			<h2 id="unfinished">
				{t("data.unfinished.title")}{" "}
				<small>{t("data.unfinished.count", { count: open.length })}</small>
			</h2>
			<ul className="upload-rows">
				{open.map((upload) => (
					<UploadRow key={upload.id} upload={upload} />
				))}
			</ul>
		</section>
	);
}

function UploadRow({ upload }: { upload: Upload }): ReactNode {
	const { t } = useTranslation();
	const ageWords = useAgeWords();
	const { id, fileNames, sizeBytes, createdBy, updatedAt } = upload;
	const canEdit = useCanEdit();
	return (
		<li data-testid={`upload-row-${id}`}>
			<Icon name="file" />
			<span className="upload-name">
				<b className="ellipsis">{fileNames.join("、")}</b>
				<small>
					{formatBytes(sizeBytes)} · {createdBy} ·{" "}
					<time dateTime={updatedAt} title={formatTime(updatedAt)}>
						{ageWords(updatedAt)}
					</time>
				</small>
			</span>
			<UploadStage upload={upload} />
			<Link className="button small" to={`/data/uploads/${id}`} data-testid={`continue-${id}`}>
				{t(canEdit ? "data.unfinished.continue" : "data.unfinished.look")}
			</Link>
			{canEdit && <DiscardUpload id={id} />}
		</li>
	);
}

function UploadStage({ upload }: { upload: Upload }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const sending = useSending(upload.id);
	const { work, problem, state } = upload;
	if (sending !== undefined && sending.state === "sending") {
		const pct = Math.floor((100 * sending.sentBytes) / Math.max(1, sending.totalBytes));
		return <span className="upload-stage">{t("data.unfinished.sending", { pct })}</span>;
	}
	if (problem !== null)
		return <span className="upload-stage error ellipsis">{problem[language]}</span>;
	if (work !== null) return <span className="upload-stage">{work.words[language]}</span>;
	return <span className="upload-stage">{t(`data.state.${state}`)}</span>;
}

export function DiscardUpload({ id, onDone }: { id: number; onDone?: () => void }): ReactNode {
	const { t } = useTranslation();
	const queries = useQueryClient();
	const discard = useMutation({
		mutationFn: () => {
			stopSending(id);
			return send("DELETE", `/api/uploads/${id}`);
		},
		onSettled: () => queries.invalidateQueries({ queryKey: ["uploads"] }),
		onSuccess: () => onDone?.(),
	});
	return (
		<Popconfirm
			title={t("data.unfinished.discardAsk")}
			okText={t("data.unfinished.discard")}
			cancelText={t("data.keep")}
			okButtonProps={{ danger: true, ...{ "data-testid": `discard-yes-${id}` } }}
			onConfirm={() => discard.mutate()}
		>
			<button type="button" className="text-button" data-testid={`discard-${id}`}>
				{t("data.unfinished.discard")}
			</button>
		</Popconfirm>
	);
}

// 回退到此版本: an earlier version is in force again, by a commit with its reason. Nothing is deleted.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Input } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Committed } from "../../../../planning/wire/layers.ts";
import { useErrorWords } from "../../../data/errorWords.ts";
import { sendJson } from "../../../data/http.ts";
import type { LayerKey } from "../../../data/layerQueries.ts";
import { useLayerWords } from "../../../data/layerWords.ts";
import { StateNote } from "../../../ui/StateNote.tsx";

export function RollBack({ layer, versionId }: { layer: LayerKey; versionId: number }): ReactNode {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const layerWords = useLayerWords();
	const errorWords = useErrorWords();
	const queries = useQueryClient();
	const [reason, setReason] = useState("");
	const rollBack = useMutation({
		mutationFn: () =>
			sendJson<Committed>(`/api/versions/${versionId}/commit`, { reason, renewSnapshot: true }),
		onSuccess: async () => {
			void message.success(t("data.rollBack.done", { layer: layerWords(layer) }));
			await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
		},
	});
	return (
		<section className="roll-back">
			<h3>{t("data.rollBack.title")}</h3>
			<p className="muted">{t("data.rollBack.why")}</p>
			<Input.TextArea
				rows={2}
				maxLength={2000}
				value={reason}
				placeholder={t("data.rollBack.reason")}
				aria-label={t("data.rollBack.reason")}
				data-testid="roll-back-reason"
				onChange={({ target }) => setReason(target.value)}
			/>
			{rollBack.error !== null && (
				<StateNote icon="warning" tone="error" words={errorWords(rollBack.error)} />
			)}
			<button
				type="button"
				className="button primary"
				data-testid="roll-back"
				disabled={reason.trim() === "" || rollBack.isPending}
				onClick={() => rollBack.mutate()}
			>
				{t("data.rollBack.act")}
			</button>
		</section>
	);
}

// What is in force is newer than the snapshot the figures rest on: say so, and renew it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../data/errorWords.ts";
import { send } from "../../../data/http.ts";
import { layersQuery } from "../../../data/layerQueries.ts";
import { useCanEdit } from "../../../data/useCanEdit.ts";
import { Icon } from "../../../ui/Icon.tsx";

export function SnapshotHint(): ReactNode {
	const { t } = useTranslation();
	const canEdit = useCanEdit();
	const { data: layers = [] } = useQuery(layersQuery);
	const renew = useRenewSnapshot();
	const newer = layers.filter(({ isInSnapshot }) => !isInSnapshot).length;
	if (newer === 0) return null;
	return (
		<div className="hint-band" role="status" data-testid="snapshot-hint">
			<Icon name="info" />
			<span>{t("data.snapshot.newer", { count: newer })}</span>
			{canEdit && (
				<button
					type="button"
					className="button small"
					data-testid="renew-snapshot"
					disabled={renew.isPending}
					onClick={() => renew.mutate()}
				>
					{t(renew.isPending ? "data.snapshot.renewing" : "data.snapshot.renew")}
				</button>
			)}
		</div>
	);
}

function useRenewSnapshot() {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const errorWords = useErrorWords();
	const queries = useQueryClient();
	return useMutation({
		mutationFn: () => send("POST", "/api/snapshots", {}),
		onSuccess: async () => {
			void message.success(t("data.snapshot.renewed"));
			// every figure rests on the snapshot
			await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
		},
		onError: (error) => void message.error(errorWords(error)),
	});
}

// News of what runs for an upload, pushed by the server: asking again and again would wait behind a long commit.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Upload, Work } from "../../planning/wire/uploads.ts";
import { uploadKey } from "./uploadQueries.ts";

/** While something runs, its news go into the upload's answer; when it is over, the upload is read anew. */
export function useWorkNews({ id, work }: Upload): void {
	const queries = useQueryClient();
	const isAtWork = work !== null;
	useEffect(() => {
		if (!isAtWork) return;
		const news = new EventSource(`/api/uploads/${id}/progress`);
		news.onmessage = ({ data }) => {
			const said = JSON.parse(data) as Work | null;
			if (said === null) {
				news.close(); // else the browser would ask again
				void queries.invalidateQueries({ queryKey: uploadKey(id), exact: true });
			} else
				queries.setQueryData<Upload>(uploadKey(id), (upload) =>
					upload === undefined || upload.work === null ? upload : { ...upload, work: said },
				);
		};
		return () => news.close();
	}, [queries, id, isAtWork]);
}

// Writes of an upload: each answers the upload, which is put in the place of the last one and polled from there.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Upload } from "../../planning/wire/uploads.ts";
import { sendJson } from "./http.ts";
import { uploadKey } from "./uploadQueries.ts";

export interface UploadAct {
	readonly verb: "understand" | "check" | "steps" | "commit" | "cancel";
	readonly body: unknown;
}
export type ActOnUpload = UseMutationResult<Upload, Error, UploadAct>;

export function useUploadAct(id: number): ActOnUpload {
	const queries = useQueryClient();
	return useMutation({
		mutationFn: ({ verb, body }: UploadAct) => sendJson<Upload>(`/api/uploads/${id}/${verb}`, body),
		onMutate: () => queries.cancelQueries({ queryKey: uploadKey(id), exact: true }),
		onSuccess: (upload, { verb }) => {
			queries.setQueryData(uploadKey(id), upload);
			if (verb === "commit") void queries.invalidateQueries({ queryKey: ["layers"] });
			void queries.invalidateQueries({ queryKey: ["uploads"] });
		},
		// what the server holds is the truth: after a refusal the picture may be old
		onError: () => queries.invalidateQueries({ queryKey: uploadKey(id), exact: true }),
	});
}

// Handing in: announces the files, sends them, and goes to the wizard where there is one thing to go to.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { beginUpload } from "../../../data/sendingStore.ts";
import { uploadKey } from "../../../data/uploadQueries.ts";
import { groupFiles } from "./groupFiles.ts";

export function useHandIn() {
	const queries = useQueryClient();
	const navigate = useNavigate();
	const keep = (upload: Upload) => {
		queries.setQueryData(uploadKey(upload.id), upload);
		void queries.invalidateQueries({ queryKey: ["uploads"] });
	};
	return useMutation({
		mutationFn: async (files: readonly File[]) => {
			const begun: Upload[] = [];
			for (const group of groupFiles(files)) begun.push(await beginUpload(group, keep));
			return begun;
		},
		onSuccess: (begun) => {
			for (const upload of begun) keep(upload);
			const [only, ...others] = begun;
			if (only !== undefined && others.length === 0) void navigate(`/data/uploads/${only.id}`);
		},
	});
}

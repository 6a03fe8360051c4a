import type { Provenance } from "./commitLayerVersion.ts";
import type { ImportRequest } from "./ImportRequest.ts";

/** Where a version came from: the file, its hash, how it was read, and the options that decided what was taken. */
export function provenanceOf(
	request: ImportRequest,
	file: Pick<Provenance, "format" | "encoding" | "crs" | "sourceHash">,
): Provenance {
	const { columns, where, category, level, within, add, acceptWarnings } = request;
	return {
		...file,
		sourceName: request.sourceName,
		committedBy: request.committedBy,
		options: { columns, where, category, level, within, add, acceptWarnings },
	};
}

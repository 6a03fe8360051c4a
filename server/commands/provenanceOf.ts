import type { IssueGroup } from "../../planning/layers/IssueList.ts";
import type { MendReport } from "../../planning/wire/mends.ts";
import type { Provenance } from "./commitLayerVersion.ts";
import type { ImportRequest } from "./ImportRequest.ts";

interface Read extends Pick<Provenance, "format" | "encoding" | "crs" | "sourceHash"> {
	readonly steps: readonly MendReport[];
	readonly issues: readonly IssueGroup[];
}

/** Where a version came from: the file, its hash, how it was read, what was mended, and what it was known to lack. */
export function provenanceOf(request: ImportRequest, read: Read): Provenance {
	const { columns, where, category, level, within, add, acceptWarnings } = request;
	const { steps, issues, ...file } = read;
	const { kind, sourceLayer, isSwapped } = request;
	return {
		...file,
		sourceName: request.sourceName,
		committedBy: request.committedBy,
		options: {
			acceptWarnings,
			settings: {
				kind,
				layer: sourceLayer ?? null,
				encoding: file.encoding,
				crs: file.crs,
				isSwapped,
				level,
				category,
				columns,
				where,
				within,
				add,
			},
			steps,
			issues: issues.map(({ code, severity, count, issues: listed }) => ({
				code,
				severity,
				count,
				listed: listed.length,
			})),
		},
	};
}

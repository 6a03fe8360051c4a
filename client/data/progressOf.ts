// A query that waits for an analysis: its progress, null when it does not wait.
import { StillRunning } from "./http.ts";

export function progressOf(query: { readonly failureReason: Error | null }): number | null {
	return query.failureReason instanceof StillRunning ? query.failureReason.progressPct : null;
}

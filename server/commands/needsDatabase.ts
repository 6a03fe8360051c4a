import type { ImportRequest } from "./ImportRequest.ts";

/**
 * A dry run that replaces whole layers only reads the file; it works while a server holds the data folder. Exceptions
 * name cells, which only the database knows.
 */
export function needsDatabase({ kind, dryRun, add, within }: ImportRequest): boolean {
	return !dryRun || add || within !== null || kind === "exceptions";
}

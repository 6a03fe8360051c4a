// A link may name a snapshot that this database does not have. Pure.
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import type { CityView } from "./cityView.ts";

/** The snapshot that a view names and the list lacks; null when all is well, or the list is not known. */
export function missingSnapshot(
	all: readonly SnapshotEntry[],
	{ snapshot, against }: Pick<CityView, "snapshot" | "against">,
): string | null {
	if (all.length === 0) return null;
	const isMissing = (asked: string | null) =>
		asked !== null && !all.some(({ hash }) => hash.startsWith(asked));
	return [snapshot, against].find(isMissing) ?? null;
}

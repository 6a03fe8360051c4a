// What a dataset contains, as one hash: the same records in any order give the same hash.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../planning/wire/canonicalJson.ts";

/** SHA-256 of the records, each as canonical JSON, in the order of that text. */
export function contentHash(records: readonly object[]): string {
	const hash = createHash("sha256");
	const lines = records.map((record) => canonicalJson(record));
	for (const line of lines.sort()) hash.update(line).update("\n");
	return hash.digest("hex");
}

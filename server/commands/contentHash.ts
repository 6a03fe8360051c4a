// What a dataset contains, as one hash: the same records in any order give the same hash.
import { createHash } from "node:crypto";
import { lastOf, type Steps } from "../../planning/steps.ts";
import { canonicalJson } from "../../planning/wire/canonicalJson.ts";

/** SHA-256 of the records, each as canonical JSON, in the order of that text. */
export function contentHash(records: readonly object[]): string {
	return lastOf(contentHashSteps(records));
}

const RUN = 65_536;
const TOGETHER = 512;

/** The same in steps of some tenths of a second: runs of records are sorted and then merged two by two. */
export function* contentHashSteps(records: readonly object[]): Steps<string> {
	let runs: string[][] = [];
	for (let from = 0; from < records.length; from += RUN) {
		yield from / records.length / 2;
		runs.push(
			records
				.slice(from, from + RUN)
				.map((record) => canonicalJson(record))
				.sort(),
		);
	}
	while (runs.length > 1) {
		const merged: string[][] = [];
		for (let i = 0; i < runs.length; i += 2) {
			yield 0.5;
			merged.push(mergedRun(runs[i] ?? [], runs[i + 1] ?? []));
		}
		runs = merged;
	}
	const hash = createHash("sha256");
	const lines = runs[0] ?? [];
	for (let from = 0; from < lines.length; from += TOGETHER) {
		if (from % RUN === 0) yield 0.5 + from / lines.length / 2;
		hash.update(`${lines.slice(from, from + TOGETHER).join("\n")}\n`);
	}
	return hash.digest("hex");
}

function mergedRun(a: readonly string[], b: readonly string[]): string[] {
	const merged: string[] = [];
	let [i, j] = [0, 0];
	for (;;) {
		const [first, second] = [a[i], b[j]];
		if (first === undefined || second === undefined) break;
		if (first <= second) {
			merged.push(first);
			i++;
		} else {
			merged.push(second);
			j++;
		}
	}
	for (; i < a.length; i++) merged.push(a[i] as string);
	for (; j < b.length; j++) merged.push(b[j] as string);
	return merged;
}

// Pure work of an import that takes seconds, by name: done here, or on a thread of its own so that this one keeps
// answering. What goes in and comes out can be copied from thread to thread.
import type { UnitKind, UnitRecord } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { compareRecords } from "../../planning/layers/compare/compareRecords.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import type { RecordKind } from "../../planning/layers/identities.ts";
import { type MendedRecords, mendRecords } from "../../planning/layers/mend/mendRecords.ts";
import { suggestSteps } from "../../planning/layers/mend/suggestSteps.ts";
import type { Reference } from "../../planning/layers/Reference.ts";
import { relationIssues } from "../../planning/layers/relations/relationIssues.ts";
import { fitIssuesOf } from "../../planning/partition/fitIssues.ts";
import { nestingIssues } from "../../planning/partition/nestingIssues.ts";
import { parentIssues } from "../../planning/partition/parentIssues.ts";
import type { MendReport, MendStep } from "../../planning/wire/mends.ts";

/** What mends changed: a copy loses which objects stayed the same. */
export interface Mended {
	readonly changed: readonly (readonly [index: number, record: object])[];
	readonly reports: readonly MendReport[];
	readonly left: readonly LonLat[];
}

export const NO_MENDS: Mended = { changed: [], reports: [], left: [] };

export interface Fit {
	readonly records: readonly UnitRecord[];
	/** Units of the other levels in force. */
	readonly others: readonly UnitRecord[];
	readonly isCellLevel: boolean;
	readonly left: readonly LonLat[];
}

export const KERNELS = {
	mend: (kind: RecordKind, records: readonly object[], steps: readonly MendStep[]): Mended => {
		const { records: mended, reports, left } = mendRecords(kind, records, steps);
		const changed = mended.flatMap((record, i) =>
			record === records[i] ? [] : [[i, record] as const],
		);
		return { changed, reports, left };
	},
	fit: ({ records, others, isCellLevel, left }: Fit): Issue[] => {
		const level = records[0]?.kind;
		if (level === undefined) return [];
		const nesting = others.length === 0 ? [] : nestingIssues([...records, ...others], level);
		const within = fitIssuesOf(records, { level, isCellLevel, left });
		return [...within, ...nesting, ...betweenLevels(records, others)];
	},
	relations: (units: readonly UnitRecord[], reference: Reference): Issue[] =>
		relationIssues("divisions", units, reference),
	suggest: suggestSteps,
	compare: compareRecords,
} as const;

export type Kernels = typeof KERNELS;
export type KernelName = keyof Kernels;

/** Does a kernel somewhere. */
export type RunKernel = <N extends KernelName>(
	name: N,
	...given: Parameters<Kernels[N]>
) => Promise<ReturnType<Kernels[N]>>;

/** On this thread. */
export const runHere: RunKernel = async (name, ...given) => {
	const kernel = KERNELS[name] as unknown as (...all: typeof given) => never;
	return kernel(...given);
};

/** Records after mends that may have been made elsewhere: those that did not change are the same objects. */
export function mendedRecords<R extends object>(
	records: readonly R[],
	{ changed, reports, left }: Mended,
): MendedRecords<R> {
	if (changed.length === 0) return { records, reports, left };
	const mended = [...records];
	for (const [index, record] of changed) mended[index] = record as R;
	return { records: mended, reports, left };
}

/** Children before parents. */
const TREE: readonly UnitKind[] = ["committee", "street", "district"];

/** What children and parents do not share, upwards and downwards. */
function betweenLevels(records: readonly UnitRecord[], others: readonly UnitRecord[]): Issue[] {
	const kind = records[0]?.kind;
	const level = kind === undefined ? -1 : TREE.indexOf(kind);
	if (level < 0) return [];
	const of = (wanted: UnitKind | undefined) => others.filter((unit) => unit.kind === wanted);
	return [
		...parentIssues(records, of(TREE[level + 1])),
		...parentIssues(of(TREE[level - 1]), records),
	];
}

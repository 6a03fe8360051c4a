// A file read to its end: features → mended one by one → records and issues.
import type { Knex } from "knex";
import type { IssueSeverity } from "../../planning/layers/Issue.ts";
import type { IssueList } from "../../planning/layers/IssueList.ts";
import { type CheckedLayer, LayerCheck } from "../../planning/layers/LayerCheck.ts";
import { FeatureMending } from "../../planning/layers/mend/FeatureMending.ts";
import type { SourceFeature } from "../../planning/layers/SourceFeature.ts";
import type { MendReport } from "../../planning/wire/mends.ts";
import { openSource } from "../imports/formats.ts";
import { AT, type ImportControl, pacer } from "./ImportControl.ts";
import type { PreparedFile } from "./prepareFile.ts";
import type { RecordLayer } from "./recordLayers.ts";

export interface ReadRecords<R> {
	readonly checked: CheckedLayer<R>;
	readonly mends: readonly MendReport[];
	readonly format: string;
	readonly encoding: string | null;
}

const NEWS_MS = 1_000;
const FIRST = 5;
/** Rows of a refused table, for persons. */
const LOOKED_AT = 5_000;

/** Each second what was found so far: a person need not wait for the end of a long file to see that it is wrong. */
function foundTeller({ found }: ImportControl, check: { readonly issuesSoFar: IssueList }) {
	let lastMs = performance.now();
	let count = 0;
	return () => {
		// looking at the clock for every row would take longer than reading it
		if (found === undefined || ++count % 256 !== 0 || performance.now() - lastMs < NEWS_MS) return;
		lastMs = performance.now();
		const groups = check.issuesSoFar.byCode();
		const total = (wanted: IssueSeverity) =>
			groups.reduce((sum, { severity, count }) => sum + (severity === wanted ? count : 0), 0);
		found({
			blocking: total("blocking"),
			warning: total("warning"),
			info: total("info"),
			first: groups.slice(0, FIRST).flatMap(({ issues: [first] }) => first?.message ?? []),
		});
	};
}

async function seePersons<R>(
	features: AsyncIterable<SourceFeature>,
	check: LayerCheck<R>,
): Promise<void> {
	let seen = 0;
	for await (const feature of features) {
		check.seePersons(feature);
		if (++seen === LOOKED_AT) break;
	}
}

/** Refused when the file breaks off or is not what it seemed; rejects with the signal's reason when cancelled. */
export async function readRecords<R extends object>(
	db: Knex | null,
	{ request, toLonLat }: PreparedFile,
	layer: RecordLayer<R>,
): Promise<ReadRecords<R>> {
	const { path, encoding, sourceLayer, control, steps } = request;
	const source = await openSource(path, {
		encoding,
		layer: sourceLayer,
		onProgress: (read, total) => control.tell?.(AT.reading, read, total),
	});
	const known = layer.known === undefined ? {} : await layer.known(db);
	const check = new LayerCheck(layer.reader, { ...request, ...known, toLonLat }, source.columns);
	const mending = new FeatureMending(steps, toLonLat);
	const breathe = pacer(control);
	const tellFound = foundTeller(control, check);
	try {
		if (check.isHeaderRefused) await seePersons(source.features, check);
		else
			for await (const feature of source.features) {
				const mended = mending.mend(feature);
				if (mended === null) check.leaveOut(feature);
				else check.add(mended);
				tellFound();
				await breathe();
			}
	} finally {
		await source.close?.();
	}
	return {
		checked: check.finish(),
		mends: mending.reports(),
		format: source.format,
		encoding: source.encoding.used,
	};
}

// Analyses on several threads: attach, search and flag in parts, with the same result as `analyse`, byte for byte.
import { setImmediate as breath } from "node:timers/promises";
import {
	type AnalyseOptions,
	ATTACHED_PCT,
	choiceOf,
	FOUND_PCT,
	residencesOf,
	TIMED_PCT,
} from "../../planning/coverage/analyse.ts";
import type { Analysis, City } from "../../planning/coverage/analysis.ts";
import {
	type CityAttachments,
	cityAttachmentsOf,
	placesToAttach,
} from "../../planning/coverage/cityAttachments.ts";
import { concludeSteps } from "../../planning/coverage/conclude.ts";
import { coverageRowSteps } from "../../planning/coverage/coverageRows.ts";
import type { Findings } from "../../planning/coverage/flags/evidence.ts";
import type { GapsFound } from "../../planning/coverage/gaps/findGaps.ts";
import { gapJobOf } from "../../planning/coverage/gaps/gapJob.ts";
import {
	joinLinks,
	type Links,
	type LinksPart,
	linkMetres,
} from "../../planning/coverage/gaps/links.ts";
import { type Located, locateSteps } from "../../planning/coverage/located.ts";
import { type SearchJob, searchJobOf } from "../../planning/coverage/search/job.ts";
import {
	emptyTimes,
	joinSevered,
	type SeveredRows,
} from "../../planning/coverage/search/results.ts";
import { splitByDistrict } from "../../planning/coverage/search/split.ts";
import { lonLatColumn, type Surveyed, surveyOf } from "../../planning/coverage/surveyed.ts";
import type { SegmentIndex } from "../../planning/reach/attacher.ts";
import { attachmentColumns } from "../../planning/reach/attachments.ts";
import type { ReachArrays } from "../../planning/reach/reach.ts";
import type { Steps } from "../../planning/steps.ts";
import type { AttachLoad, GapOrder, LinkLoad, SearchLoad } from "./analysisWorker.ts";
import type { BatchControl } from "./pool/Batch.ts";
import { shareArrays } from "./pool/shareArrays.ts";
import { WorkerPool } from "./pool/WorkerPool.ts";

export interface AnalysisControl {
	/** Aborting ends it within a tenth of a second; the promise rejects with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
	/** Whole per cent, rising. */
	readonly progress?: ((pct: number) => void) | undefined;
}

/** Threads for analyses; `size` at most, one per processor by default. */
export function createAnalysisPool(size?: number): WorkerPool {
	return new WorkerPool({ size, module: new URL("./analysisWorker.mjs", import.meta.url) });
}

/** A city located, attached and linked, its streets in shared memory: the same for every profile and speed. */
export interface OpenedCity {
	readonly city: City;
	readonly located: Located;
	readonly attachments: CityAttachments;
	readonly links: Links;
}

/** The same as `analyse`, on the threads of a pool. This thread keeps answering others meanwhile. */
export async function analyseInPool(
	pool: WorkerPool,
	city: City,
	options: AnalyseOptions = {},
	control: AnalysisControl = {},
): Promise<Analysis> {
	const opened = await openInPool(pool, city, part(control, 0, ATTACHED_PCT));
	return await analyseOpened(pool, opened, options, control);
}

/** Attach, locate and link: once per version of the layers. */
export async function openInPool(
	pool: WorkerPool,
	given: City,
	control: BatchControl = {},
): Promise<OpenedCity> {
	control.signal?.throwIfAborted();
	const { graph, barriers } = shareArrays({ graph: given.graph, barriers: given.barriers });
	const city = { ...given, graph, barriers };
	const attachments = await attachInPool(pool, city, control);
	const located = await paced(locateSteps(city), { signal: control.signal });
	const links = await linkInPool(pool, city, { signal: control.signal });
	return { city, located, attachments, links };
}

/** Times, indicators and flags of an opened city. */
export async function analyseOpened(
	pool: WorkerPool,
	{ city, located, attachments, links }: OpenedCity,
	options: AnalyseOptions = {},
	control: AnalysisControl = {},
): Promise<Analysis> {
	const surveyed = surveyOf(city, located, attachments, choiceOf(options), links);
	const searched = await searchInPool(pool, surveyed, control);
	const { times, severed } = searched;
	// the pool looks for gaps while this thread counts
	const [gaps, coverage] = await Promise.all([
		gapsInPool(pool, surveyed, searched, part(control, TIMED_PCT, FOUND_PCT)),
		paced(coverageRowSteps(surveyed, times), { signal: control.signal }),
	]);
	const steps = concludeSteps(surveyed, { times, severed, gaps }, coverage);
	return await paced(steps, part(control, FOUND_PCT, 100));
}

/** What the search of an analysis leaves behind. */
export interface Searched extends Pick<Findings, "times" | "severed"> {
	readonly job: SearchJob;
}

/** Times of all categories, district by district. */
export async function searchInPool(
	pool: WorkerPool,
	surveyed: Surveyed,
	control: AnalysisControl = {},
): Promise<Searched> {
	const job = shareArrays(searchJobOf(surveyed));
	const times = emptyTimes(job, (bytes) => new SharedArrayBuffer(bytes));
	const groups = job.profiles.map((_, group) => ({ input: group, weight: 1 }));
	const { signal } = control;
	const preparing = pool.run<ReachArrays>(
		{ program: "prepare", load: job, tasks: groups },
		{ signal },
	);
	// this thread cuts tasks while the pool prepares
	const tasks = splitByDistrict(job).map((input) => ({ input, weight: input.residences.length }));
	const load: SearchLoad = { job, prepared: await preparing, times };
	const found = await pool.run<SeveredRows>(
		{ program: "search", load, tasks },
		part(control, ATTACHED_PCT, TIMED_PCT),
	);
	return { job, times, severed: joinSevered(job, found) };
}

/** Gaps of all categories. */
export async function gapsInPool(
	pool: WorkerPool,
	surveyed: Surveyed,
	{ job, times, severed }: Searched,
	control: BatchControl = {},
): Promise<Findings["gaps"]> {
	const orders = job.categories.map(({ code }, category): GapOrder => {
		return { category, severed: residencesOf(severed.get(code)) };
	});
	const gaps = await pool.run<GapsFound>(
		{
			program: "gaps",
			load: shareArrays(gapJobOf(surveyed, job, times)),
			tasks: orders.map((input) => ({ input, weight: 1 })),
		},
		control,
	);
	return new Map(
		job.categories.map(({ code }, category) => [code, gaps[category] as GapsFound] as const),
	);
}

/** Attach all places of a city, the index of street segments made by one thread, the rest by all. */
async function attachInPool(
	pool: WorkerPool,
	city: City,
	control: BatchControl,
): Promise<CityAttachments> {
	const { graph, barriers } = city;
	const places = placesToAttach(city);
	const { lonLat, rows } = shareArrays({
		lonLat: places.lonLat,
		rows: attachmentColumns(places.lonLat.length / 2),
	});
	const index = { program: "index", load: graph, tasks: [{ input: null, weight: 1 }] };
	const [segments] = await pool.run<SegmentIndex>(index, { signal: control.signal });
	if (segments === undefined) throw new Error("The index of streets has no result.");
	const load: AttachLoad = { graph, barriers, segments, lonLat, rows };
	await pool.run({ program: "attach", load, tasks: ranges(rows.edge.length, pool.size) }, control);
	return cityAttachmentsOf(graph, places, rows);
}

/** Link near residences. */
async function linkInPool(pool: WorkerPool, city: City, control: BatchControl): Promise<Links> {
	const lonLat = lonLatColumn(city.residences);
	const load: LinkLoad = shareArrays({ lonLat, barriers: city.barriers });
	const tasks = ranges(city.residences.length, pool.size);
	const spacings = await pool.run<Float64Array>({ program: "spacings", load, tasks }, control);
	const linkM = linkMetres(spacings);
	const parts = await pool.run<LinksPart>(
		{ program: "links", load: { ...load, linkM }, tasks },
		control,
	);
	return shareArrays(joinLinks(linkM, parts));
}

/** Four ranges per thread, so that they end together, but no range of a handful. */
function ranges(count: number, threads: number) {
	const length = Math.max(2_000, Math.ceil(count / (4 * threads)));
	return Array.from({ length: Math.ceil(count / length) }, (_, i) => {
		const input = [i * length, Math.min(count, (i + 1) * length)] as const;
		return { input, weight: input[1] - input[0] };
	});
}

/** Control of a part of the work, told in shares, as whole per cent of all of it. */
function part({ signal, progress }: AnalysisControl, fromPct: number, toPct: number): BatchControl {
	let told = -1;
	return {
		signal,
		progress(share: number) {
			const pct = fromPct + Math.floor((toPct - fromPct) * share);
			if (pct > told) progress?.(pct);
			told = Math.max(told, pct);
		},
	};
}

/** Take steps with a breath between them for whatever else this thread has to do. */
async function paced<T>(steps: Steps<T>, { signal, progress }: BatchControl): Promise<T> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) {
			progress?.(1);
			return step.value;
		}
		progress?.(step.value);
		await breath();
		signal?.throwIfAborted();
	}
}

// The two kinds of files that streets come in, OpenStreetMap's and line layers, read to the same ways.
import type { Knex } from "knex";
import { type IssueGroup, IssueList } from "../../planning/layers/IssueList.ts";
import { acceptedCrs } from "../imports/crs/acceptedCrs.ts";
import { openSource } from "../imports/formats.ts";
import { collectLines } from "../imports/lines/collectLines.ts";
import { type CollectedStreets, collectStreets } from "../imports/osm/collectStreets.ts";
import { type OsmFormat, osmFormatIn } from "../imports/osm/readOsm.ts";
import { AT, type ImportControl, pacer } from "./ImportControl.ts";
import type { ImportReport } from "./ImportReport.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { prepareFile } from "./prepareFile.ts";

export interface StreetsFile extends Pick<ImportReport, "crs" | "encoding" | "features"> {
	/** With what was found out about the file filled in. */
	readonly request: ImportRequest;
	readonly format: string;
	/** True where nodes were made from equal coordinates, not given by the file. */
	readonly isLineLayer: boolean;
	readonly collected: CollectedStreets;
	readonly issues: readonly IssueGroup[];
}

/** Refused when the file cannot be read to its end; rejects with the signal's reason when cancelled. */
export async function readStreets(db: Knex | null, request: ImportRequest): Promise<StreetsFile> {
	const osm = await osmFormatIn(request.path);
	return osm === null ? readLines(db, request) : readOsmFile(request, osm);
}

async function readOsmFile(request: ImportRequest, osm: OsmFormat): Promise<StreetsFile> {
	const { control, path } = request;
	const crs = acceptedCrs(request.crs, null);
	const collected = await collectStreets(paced(osm.read(path, progressOf(control)), control));
	const { read, dropped } = collected;
	const leftOut = dropped.waysNotNeeded + dropped.waysWithoutNodes;
	return {
		request,
		format: osm.format,
		isLineLayer: false,
		crs,
		encoding: null,
		collected,
		features: { read: read.ways, accepted: read.ways - leftOut, leftOut },
		issues: [],
	};
}

async function readLines(db: Knex | null, asked: ImportRequest): Promise<StreetsFile> {
	const { request, crs, toLonLat, issues: found } = await prepareFile(db, asked);
	const { path, encoding, sourceLayer, control, columns } = request;
	const onProgress = progressOf(control);
	const source = await openSource(path, { encoding, layer: sourceLayer, onProgress });
	const collected = await collectLines(paced(source.features, control), { columns, toLonLat });
	const prepared = new IssueList();
	for (const issue of found) prepared.add(issue);
	return {
		request,
		format: source.format,
		isLineLayer: true,
		crs,
		encoding: source.encoding.used,
		collected,
		features: collected.features,
		issues: [...prepared.byCode(), ...collected.issues],
	};
}

function progressOf({ tell }: ImportControl) {
	return (bytesRead: number, bytesTotal: number) => tell?.(AT.reading, bytesRead, bytesTotal);
}

async function* paced<T>(values: AsyncIterable<T>, control: ImportControl): AsyncIterable<T> {
	const breathe = pacer(control);
	for await (const value of values) {
		yield value;
		await breathe();
	}
}

// What a district weighs on its way to a browser, and how long the browser takes to unpack it.
import { gzipSync } from "node:zlib";
import type { City } from "../../../planning/coverage/analysis.ts";
import type { CityAttachments } from "../../../planning/coverage/cityAttachments.ts";
import { locate } from "../../../planning/coverage/located.ts";
import type { Attachment } from "../../../planning/reach/attach.ts";
import {
	type Attachments,
	attachmentColumns,
	setAttachment,
} from "../../../planning/reach/attachments.ts";
import { type DistrictPack, makePack, WHOLE_CITY } from "../../../planning/wire/districtPack.ts";
import { decodePack, encodePack } from "../../../planning/wire/packFile.ts";
import type { Figure } from "../Figure.ts";
import { leastMs } from "../measure.ts";

/** What is needed of a `CityScene`. */
interface PackScene {
	readonly city: City;
	readonly residences: readonly Attachment[];
	readonly facilities: readonly (readonly Attachment[])[];
}

/** The numbers are asked for a district of about this many nodes, its halo included. */
const NODES = 60_000;

/** `pack-mb` is gzip at its usual level; Brotli, which browsers are sent, is smaller still. */
export async function packFigures(scene: PackScene): Promise<Figure[]> {
	const pack = packOfAbout(scene, NODES);
	const bytes = encodePack(pack);
	const { decode } = leastMs({ decode: () => decodePack(bytes) });
	const mb = gzipSync(bytes).length / 1e6;
	return [
		{ id: "pack-mb", value: round(mb), unit: "MB", atMost: 3 },
		{ id: "pack-decode", value: round(decode), unit: "ms", atMost: 50 },
		{ id: "pack-nodes", value: pack.graph.firstEdge.length - 1, unit: "nodes" },
	];
}

/** The pack of the district that comes nearest to so many nodes. */
function packOfAbout({ city, residences, facilities }: PackScene, nodes: number): DistrictPack {
	const rows = facilities.flat();
	const attachments: CityAttachments = {
		residences: columnsOf(residences),
		doors: columnsOf(rows),
		firstDoor: firstsOf(facilities.map(({ length }) => length)),
		doorEntrance: new Uint32Array(rows.length),
	};
	const source = { city, located: locate(city), attachments };
	const codes = new Set(city.cells.map(({ units }) => units.district ?? WHOLE_CITY));
	const packs = [...codes].map((code) => makePack(source, code));
	const missBy = ({ graph }: DistrictPack) => Math.abs(graph.firstEdge.length - 1 - nodes);
	return packs.reduce((best, pack) => (missBy(pack) < missBy(best) ? pack : best));
}

function columnsOf(rows: readonly Attachment[]): Attachments {
	const columns = attachmentColumns(rows.length);
	rows.forEach((attachment, row) => {
		setAttachment(columns, row, attachment);
	});
	return columns;
}

function firstsOf(counts: readonly number[]): Uint32Array {
	const first = new Uint32Array(counts.length + 1);
	counts.forEach((count, i) => {
		first[i + 1] = first[i] + count;
	});
	return first;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

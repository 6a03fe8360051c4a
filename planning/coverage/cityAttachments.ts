// Where a city's residences and doors meet the streets: columns, so that threads fill and share them.
import type { LonLat } from "../geo/LonLat.ts";
import { type Attacher, attachResidence } from "../reach/attacher.ts";
import { type Attachments, attachmentColumns, setAttachment } from "../reach/attachments.ts";
import { privateTwin } from "../streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { City } from "./analysis.ts";

/** All places of a city that are attached: first its residences, then the entrances of each facility. */
export interface AttachPlaces {
	/** lon, lat of each place. */
	readonly lonLat: Float64Array;
	readonly residenceCount: number;
	/** Entrances of facility f are places `firstEntrance[f] … firstEntrance[f + 1] − 1`. */
	readonly firstEntrance: Uint32Array;
}

export interface CityAttachments {
	/** One row per residence. */
	readonly residences: Attachments;
	/** One row per entrance, and a second one for a door on a private way (from inside and from outside). */
	readonly doors: Attachments;
	/** Doors of facility f are rows `firstDoor[f] … firstDoor[f + 1] − 1`. */
	readonly firstDoor: Uint32Array;
	/** Which of its facility's entrances each row is. */
	readonly doorEntrance: Uint32Array;
}

/** The places; a facility without entrances is its own door. */
export function placesToAttach({ residences, facilities }: City): AttachPlaces {
	const firstEntrance = new Uint32Array(facilities.length + 1).fill(residences.length);
	facilities.forEach(({ entrances }, facility) => {
		firstEntrance[facility + 1] = firstEntrance[facility] + Math.max(1, entrances.length);
	});
	const lonLat = new Float64Array(2 * firstEntrance[facilities.length]);
	let at = 0;
	const add = ([lon, lat]: LonLat) => {
		lonLat[at++] = lon;
		lonLat[at++] = lat;
	};
	for (const residence of residences) add(residence.lonLat);
	for (const { lonLat: place, entrances } of facilities)
		if (entrances.length === 0) add(place);
		else entrances.forEach(add);
	return { lonLat, residenceCount: residences.length, firstEntrance };
}

/** Attach the places `from … to − 1`, each in its own row. */
export function attachPlaces(
	attacher: Attacher,
	lonLat: Float64Array,
	[from, to]: readonly [from: number, to: number],
	rows: Attachments,
): void {
	for (let place = from; place < to; place++)
		setAttachment(
			rows,
			place,
			attachResidence(attacher, [lonLat[2 * place], lonLat[2 * place + 1]]),
		);
}

/** The rows of all places, told apart. */
export function cityAttachmentsOf(
	graph: StreetGraph,
	{ residenceCount, firstEntrance }: AttachPlaces,
	rows: Attachments,
): CityAttachments {
	const facilityCount = firstEntrance.length - 1;
	const firstDoor = new Uint32Array(facilityCount + 1);
	const places: number[] = [];
	const entrances: number[] = [];
	const edges: number[] = [];
	for (let facility = 0; facility < facilityCount; facility++) {
		const first = firstEntrance[facility];
		for (let place = first; place < firstEntrance[facility + 1]; place++) {
			const edge = rows.edge[place];
			const twin = edge === NO_EDGE ? -1 : privateTwin(graph, edge);
			for (const one of twin < 0 ? [edge] : [edge, twin]) {
				places.push(place);
				entrances.push(place - first);
				edges.push(one);
			}
		}
		firstDoor[facility + 1] = places.length;
	}
	const doors: Attachments = {
		edge: Uint32Array.from(edges),
		offsetDm: Uint32Array.from(places, (place) => rows.offsetDm[place]),
		connectorDm: Uint32Array.from(places, (place) => rows.connectorDm[place]),
		status: Uint8Array.from(places, (place) => rows.status[place]),
	};
	const residences: Attachments = {
		edge: rows.edge.subarray(0, residenceCount),
		offsetDm: rows.offsetDm.subarray(0, residenceCount),
		connectorDm: rows.connectorDm.subarray(0, residenceCount),
		status: rows.status.subarray(0, residenceCount),
	};
	return { residences, doors, firstDoor, doorEntrance: Uint32Array.from(entrances) };
}

/** Attach all of a city here and now. */
export function attachCity(city: City, attacher: Attacher): CityAttachments {
	const places = placesToAttach(city);
	const rows = attachmentColumns(places.lonLat.length / 2);
	attachPlaces(attacher, places.lonLat, [0, rows.edge.length], rows);
	return cityAttachmentsOf(city.graph, places, rows);
}

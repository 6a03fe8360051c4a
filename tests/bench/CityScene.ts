// The generated city of Shanghai's size that every bench stands on: the records, the compiled streets, where its files are.
import type { City } from "../../planning/coverage/analysis.ts";
import type { Attachment } from "../../planning/reach/attach.ts";
import type { Figure } from "./Figure.ts";

export interface CityScene {
	readonly seed: number;
	/** What was made: nodes, edges, residences, residents, facilities, committees, … and how long it took. */
	readonly sizes: Readonly<Record<string, number>>;
	readonly city: City;
	/** Attachment of each residence, in the order of `city.residences`. */
	readonly residences: readonly Attachment[];
	/** Doors of each facility, in the order of `city.facilities`. */
	readonly facilities: readonly (readonly Attachment[])[];
	/** Folder of the files as the generator and the compiler wrote them: `SCENE_FILE` names them. */
	readonly folder: string;
}

/** The files of a scene by name. Divisions are `divisions-LEVEL.geojson`, five of them. */
export const SCENE_FILE = {
	streets: "streets.osm.pbf",
	facilities: "facilities.csv",
	residences: "residences.csv",
	graph: "graph.bin",
	barriers: "barriers.bin",
	attachments: "attachments.bin",
	cells: "cells.json",
	about: "scene.json",
} as const;

/** What a bench NAME is made of: each part measures something on the scene. */
export type BenchPart = (scene: CityScene) => Promise<readonly Figure[]>;

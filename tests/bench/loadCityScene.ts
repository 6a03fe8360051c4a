// The city-scale scene: read from .cache/scenes/city, made there first when it is not there or made by other code.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Attachment } from "../../planning/reach/attach.ts";
import { decodeColumns } from "../../planning/wire/columns.ts";
import { decodeBarriers, decodeGraph } from "../../planning/wire/streetFiles.ts";
import { type CityScene, SCENE_FILE } from "./CityScene.ts";
import { type Attached, attachmentsOf } from "./sceneAttachments.ts";
import { readCells, readFacilities, readResidences, readUnits } from "./sceneRecords.ts";
import { sourceHash } from "./sourceHash.ts";

const FOLDER = resolve(import.meta.dirname, "../../.cache/scenes/city");

/** What `scene.json` says; written last, so that a scene without it is not whole. */
export interface AboutScene {
	readonly seed: number;
	/** Of the code that made it. */
	readonly madeBy: string;
	readonly sizes: Readonly<Record<string, number>>;
}

/**
 * Up to 3 minutes when it must be made, 5 seconds when not. `tell` gets a line per step, `onFiles` the folder as soon as the
 * generator's files are there.
 */
export async function cityScene(
	tell: (line: string) => void = () => {},
	onFiles: (folder: string) => void = () => {},
): Promise<CityScene> {
	const madeBy = sourceHash();
	if (readAbout()?.madeBy === madeBy) onFiles(FOLDER);
	else await makeScene(madeBy, tell, onFiles);
	const about = readAbout();
	if (about === null) throw new Error(`No ${SCENE_FILE.about} in ${FOLDER} after making it.`);
	const start = performance.now();
	const units = readUnits(FOLDER);
	const attachments = readAttachments();
	const scene: CityScene = {
		seed: about.seed,
		sizes: about.sizes,
		city: {
			graph: decodeGraph(bytesOf(SCENE_FILE.graph)),
			barriers: decodeBarriers(bytesOf(SCENE_FILE.barriers)),
			units,
			cells: readCells(FOLDER, units),
			facilities: readFacilities(FOLDER),
			residences: readResidences(FOLDER),
		},
		residences: attachments.residences,
		facilities: attachments.facilities,
		folder: FOLDER,
	};
	tell(`scene read in ${((performance.now() - start) / 1_000).toFixed(1)} s`);
	return scene;
}

/** In a process of its own, so that its memory is gone before anything is measured. */
async function makeScene(
	madeBy: string,
	tell: (line: string) => void,
	onFiles: (folder: string) => void,
): Promise<void> {
	tell("making the city-scale scene; this is done once");
	const child = fork(new URL("./makeScene.ts", import.meta.url), [FOLDER, madeBy], {
		stdio: ["ignore", 2, 2, "ipc"],
		execArgv: [...process.execArgv, "--max-old-space-size=8192"],
	});
	child.once("message", () => onFiles(FOLDER));
	const [code] = await once(child, "exit");
	if (code !== 0) throw new Error(`Making the scene ended with code ${code}.`);
}

function readAbout(): AboutScene | null {
	try {
		return JSON.parse(readFileSync(`${FOLDER}/${SCENE_FILE.about}`, "utf8")) as AboutScene;
	} catch {
		return null;
	}
}

function readAttachments(): {
	residences: readonly Attachment[];
	facilities: readonly (readonly Attachment[])[];
} {
	const { columns } = decodeColumns(bytesOf(SCENE_FILE.attachments));
	return attachmentsOf(columns as unknown as Attached);
}

function bytesOf(name: string): Uint8Array {
	return readFileSync(`${FOLDER}/${name}`);
}

// The files of a whole city, in the formats in which any city hands in its data; the streets are never whole in memory.
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DIVISION_LEVELS, divisionsText, facilitiesText, residencesText } from "../cityFiles.ts";
import { osmPbfBlobs } from "../writeOsmPbf.ts";
import type { WholeCity } from "./WholeCity.ts";

export async function writeCity(city: WholeCity, folder: string): Promise<void> {
	const { streets, units, facilities, residences } = city;
	await mkdir(folder, { recursive: true });
	await pipeline(
		Readable.from(osmPbfBlobs(streets.nodes, streets.ways)),
		createWriteStream(`${folder}/streets.osm.pbf`),
	);
	for (const level of DIVISION_LEVELS)
		await writeFile(
			`${folder}/divisions-${level}.geojson`,
			divisionsText(units.filter(({ kind }) => kind === level)),
		);
	await writeFile(`${folder}/facilities.csv`, facilitiesText(facilities));
	await writeFile(`${folder}/residences.csv`, residencesText(residences));
}

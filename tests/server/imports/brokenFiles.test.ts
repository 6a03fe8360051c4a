// Files of every format, cut off or with bytes flipped at random: refused, or read with fewer features or issues; never
// another error, never endless.
import { expect, test } from "vitest";
import { Refused } from "../../../server/errors.ts";
import { layersOf } from "../../../server/imports/formats.ts";
import {
	csvOf,
	flatGeobufOf,
	geoJsonOf,
	geoPackageOf,
	kmlOf,
	kmzOf,
	xlsxOf,
} from "../../scenes/formatFiles.ts";
import { randomFrom } from "../../scenes/randomFrom.ts";
import { shapefile, squares } from "../../scenes/shapefile.ts";
import { zipFile } from "../../scenes/zipFile.ts";
import { readSource } from "./readSource.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();
const COUNT = 40;
const FLIPPED_FILES = 40;
const LONGEST_MS = 5_000;
const LIST = squares(COUNT);
const { shp, shx, dbf } = shapefile(LIST);

const FILES: readonly (readonly [name: string, content: Promise<Uint8Array> | Uint8Array])[] = [
	["a.shp", shp],
	["a.dbf", dbf],
	["a.gpkg", geoPackageOf(LIST)],
	["a.fgb", flatGeobufOf(LIST)],
	["a.geojson", Buffer.from(JSON.stringify(geoJsonOf(LIST)))],
	["a.kml", Buffer.from(kmlOf(LIST))],
	["a.kmz", kmzOf(LIST)],
	["a.xlsx", xlsxOf(LIST)],
	["a.csv", Buffer.from(csvOf(LIST))],
	[
		"a.zip",
		zipFile([
			{ name: "a.shp", content: shp },
			{ name: "a.shx", content: shx },
			{ name: "a.dbf", content: dbf },
		]),
	],
];

/** Features of all layers and whether anything was said about them; the code of the refusal; or what else was thrown. */
async function outcomeOf(path: string): Promise<{ count: number; told: boolean } | string> {
	try {
		let count = 0;
		let told = false;
		for (const { name } of (await layersOf(path, {})).layers) {
			const { features } = await readSource(path, { layer: name });
			count += features.length;
			told ||= features.some(({ issues = [] }) => issues.length > 0);
		}
		return { count, told };
	} catch (error) {
		if (error instanceof Refused) return error.code;
		throw new Error(`${path}: ${(error as Error).stack}`);
	}
}

for (const [name, content] of FILES) {
	// A table of text may end anywhere: what is left of it is read, and the broken last row told.
	const isText = name === "a.csv";
	test(`${name} cut off at 60 % is ${isText ? "read up to there" : "refused"}`, async () => {
		const whole = await content;
		const folder = `cut-${name}`;
		const outcome = await outcomeOf(write(folder, whole.slice(0, whole.length * 0.6)));
		expect(typeof outcome).toBe(isText ? "object" : "string");
	});

	test(`${name} with flipped bytes is refused or read, and soon`, async () => {
		const whole = await content;
		const random = randomFrom(7);
		for (let file = 0; file < FLIPPED_FILES; file++) {
			const bytes = Uint8Array.from(whole);
			const flips = 1 + Math.floor(random() * 8);
			for (let flip = 0; flip < flips; flip++) {
				// Every other file is hit in its head, where lengths and offsets are.
				const within = file % 2 === 0 ? Math.min(300, bytes.length) : bytes.length;
				bytes[Math.floor(random() * within)] = Math.floor(random() * 256);
			}
			const before = performance.now();
			await outcomeOf(write(`flip-${name}`, bytes));
			expect(performance.now() - before).toBeLessThan(LONGEST_MS);
		}
	});
}

test("nothing is wrong with the files before they are broken", async () => {
	for (const [name, content] of FILES) {
		const found = await outcomeOf(write(`sound-${name}`, await content));
		const extra = name === "a.gpkg" ? 1 : 0; // its table of notes
		expect([name, found]).toMatchObject([name, { count: COUNT + extra }]);
	}
});

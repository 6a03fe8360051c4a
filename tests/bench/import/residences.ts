// A table of residences as a bureau hands it in, with a fault in the first rows that is to be told early.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { randomFrom } from "../../scenes/randomFrom.ts";

/** The path, when it is written. Every row has its place and counts; the second has a count that is no whole number. */
export async function writeResidences(path: string, rows: number, seed: number): Promise<string> {
	await pipeline(Readable.from(lines(rows, seed)), createWriteStream(path));
	return path;
}

function* lines(rows: number, seed: number): Iterable<string> {
	const random = randomFrom(seed);
	yield "编号,经度,纬度,常住人口,户数,老年人口,儿童\n";
	for (let row = 1; row <= rows; row++) {
		const [lon, lat] = [121 + random(), 31 + random()];
		const households = Math.floor(random() * 200);
		const residents = row === 2 ? 12.5 : households * 3;
		yield `H${row},${lon.toFixed(6)},${lat.toFixed(6)},${residents},${households},${Math.floor(households / 2)},${Math.floor(households / 3)}\n`;
	}
}

// Parcels of land as a GB18030 shapefile in a zip: squares of a jittered lattice, eight corners each.
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { LandRecord } from "../../../planning/city/records.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { exportTableOf } from "../../../server/exports/exportTableOf.ts";
import { writeExport } from "../../../server/exports/writeExport.ts";
import { randomFrom } from "../../scenes/randomFrom.ts";

const USES = ["居住用地", "商业服务业用地", "公园绿地", "道路用地", "工业用地"];
const STEP_DEG = 0.001;

export async function writeParcels(path: string, count: number, seed: number): Promise<string> {
	const table = exportTableOf("land", "", parcels(count, seed));
	const { body } = await writeExport("shapefile-gb18030", table);
	await pipeline(body, createWriteStream(path));
	return path;
}

function parcels(count: number, seed: number): LandRecord[] {
	const random = randomFrom(seed);
	const across = Math.ceil(Math.sqrt(count));
	return Array.from({ length: count }, (_, i) => {
		const west = 121 + (i % across) * STEP_DEG;
		const south = 31 + Math.floor(i / across) * STEP_DEG;
		const jitter = () => random() * 0.00002;
		const at = (x: number, y: number): LonLat => [
			west + x * 0.0008 + jitter(),
			south + y * 0.0008 + jitter(),
		];
		const ring: LonLat[] = [
			at(0, 0),
			at(0.5, 0),
			at(1, 0),
			at(1, 0.5),
			at(1, 1),
			at(0.5, 1),
			at(0, 1),
			at(0, 0.5),
		];
		const use = USES[i % USES.length] ?? "";
		const name = `第${i + 1}号地块`;
		return { id: `P${i + 1}`, use, name, polygons: [[[...ring, ring[0] ?? at(0, 0)]]] };
	});
}

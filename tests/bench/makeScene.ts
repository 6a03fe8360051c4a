// Makes the city-scale scene in a folder: the generator's files, the streets compiled, everything attached, cells.
// node … makeScene.ts FOLDER MADE_BY
import { rmSync, writeFileSync } from "node:fs";
import { areaM2 } from "../../planning/city/geodesicArea.ts";
import { assignCells } from "../../planning/partition/assignCells.ts";
import { attachFacility, attachResidence, createAttacher } from "../../planning/reach/attacher.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import { encodeColumns } from "../../planning/wire/columns.ts";
import { encodeBarriers, encodeGraph } from "../../planning/wire/streetFiles.ts";
import { CITY_SCALE } from "../../server/demonstration/city/CityScale.ts";
import { makeCity } from "../../server/demonstration/city/makeCity.ts";
import { writeCity } from "../../server/demonstration/city/writeCity.ts";
import { collectStreets } from "../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../server/imports/osm/readOsm.ts";
import { SCENE_FILE } from "./CityScene.ts";
import type { AboutScene } from "./loadCityScene.ts";
import { attachedColumns } from "./sceneAttachments.ts";
import { readFacilities, readResidences, readUnits } from "./sceneRecords.ts";

const [folder = "", madeBy = ""] = process.argv.slice(2);
const start = performance.now();
rmSync(folder, { recursive: true, force: true });
const seed = await generate();
const streets = await compile();
const { residences, facilities } = attach();
const units = readUnits(folder);
writeCells();
const about: AboutScene = { seed, madeBy, sizes: sizes() };
write(SCENE_FILE.about, JSON.stringify(about));
tell("done");

async function generate(): Promise<number> {
	const city = makeCity(CITY_SCALE);
	tell("generated");
	await writeCity(city, folder);
	tell("files written");
	process.send?.("files"); // whoever needs only these can begin
	return city.seed;
}

async function compile() {
	const { waySet } = await collectStreets(readOsm(`${folder}/${SCENE_FILE.streets}`));
	const compiled = compileStreets(waySet);
	write(SCENE_FILE.graph, encodeGraph(compiled.graph));
	write(SCENE_FILE.barriers, encodeBarriers(compiled.barriers));
	tell("streets compiled");
	return { graph: compiled.graph, barriers: compiled.barriers, report: compiled.report };
}

function attach() {
	const attacher = createAttacher(streets.graph, streets.barriers);
	const found = {
		residences: readResidences(folder),
		facilities: readFacilities(folder),
	};
	const columns = attachedColumns(
		found.residences.map(({ lonLat }) => attachResidence(attacher, lonLat)),
		found.facilities.map(({ lonLat, entrances }) =>
			(entrances.length > 0 ? entrances : [lonLat]).flatMap((door) =>
				attachFacility(attacher, door),
			),
		),
	);
	write(SCENE_FILE.attachments, encodeColumns({}, columns));
	tell("residences and facilities attached");
	return found;
}

function writeCells(): void {
	const cells = assignCells(units);
	write(SCENE_FILE.cells, JSON.stringify(Object.fromEntries(cells.map((c) => [c.code, c.units]))));
	tell("cells assigned");
}

function sizes(): Record<string, number> {
	const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
	const districts = units.filter(({ kind }) => kind === "district");
	return {
		nodes: streets.report.nodes,
		edges: streets.report.edges,
		arcs: streets.graph.edgeHead.length,
		shapePoints: streets.graph.shapeLonLat.length / 2,
		barrierLines: streets.barriers.lineKind.length,
		largestSharePct: streets.report.largestSharePct,
		residences: residences.length,
		residents: residences.reduce((sum, each) => sum + each.residents, 0),
		facilities: facilities.length,
		districts: districts.length,
		streetUnits: count("street"),
		committees: count("committee"),
		bmus: count("bmu"),
		circles: count("circle"),
		areaKm2: Math.round(districts.reduce((sum, { polygons }) => sum + areaM2(polygons), 0) / 1e6),
		makingS: Math.round((performance.now() - start) / 1_000),
	};
}

function write(name: string, content: string | Uint8Array): void {
	writeFileSync(`${folder}/${name}`, content);
}

function tell(step: string): void {
	const [seconds, mb] = [(performance.now() - start) / 1_000, process.memoryUsage().rss / 1e6];
	process.stderr.write(`${step}: ${seconds.toFixed(1)} s, ${mb.toFixed(0)} MB\n`);
}

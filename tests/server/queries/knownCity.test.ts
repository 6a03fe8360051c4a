// What is known of the city before a file is read.
import { expect, test } from "vitest";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { toGcj02 } from "../../../server/imports/crs/mapOffsets.ts";
import { knownCity } from "../../../server/queries/knownCity.ts";
import { loadResidences } from "../../../server/queries/loadRecords.ts";
import { tinyCity } from "../../scenes/tinyCity.ts";
import { onBothEngines } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";
import { commitCity } from "../routes/commitCity.ts";

const write = temporaryFiles();

onBothEngines("a known city", (db) => {
	test("lies where its divisions lie, and half a degree around", async () => {
		await commitCity(db().knex, tinyCity, null);
		const { cityBox } = await knownCity(db().knex);
		const [west = 0, south = 0, east = 0, north = 0] = cityBox ?? [];
		const [lon = 0, lat = 0] = tinyCity.residences[0]?.lonLat ?? [];
		expect(west).toBeLessThan(lon - 0.49);
		expect(east).toBeGreaterThan(lon + 0.49);
		expect(south).toBeLessThan(lat - 0.49);
		expect(north).toBeGreaterThan(lat + 0.49);
	});

	test("knows residences by their ids: the same ones moved by a map service are found out and put back", async () => {
		const places = Array.from(
			{ length: 12 },
			(_, i): LonLat => [121.47 + i / 500, 31.23 + i / 900],
		);
		const file = (name: string, moved: (place: LonLat) => LonLat) => {
			const rows = places.map((place, i) => `H${i},${moved(place).join(",")},${10 + i}`);
			return write(name, ["id,lon,lat,residents", ...rows].join("\n"));
		};
		const hand = (path: string) =>
			importLayer(db().knex, importRequest({ kind: "residences", path, acceptWarnings: true }));
		await hand(file("right.csv", (place) => place));
		const report = await hand(file("shifted.csv", toGcj02));
		expect(report).toMatchObject({ status: "accepted", crs: "gcj02" });
		const found = report.issues.find(({ code }) => code === "crs.offset-gcj02");
		expect(found?.severity).toBe("warning");
		const now = await loadResidences(db().knex, [report.version ?? 0]);
		for (const { id, lonLat } of now) {
			const [lon, lat] = places[Number(id.slice(1))] ?? [0, 0];
			expect(Math.hypot(lonLat[0] - lon, lonLat[1] - lat)).toBeLessThan(1e-7);
		}
		expect(now).toHaveLength(12);
	});
});

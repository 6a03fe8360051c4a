// Real streets: the nearest search against a heap that knows the definition only, and what-if against a full search.
import { expect } from "vitest";
import {
	attachFacility,
	attachResidence,
	createAttacher,
} from "../../../planning/reach/attacher.ts";
import { nearest, noTimes, reachFor, UNREACHED_DM } from "../../../planning/reach/reach.ts";
import { createWhatIf } from "../../../planning/reach/whatIf.ts";
import { byDefinition } from "../../scenes/byDefinition.ts";
import { below } from "../../scenes/randomCity.ts";
import { REAL_CITIES, type RealCity, realStreets } from "../../scenes/realStreets.ts";
import { rebuiltTimes } from "../../scenes/rebuiltCity.ts";
import { ADULT } from "../../scenes/walk.ts";
import { geodata, geodataTest } from "../../server/imports/geodata.ts";

const LIMIT_DM = 10_050;

async function attached(city: RealCity) {
	const { graph, barriers, homes, doors } = await realStreets(city, geodata);
	const attacher = createAttacher(graph, barriers);
	const residences = homes.map((lonLat) => attachResidence(attacher, lonLat));
	const facilities = doors.map((lonLat) => attachFacility(attacher, lonLat));
	return { graph, residences, facilities, reach: reachFor(graph, ADULT, residences, facilities) };
}

for (const city of REAL_CITIES) {
	geodataTest(
		`${city}: every walk time is what a heap finds from the residence outwards`,
		async () => {
			const { reach, residences, facilities } = await attached(city);
			const times = noTimes(residences.length);
			nearest(reach, facilities.keys(), "all", LIMIT_DM, times);
			expect(times.costDm.filter((dm) => dm !== UNREACHED_DM).length).toBeGreaterThan(300);
			for (let residence = 0; residence < residences.length; residence += 3)
				expect([times.costDm[residence], times.facility[residence]]).toEqual(
					byDefinition(reach, residence, [...facilities.keys()], LIMIT_DM),
				);
		},
		60_000,
	);

	geodataTest(
		`${city}: 30 edits, and the times of a city built anew`,
		async () => {
			const { graph, reach, residences, facilities } = await attached(city);
			const random = below(3);
			const whatIf = createWhatIf(reach, facilities.keys(), LIMIT_DM);
			const there = new Map(facilities.entries());
			const closed = new Set<number>();
			for (let edit = 0; edit < 30; edit++) {
				const edge = residences[random(residences.length)].edge;
				const facility = random(facilities.length);
				const doors = facilities[random(facilities.length)];
				if (edit % 3 === 0 && edge < graph.edgeHead.length && !closed.has(edge)) {
					closed.add(edge);
					whatIf.closeLink(edge);
				} else if (edit % 3 === 1 && there.has(facility)) {
					there.delete(facility);
					whatIf.closeFacility(facility);
				} else {
					there.set(1_000 + edit, doors);
					whatIf.addFacility(1_000 + edit, doors);
				}
			}
			const rebuilt = { graph, residences, facilities: there, closed, links: [] };
			const { costDm, facility } = whatIf.times;
			expect({ costDm, facility }).toEqual(rebuiltTimes(rebuilt, ADULT, LIMIT_DM));
			while (whatIf.undo() !== null);
			const before = noTimes(residences.length);
			nearest(reach, facilities.keys(), "all", LIMIT_DM, before);
			expect({ costDm: whatIf.times.costDm, facility: whatIf.times.facility }).toEqual(before);
		},
		60_000,
	);
}

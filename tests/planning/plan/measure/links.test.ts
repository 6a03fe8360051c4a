// Links that a plan opens and closes: times equal to a full search on streets rebuilt with them.
import { expect, test } from "vitest";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { createMeasurer } from "../../../../planning/plan/measure/createMeasurer.ts";
import { streetLinks } from "../../../../planning/plan/measure/streetLinks.ts";
import type { PlanLink, PlanState } from "../../../../planning/plan/PlanState.ts";
import { createAttacher } from "../../../../planning/reach/attacher.ts";
import { attachmentAt } from "../../../../planning/reach/attachments.ts";
import { blockCity } from "../../../scenes/blockCity.ts";
import { rebuiltTimes } from "../../../scenes/rebuiltCity.ts";
import { at } from "../../../scenes/streetScene.ts";
import { type PlanScene, planScene } from "./planScene.ts";

const scene = planScene(
	blockCity({
		seed: 7,
		nodesPerSide: 40,
		residences: 300,
		facilities: 160,
		districts: 1,
		streets: 2,
		committees: 2,
		barriers: 1,
	}),
);

const { facilities } = scene.base.surveyed.city;

function linked(state: PlanState, ...links: PlanLink[]): PlanState {
	return { ...state, links: new Map(links.map((link, i) => [`L${i}`, link])) };
}

const opened = (from: LonLat, to: LonLat): PlanLink => ({ kind: "opened", from, to });
const closed = (place: LonLat): PlanLink => ({ kind: "closed", at: place });

/** Times to some facilities by definition: everybody's own profile, on rebuilt streets. */
function rebuilt({ base }: PlanScene, state: PlanState, isWanted: (facility: number) => boolean) {
	const { city, attachments, walkers } = base.surveyed;
	const { graph } = city;
	const links = streetLinks(graph, () => createAttacher(graph, city.barriers), state.links);
	const facilities = new Map(
		city.facilities.flatMap((_, facility) => {
			const { doors, firstDoor } = attachments;
			const rows = Array.from({ length: firstDoor[facility + 1] - firstDoor[facility] }, (_, i) =>
				attachmentAt(doors, firstDoor[facility] + i),
			);
			return isWanted(facility) ? [[facility, rows] as const] : [];
		}),
	);
	const residences = base.surveyed.residenceAttachments;
	const edited = {
		...{ graph, residences, facilities },
		closed: new Set(links.closed),
		links: links.opened,
	};
	const byGroup = base.profiles.map((profile) =>
		rebuiltTimes(edited, profile, (900 * profile.speedMPerMin) / 6),
	);
	return Array.from(residences, (_, home) => {
		const times = byGroup[walkers.residenceSpeed[home]];
		return [times.costDm[home], times.facility[home]];
	});
}

const STATES = [
	linked(scene.start, opened(at(300, 300), at(900, 900))),
	linked(scene.start, closed(at(1_200, 1_170)), closed(at(1_180, 1_200)), closed(at(60, 60))),
	linked(scene.start, opened(at(1_000, 1_200), at(1_400, 1_200)), closed(at(1_250, 1_250))),
];

test("opened and closed links in any mode, one plan after another and back", () => {
	const measurer = createMeasurer(scene.base);
	const codes = ["ADM-NC", "ADM-SUB", "EDU-PRI"];
	let differing = 0;
	for (const state of [...STATES, scene.start, ...STATES.slice(0, 1)]) {
		const { gain, lose } = measurer.measure(state);
		differing += gain.length + lose.length;
		for (const { code, any } of measurer.categories) {
			if (!codes.includes(code)) continue;
			const { costDm, facility } = any.times;
			const got = Array.from(costDm, (dm, home) => [dm, facility[home]]);
			expect(got, code).toEqual(rebuilt(scene, state, (one) => facilities[one].category === code));
		}
	}
	expect(differing).toBeGreaterThan(0);
	const back = measurer.measure(scene.start);
	expect([back.before, back.gain, back.lose]).toEqual([{}, [], []]);
});

test("own mode with links: to each unit's own facilities, from its own residents", () => {
	const measurer = createMeasurer(scene.base);
	const state = STATES[2];
	measurer.measure(state);
	const { situation, categories } = measurer;
	const walks = categories.find(({ code }) => code === "ADM-NC")?.own?.times;
	const centres = [...facilities.keys()].filter((one) => facilities[one].category === "ADM-NC");
	const units = new Set(centres.map((one) => situation.served[one]));
	units.delete(-1);
	expect(units.size).toBeGreaterThan(8);
	for (const unit of units) {
		const wanted = rebuilt(
			scene,
			state,
			(one) => centres.includes(one) && situation.served[one] === unit,
		);
		situation.homes.cellOfHome.forEach((cell, home) => {
			if (situation.unitOfCell.committee[cell] !== unit) return;
			expect([walks?.costDm[home], walks?.facility[home]]).toEqual(wanted[home]);
		});
	}
});

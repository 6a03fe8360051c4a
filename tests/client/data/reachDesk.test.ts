import { expect, test } from "vitest";
import { createReachDesk, type GetPack } from "../../../client/data/reachDesk.ts";
import type { ReachAnswer, ReachNews, ReachQuestion } from "../../../client/data/reachMessages.ts";
import { analyse } from "../../../planning/coverage/analyse.ts";
import { limitDm } from "../../../planning/reach/profiles.ts";
import { makePack, packSource } from "../../../planning/wire/districtPack.ts";
import { decodePack, encodePack } from "../../../planning/wire/packFile.ts";
import { gridCity } from "../../scenes/gridCity.ts";
import { cityFile, readDemonstration } from "../../server/demonstration/readDemonstration.ts";

const { districtCode } = cityFile();
const demonstration = await readDemonstration();
const bytes = encodePack(makePack(packSource(demonstration), districtCode));
const ASKED: ReachQuestion = {
	districtCode,
	snapshot: "now",
	category: "COM-MKT",
	mode: "any",
	profile: "adult",
	limitS: 600,
};

/** A worker without the worker: what it says, and how often it fetched. */
function deskOn(get: GetPack = async () => decodePack(bytes)) {
	const said: ReachNews[] = [];
	let fetched = 0;
	const handle = createReachDesk(
		(...args) => {
			fetched++;
			return get(...args);
		},
		(news) => said.push(news),
	);
	const answerTo = async (question: ReachQuestion): Promise<ReachAnswer> => {
		const number = said.length + 1;
		await handle({ kind: "ask", number, question });
		const news = said.at(-1);
		if (news?.kind !== "answer")
			throw new Error(`Expected an answer, got ${JSON.stringify(news)}.`);
		return news.answer;
	};
	return { said, handle, answerTo, fetched: () => fetched };
}

test("the worker answers what the server's analysis says, in every category, both modes, each at its limit", async () => {
	const analysis = analyse(demonstration);
	const { answerTo, fetched } = deskOn();
	const indexOf = new Map(demonstration.residences.map(({ id }, residence) => [id, residence]));
	for (const times of analysis.times) {
		const { limit, basis } = { ...analysis.categories[times.category] };
		if (basis !== "minutes") continue;
		const limitS = (limit ?? 0) * 60;
		const answer = await answerTo({ ...ASKED, category: times.category, mode: times.mode, limitS });
		let covered = 0;
		answer.residenceIds.forEach((id, slot) => {
			const residence = indexOf.get(id) as number;
			const expected = times.facility[residence];
			const isKnown = times.costDm[residence] <= limitDm(900, answer.speedMPerMin[slot]);
			if (isKnown) {
				expect([id, answer.costDm[slot]]).toEqual([id, times.costDm[residence]]);
				expect(answer.facilityIds[answer.facility[slot]]).toBe(
					demonstration.facilities[expected].id,
				);
			}
			expect([id, answer.within[slot], answer.reason[slot]]).toEqual([
				id,
				times.within[residence],
				times.reason[residence],
			]);
			if (times.within[residence] === 1) covered += demonstration.residences[residence].residents;
		});
		expect(answer.coveredResidents).toBe(covered);
	}
	expect(fetched()).toBe(1);
}, 120_000);

test("another speed or limit needs no server, and says what an analysis at that speed says", async () => {
	const { answerTo, fetched } = deskOn();
	const slow = analyse(demonstration, { speedMPerMin: 53 }).times.find(
		({ category, mode }) => category === "COM-MKT" && mode === "any",
	);
	await answerTo(ASKED);
	const answer = await answerTo({ ...ASKED, speedMPerMin: 53, limitS: 420 });
	expect(fetched()).toBe(1);
	const indexOf = new Map(demonstration.residences.map(({ id }, residence) => [id, residence]));
	answer.residenceIds.forEach((id, slot) => {
		const costDm = slow?.costDm[indexOf.get(id) as number] as number;
		expect([id, answer.within[slot]]).toEqual([
			id,
			costDm <= limitDm(420, answer.speedMPerMin[slot]) ? 1 : 0,
		]);
	});
});

test("a longer limit never loses anyone", async () => {
	const { answerTo } = deskOn();
	let before = 0;
	for (const limitS of [60, 300, 600, 900]) {
		const { coveredResidents } = await answerTo({ ...ASKED, limitS });
		expect(coveredResidents).toBeGreaterThanOrEqual(before);
		before = coveredResidents;
	}
});

test("with one facility only, nobody is nearer than with all, and everyone reached is reached by that one", async () => {
	const { answerTo } = deskOn();
	const all = await answerTo(ASKED);
	const one = all.facilityIds[all.facility.find((facility) => facility >= 0) as number];
	const alone = await answerTo({ ...ASKED, facilityIds: [one] });
	expect(alone.costDm.every((costDm, slot) => costDm >= all.costDm[slot])).toBe(true);
	expect(new Set(alone.facility)).toEqual(new Set([-1, alone.facilityIds.indexOf(one)]));
});

test("progress rises while the pack arrives, and the answer comes last", async () => {
	const { said, answerTo } = deskOn(async (_, __, progress) => {
		for (const share of [0.25, 0.5, 1]) progress(share);
		return decodePack(bytes);
	});
	await answerTo(ASKED);
	const pcts = said.flatMap((news) => (news.kind === "progress" ? [news.pct] : []));
	expect(pcts).toEqual([20, 40, 80, 80, 90]);
	expect(said.at(-1)?.kind).toBe("answer");
});

test("a cancelled question says nothing more, and its loading is aborted", async () => {
	let aborted = false;
	const { said, handle } = deskOn(
		(_, signal, progress) =>
			new Promise((_resolve, reject) => {
				progress(0.5);
				signal.addEventListener("abort", () => {
					aborted = true;
					reject(signal.reason);
				});
			}),
	);
	const asking = handle({ kind: "ask", number: 7, question: ASKED });
	await handle({ kind: "cancel", number: 7 });
	await asking;
	expect(aborted).toBe(true);
	expect(said).toEqual([{ kind: "progress", number: 7, pct: 40 }]);
});

test("a limit beyond the halo is refused with the longest that is exact", async () => {
	const { said, handle } = deskOn();
	await handle({ kind: "ask", number: 1, question: { ...ASKED, profile: "elder", limitS: 3_600 } });
	// 1,350 m at 53 m/min
	expect(said.at(-1)).toEqual({ kind: "failed", number: 1, code: "beyond-halo", longestS: 1528 });
});

test("a pack that cannot be had says why, and the next question tries again", async () => {
	let tries = 0;
	const { said, handle, answerTo } = deskOn(async () => {
		if (++tries === 1) throw Object.assign(new Error("422"), { code: "pack.too-large" });
		return decodePack(bytes);
	});
	await handle({ kind: "ask", number: 1, question: ASKED });
	expect(said.at(-1)).toEqual({ kind: "failed", number: 1, code: "pack.too-large" });
	expect((await answerTo(ASKED)).residents).toBeGreaterThan(0);
});

test("villages keep their own speed when everyone else's changes", async () => {
	const city = gridCity({
		columns: 31,
		rows: 3,
		units: [
			{ kind: "committee", code: "1", zone: "village", areas: [[-50, -50, 1500, 250]] },
			{ kind: "committee", code: "2", areas: [[1500, -50, 3050, 250]] },
			{ kind: "district", code: "D", areas: [[-50, -50, 3050, 250]] },
		],
		homes: [{ at: [100, 0] }, { at: [2900, 0] }],
		doors: [{ at: [1800, 0], category: "COM-MKT" }],
	});
	const { answerTo } = deskOn(async () => makePack(packSource(city), "D"));
	const answer = await answerTo({ ...ASKED, speedMPerMin: 80 });
	expect([...answer.speedMPerMin]).toEqual([200, 80]);
	expect([...answer.within]).toEqual([1, 0]); // 1,700 m by bicycle 8:30; 1,100 m on foot 13:45
});

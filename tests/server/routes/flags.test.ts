// Findings by pages: together they are the findings of the analysis, each of them once, and one alone is whole.
import { expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import type { FlagPage, FlagSummary } from "../../../planning/wire/flagPages.ts";
import { EAST_STREET, tinyCity } from "../../scenes/tinyCity.ts";
import { onTinyServer } from "./tinyServer.ts";

const { flags: found } = analyse(tinyCity);
const idsOf = (flags: readonly { readonly id: string }[]) => flags.map(({ id }) => id);

onTinyServer("findings", (server) => {
	const get = async (path: string) => (await server().agents.planner.get(path).expect(200)).body;
	const pageOf = (words: string): Promise<FlagPage> => get(`/api/flags?${words}`);
	const pagesOf = async (words: string): Promise<FlagSummary[]> => {
		const flags: FlagSummary[] = [];
		for (let next: string | null = ""; next !== null; ) {
			const after = next === "" ? "" : `&after=${encodeURIComponent(next)}`;
			const page: FlagPage = await pageOf(`${words}${after}`);
			flags.push(...page.flags);
			next = page.next;
		}
		return flags;
	};

	test("pages of any size are the same list: most people first, then by id, each finding once", async () => {
		const wanted = [...found].sort((a, b) => b.residents - a.residents || (a.id < b.id ? -1 : 1));
		expect(wanted.length).toBeGreaterThan(5);
		for (const limit of [1, 2, 4, 500])
			expect(idsOf(await pagesOf(`limit=${limit}`))).toEqual(idsOf(wanted));
		const whole = await pageOf("");
		expect([whole.total, whole.next]).toEqual([found.length, null]);
	});

	test("a summary is the finding without its residences and its shape", async () => {
		const { flags } = await pageOf("");
		for (const flag of flags) {
			const { residenceIds, place, ...rest } = JSON.parse(
				JSON.stringify(found.find(({ id }) => id === flag.id)),
			);
			expect([residenceIds.length > 0, place.length > 0]).toEqual([true, true]);
			expect(flag).toEqual(rest);
		}
	});

	test("the finding itself is what the analysis found; one that is not there is 404", async () => {
		for (const flag of found)
			expect(await get(`/api/flags/${encodeURIComponent(flag.id)}`)).toEqual(
				JSON.parse(JSON.stringify(flag)),
			);
		const { body } = await server().agents.planner.get("/api/flags/no:such").expect(404);
		expect(body.error.code).toBe("flag.unknown");
	});

	test("kind, category, unit and lever each choose what they say", async () => {
		const choices: readonly (readonly [string, (flag: (typeof found)[number]) => boolean])[] = [
			["flag=floor-area-short", ({ flag }) => flag === "floor-area-short"],
			["category=EDU-PRI", ({ category }) => category === "EDU-PRI"],
			["category=none", ({ category }) => category === null],
			[`unit=${EAST_STREET}`, ({ unitCodes }) => unitCodes.includes(EAST_STREET)],
			["lever=facility", ({ lever }) => lever === "facility"],
			["lever=link", ({ lever }) => lever === "link"],
			[
				`flag=facility-gap&unit=${EAST_STREET}`,
				({ flag, unitCodes }) => flag === "facility-gap" && unitCodes.includes(EAST_STREET),
			],
		];
		for (const [words, fits] of choices) {
			const page = await pageOf(words);
			expect([words, idsOf(page.flags).sort()]).toEqual([words, idsOf(found.filter(fits)).sort()]);
			expect(page.total).toBe(page.flags.length);
		}
	});

	test("the counts by kind stay when one kind is chosen, so that another can be", async () => {
		const { countsByFlag: all } = await pageOf("");
		expect(all["floor-area-short"]).toBe(6);
		const { countsByFlag: ofOne, total } = await pageOf("flag=floor-area-short");
		expect([ofOne, total]).toEqual([all, 6]);
	});

	test("words find the units and categories that findings name", async () => {
		const about = async (q: string) => idsOf((await pageOf(`q=${encodeURIComponent(q)}`)).flags);
		expect((await about("南园")).sort()).toEqual(
			idsOf(found.filter(({ unitCodes }) => unitCodes.includes("310199001001"))).sort(),
		);
		expect(await about("小学")).toEqual(["facility-gap:EDU-PRI:R002"]);
		expect(await about("没有的名字")).toEqual([]);
	});
});

import { expect, test } from "vitest";
import { decodePack } from "../../../planning/wire/packFile.ts";
import { createCityDesk } from "../../../server/jobs/cityDesk.ts";
import { DISTRICT, tinyCity } from "../../scenes/tinyCity.ts";

test("a city is loaded once for many questions, and again after nobody asked for a while", async () => {
	let loaded = 0;
	const desk = createCityDesk(async () => {
		loaded++;
		return tinyCity;
	}, 50);
	const explain = (residenceId: string) =>
		desk.ask("explain", { residenceId, category: "EDU-PRI", mode: "any", profile: undefined });
	const [pack, first, unknown] = await Promise.all([
		desk.ask("pack", { districtCode: DISTRICT }),
		explain("R001"),
		explain("R999"),
	]);
	expect(decodePack(pack.identity).residences.length).toBe(4);
	expect(first?.code).toBe("covered");
	expect(unknown).toBeNull();
	expect(loaded).toBe(1);
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect((await explain("R001"))?.code).toBe("covered");
	expect(loaded).toBe(2);
	desk.close();
});

test("a question that cannot be answered rejects, and the next one is answered", async () => {
	const desk = createCityDesk(async () => tinyCity);
	await expect(desk.ask("pack", { districtCode: "nowhere" })).rejects.toThrow("No cell belongs");
	expect((await desk.ask("pack", { districtCode: DISTRICT })).br?.length).toBeGreaterThan(0);
	desk.close();
});

test("a city that cannot be loaded rejects every time it is asked, not only the first", async () => {
	let tries = 0;
	const desk = createCityDesk(async () => {
		throw new Error(`no streets, try ${++tries}`);
	});
	const ask = () => desk.ask("pack", { districtCode: DISTRICT });
	await expect(ask()).rejects.toThrow("try 1");
	await expect(ask()).rejects.toThrow("try 2");
});

test("closing rejects what is under way instead of leaving it waiting", async () => {
	const desk = createCityDesk(async () => tinyCity);
	const asked = desk.ask("pack", { districtCode: DISTRICT });
	const rejected = expect(asked).rejects.toThrow("closing");
	await new Promise((resolve) => setTimeout(resolve, 50));
	desk.close();
	await rejected;
});

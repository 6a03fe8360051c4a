import { expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import { analyseInThread } from "../../../server/jobs/analysisThread.ts";
import { gridCity } from "../../scenes/gridCity.ts";

const city = gridCity({
	homes: [{ at: [300, 300] }],
	doors: [{ category: "EDU-PRI", at: [0, 0] }],
});

test("the thread answers what a call answers, and tells its progress", async () => {
	const heard: number[] = [];
	const analysis = await analyseInThread(city, {}, { progress: (pct) => heard.push(pct) });
	expect(analysis).toEqual(analyse(city));
	expect(heard.at(-1)).toBe(100);
	expect(heard).toEqual([...heard].sort((a, b) => a - b));
});

test("an aborted analysis rejects with the reason given", async () => {
	const controller = new AbortController();
	const running = analyseInThread(city, {}, { signal: controller.signal });
	controller.abort(new Error("no longer wanted"));
	await expect(running).rejects.toThrow("no longer wanted");
});

test("a thread that breaks rejects instead of hanging", async () => {
	const broken = { ...city, facilities: [{ ...city.facilities[0], lonLat: undefined as never }] };
	await expect(analyseInThread(broken)).rejects.toThrow();
});

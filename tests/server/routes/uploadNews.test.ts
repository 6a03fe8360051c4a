// News of a stage: pushed until it is over, without asking the database in between.
import { expect, test } from "vitest";
import { onBothEngines } from "../engines.ts";
import { received, rested } from "./handIn.ts";
import { emptyServer } from "./tinyServer.ts";

const ROWS = Array.from(
	{ length: 20_000 },
	(_, i) => `H${i},${121 + i / 1e5},31.2,${i === 1 ? 2.5 : 3}`,
);
const FILE = { name: "homes.csv", bytes: `id,lon,lat,residents\n${ROWS.join("\n")}\n` };

onBothEngines("news of an upload", (db) => {
	const server = emptyServer(db);

	test("tell what it is at until nothing runs, and end with null", async () => {
		const { data } = server().agents;
		const id = await received(data, FILE);
		await data.post(`/api/uploads/${id}/understand`).send({ kind: "residences" }).expect(200);
		const { text, headers } = await data.get(`/api/uploads/${id}/progress`).buffer(true);
		expect(headers["content-type"]).toContain("text/event-stream");
		const told = text
			.split("\n\n")
			.filter((event) => event !== "")
			.map((event) => JSON.parse(event.replace(/^data: /, "")));
		expect(told.at(-1)).toBeNull();
		for (const work of told.slice(0, -1)) expect(work.stage).toBe("understand");
		expect((await rested(data, id)).state).toBe("understood");
	});

	test("come while the only connection of the engine is taken", async () => {
		const { data } = server().agents;
		const id = await received(data, FILE);
		await data.post(`/api/uploads/${id}/understand`).send({ kind: "residences" }).expect(200);
		await rested(data, id);
		const settings = { kind: "residences", columns: { id: "id", residents: "residents" } };
		await data.post(`/api/uploads/${id}/check`).send({ settings }).expect(200);
		const checked = await rested(data, id);
		expect(checked.report?.groups.map(({ code }) => code)).toContain("number.not-integer");
		const commit = { acceptWarnings: true, reason: "test" };
		await data.post(`/api/uploads/${id}/commit`).send(commit).expect(200);
		const { text } = await data.get(`/api/uploads/${id}/progress`).buffer(true);
		expect(text.trimEnd().endsWith("data: null")).toBe(true);
		expect((await rested(data, id)).committed?.layers[0]?.features).toBe(20_000);
	});
});

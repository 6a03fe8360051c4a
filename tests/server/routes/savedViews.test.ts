// Saved views: whose they are, who may open them, and what a link says when one is gone.
import { expect, test } from "vitest";
import type { SavedView } from "../../../planning/wire/savedViews.ts";
import { onBothEngines } from "../engines.ts";
import type { Who } from "./people.ts";
import { emptyServer } from "./tinyServer.ts";

onBothEngines("saved views", (db) => {
	const server = emptyServer(db);
	const keep = async (who: Who, title: string, more: object = {}): Promise<SavedView> =>
		(
			await server()
				.agents[who].post("/api/views")
				.send({ title, address: "/?category=EDU-PRI&at=121.5,31.2,13", ...more })
				.expect(200)
		).body;
	const titles = async (who: Who): Promise<string[]> =>
		(await server().agents[who].get("/api/views").expect(200)).body.views.map(
			({ title }: SavedView) => title,
		);
	const codeOf = ({ body }: { body: { error: { code: string } } }) => body.error.code;
	let mine: SavedView[] = [];

	test("are kept in order, word for word, and come back to their owner", async () => {
		mine = [await keep("planner", "一"), await keep("planner", "二"), await keep("planner", "三")];
		expect(mine.map(({ position }) => position)).toEqual([1, 2, 3]);
		const { body } = await server().agents.planner.get(`/api/views/${mine[0]?.id}`).expect(200);
		expect(body).toMatchObject({
			title: "一",
			caption: "",
			address: "/?category=EDU-PRI&at=121.5,31.2,13",
			isShared: false,
			ownerName: "planner",
			isMine: true,
		});
		expect(Date.parse(body.updatedAt)).toBeGreaterThan(Date.now() - 60_000);
	});

	test("one's own come first, then what others share; what they do not share is not listed", async () => {
		await keep("data", "数据的");
		await keep("data", "数据的共享", { isShared: true });
		expect(await titles("planner")).toEqual(["一", "二", "三", "数据的共享"]);
		expect(await titles("westLeader")).toEqual(["数据的共享"]);
	});

	test("another's own view is refused by its link, and opens once it is shared", async () => {
		const { id } = mine[0] as SavedView;
		const { data, planner } = server().agents;
		expect(codeOf(await data.get(`/api/views/${id}`).expect(403))).toBe("view.not-shared");
		await planner.put(`/api/views/${id}`).send({ isShared: true }).expect(200);
		const { body } = await data.get(`/api/views/${id}`).expect(200);
		expect(body).toMatchObject({ title: "一", ownerName: "planner", isMine: false });
	});

	test("only the owner changes, orders or removes it, also when it is shared", async () => {
		const { id } = mine[0] as SavedView;
		const { data, admin } = server().agents;
		for (const agent of [data, admin])
			for (const ask of [
				agent.put(`/api/views/${id}`).send({ title: "改名" }),
				agent.post("/api/views/order").send({ ids: [id] }),
				agent.delete(`/api/views/${id}`),
			])
				expect(codeOf(await ask.expect(403))).toBe("view.not-yours");
	});

	test("a change leaves what it does not name", async () => {
		const { id } = mine[1] as SavedView;
		const { body } = await server()
			.agents.planner.put(`/api/views/${id}`)
			.send({ title: " 二，改 ", caption: "说明" })
			.expect(200);
		expect(body).toMatchObject({
			title: "二，改",
			caption: "说明",
			address: mine[1]?.address,
			isShared: false,
			position: 2,
		});
	});

	test("moving one keeps the others in their order; a place beyond the last is the last", async () => {
		const [one, two, three] = mine.map(({ id }) => id);
		const { planner } = server().agents;
		const own = async () => (await titles("planner")).slice(0, 3);
		await planner.put(`/api/views/${three}`).send({ position: 1 }).expect(200);
		expect(await own()).toEqual(["三", "一", "二，改"]);
		await planner.put(`/api/views/${three}`).send({ position: 99 }).expect(200);
		expect(await own()).toEqual(["一", "二，改", "三"]);
		await planner
			.post("/api/views/order")
			.send({ ids: [two, one] })
			.expect(200);
		expect(await own()).toEqual(["二，改", "一", "三"]);
	});

	test("one that is removed is gone, and its link says so; the others close up", async () => {
		const { id } = mine[0] as SavedView;
		const { planner, data } = server().agents;
		await planner.delete(`/api/views/${id}`).expect(204);
		for (const agent of [planner, data]) {
			const answer = await agent.get(`/api/views/${id}`).expect(404);
			expect(codeOf(answer)).toBe("view.missing");
			expect(answer.body.error.message.zh).toContain("已经没有了");
		}
		expect(codeOf(await planner.put(`/api/views/${id}`).send({ title: "x" }).expect(404))).toBe(
			"view.missing",
		);
		const { body } = await planner.get("/api/views").expect(200);
		expect(
			body.views
				.filter(({ isMine }: SavedView) => isMine)
				.map(({ position }: SavedView) => position),
		).toEqual([1, 2]);
	});

	test("at five hundred the next is refused", async () => {
		await db().knex.raw(
			"insert into saved_views (owner_id, title, address, position) select accounts.id, 'x', '/', n from accounts, generate_series(1, 500) as n where accounts.name = 'westData'",
		);
		const answer = await server()
			.agents.westData.post("/api/views")
			.send({ title: "又一个", address: "/" })
			.expect(409);
		expect(codeOf(answer)).toBe("view.too-many");
	});
});

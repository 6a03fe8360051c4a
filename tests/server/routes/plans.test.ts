// Plans kept on the server: every save is done again there, overwrites nothing, and of two at once one wins.
import { Writable } from "node:stream";
import { pino } from "pino";
import supertest from "supertest";
import { beforeAll, expect, test } from "vitest";
import type { PlanBase } from "../../../planning/plan/PlanBase.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { replay } from "../../../planning/plan/replay.ts";
import { errorSchema } from "../../../planning/wire/api.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import {
	type CreatePlan,
	type KeptPlan,
	type PlanSummary,
	rebasedPlanSchema,
} from "../../../planning/wire/plansApi.ts";
import { createApp } from "../../../server/app.ts";
import { planBase } from "../../../server/queries/planBase.ts";
import { EAST_STREET, NORTH_WEST, WEST_STREET } from "../../scenes/tinyCity.ts";
import { PASSWORD, type Who } from "./people.ts";
import { onTinyServer } from "./tinyServer.ts";

const renamed = (name: string, unit = WEST_STREET): PlanOperation => ({
	...{ op: "rename", layer: "street", unit, name },
});
const MOVED: PlanOperation = {
	...{ op: "assign", layer: "street", cells: [NORTH_WEST], to: EAST_STREET },
};
const ELSEWHERE = "f".repeat(64);

onTinyServer("plans", (server, db) => {
	let base: PlanBase;
	beforeAll(async () => {
		base = await planBase(db().knex, "current");
	});
	const hashOf = (...operations: readonly PlanOperation[]) =>
		planHash(replay(base, operations).state);
	const agent = (who: Who) => server().agents[who];
	const keep = async (about: Partial<CreatePlan> = {}, who: Who = "planner"): Promise<KeptPlan> =>
		(
			await agent(who)
				.post("/api/plans")
				.send({ title: "方案", snapshot: "current", ...about })
				.expect(200)
		).body;
	const open = async (id: number, who: Who = "planner"): Promise<KeptPlan> =>
		(await agent(who).get(`/api/plans/${id}`).expect(200)).body;
	const save = (
		id: number,
		baseRevision: number,
		operations: readonly PlanOperation[],
		{ done = operations.length, who = "planner" as Who } = {},
	) =>
		agent(who)
			.put(`/api/plans/${id}`)
			.send({ baseRevision, operations, done, hash: hashOf(...operations.slice(0, done)) });
	const refusal = ({ body }: { body: unknown }) => errorSchema.parse(body).error;
	const titles = async (who: Who) =>
		(await agent(who).get("/api/plans").expect(200)).body.plans.map(
			({ title }: PlanSummary) => title,
		);

	test("an empty plan is its snapshot; it comes back to its owner as it was kept", async () => {
		const plan = await keep({ title: " 甲案 ", note: "草稿" });
		expect(plan).toMatchObject({
			...{ title: "甲案", note: "草稿", ownerName: "planner", isMine: true, isShared: false },
			...{ snapshot: base.snapshot, isCurrentSnapshot: true, revision: 1, savedBy: "planner" },
			...{ operations: [], operationCount: 0, done: 0, hash: hashOf() },
		});
		expect(await open(plan.id)).toEqual(plan);
		expect(Date.parse(plan.savedAt)).toBeGreaterThan(Date.now() - 60_000);
	});

	test("every save is a revision of its own: what was saved before can still be read", async () => {
		const { id } = await keep();
		const { body } = await save(id, 1, [MOVED]).expect(200);
		expect(body).toMatchObject({ revision: 2, hash: hashOf(MOVED), operationCount: 1, done: 1 });
		await save(id, 2, [MOVED, renamed("西苑街道")]).expect(200);
		const { revisions } = (await agent("planner").get(`/api/plans/${id}/revisions`)).body;
		expect(revisions.map(({ revision }: { revision: number }) => revision)).toEqual([3, 2, 1]);
		const second = await agent("planner").get(`/api/plans/${id}/revisions/2`).expect(200);
		expect(second.body).toMatchObject({ ...body, operations: [MOVED], snapshot: base.snapshot });
		const fourth = await agent("planner").get(`/api/plans/${id}/revisions/4`).expect(404);
		expect(refusal(fourth).code).toBe("plan.revision-missing");
	});

	test("what is undone is kept at the end of the list, and the hash is of what is done", async () => {
		const { id } = await keep();
		const operations = [MOVED, renamed("西苑街道")];
		await save(id, 1, operations, { done: 1 }).expect(200);
		expect(await open(id)).toMatchObject({ operations, done: 1, hash: hashOf(MOVED) });
	});

	test("drawn on, undone and drawn otherwise: every save comes to what a replay from the start does", async () => {
		const { id } = await keep();
		const lists = [
			[MOVED],
			[MOVED, renamed("一")],
			[MOVED, renamed("一"), renamed("二", EAST_STREET)],
			[MOVED, renamed("三")],
			[renamed("三")],
			[],
			[renamed("四"), MOVED],
		];
		for (const [i, list] of lists.entries()) await save(id, i + 1, list).expect(200);
		expect((await open(id)).revision).toBe(lists.length + 1);
	});

	test("the same once more, as after an answer that got lost, makes no new revision", async () => {
		const { id } = await keep();
		const first = await save(id, 1, [MOVED]).expect(200);
		const again = await save(id, 1, [MOVED]).expect(200);
		expect(again.body).toEqual(first.body);
		expect((await save(id, 2, [MOVED]).expect(200)).body).toEqual(first.body);
		expect((await open(id)).revision).toBe(2);
	});

	test("another hash than the server's is refused, and logged as a defect", async () => {
		const lines: string[] = [];
		const into = new Writable({
			write(chunk, _, done) {
				lines.push(String(chunk));
				done();
			},
		});
		const { jobs, uploads } = server();
		const app = await createApp(db(), { jobs, uploads, log: pino({ level: "error" }, into) });
		const planner = supertest.agent(app);
		await planner.post("/api/session").send({ name: "planner", password: PASSWORD }).expect(200);
		const { id } = await keep();
		const sent = { baseRevision: 1, operations: [MOVED], done: 1, hash: hashOf() };
		const answer = await planner.put(`/api/plans/${id}`).send(sent).expect(422);
		expect(refusal(answer).code).toBe("plan.hash-differs");
		expect((await open(id)).revision).toBe(1);
		expect(lines.map((line) => JSON.parse(line))).toEqual([
			expect.objectContaining({
				...{ level: 50, code: "plan.hash-differs", plan: id, revision: 1 },
				...{ sentHash: hashOf(), replayedHash: hashOf(MOVED) },
			}),
		]);
	});

	test("who saves second is told who saved first, and when, and loses nothing", async () => {
		const { id } = await keep({ isShared: true });
		const first = await save(id, 1, [MOVED], { who: "admin" }).expect(200);
		const second = await save(id, 1, [renamed("西苑街道")]).expect(409);
		const { code, current, message } = refusal(second);
		expect(code).toBe("plan.saved-meanwhile");
		expect(current).toEqual(first.body);
		expect(current).toMatchObject({ revision: 2, savedBy: "admin" });
		expect(message.zh).toContain("admin");
		await save(id, 2, [MOVED, renamed("西苑街道")]).expect(200);
	});

	test("of saves at the same moment exactly one wins", async () => {
		const { id } = await keep({ isShared: true });
		const answers = await Promise.all(
			["一", "二", "三", "四"].map((name, i) =>
				save(id, 1, [renamed(name)], { who: i % 2 === 0 ? "planner" : "admin" }),
			),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
		const won = answers.find(({ status }) => status === 200)?.body;
		expect(await open(id)).toMatchObject({ revision: 2, hash: won.hash });
		for (const answer of answers)
			if (answer.status === 409) expect(refusal(answer).current).toEqual(won);
	});

	test("nobody opens what is not shared; what is shared every planner changes, leaders read it", async () => {
		const { id } = await keep({ title: "自留" });
		for (const path of [`/api/plans/${id}`, `/api/plans/${id}/revisions/1`])
			expect(refusal(await agent("admin").get(path).expect(403)).code).toBe("plan.not-shared");
		expect(refusal(await save(id, 1, [MOVED], { who: "admin" }).expect(403)).code).toBe(
			"plan.not-shared",
		);
		expect(await titles("admin")).not.toContain("自留");
		await agent("planner").put(`/api/plans/${id}/details`).send({ isShared: true }).expect(200);
		expect(await titles("admin")).toContain("自留");
		await save(id, 1, [MOVED], { who: "admin" }).expect(200);
		expect(await open(id, "westLeader")).toMatchObject({
			...{ isMine: false, ownerName: "planner", savedBy: "admin" },
		});
		const drawn = await save(id, 2, [], { who: "westLeader" }).expect(403);
		expect(refusal(drawn).code).toBe("policy.forbidden");
		expect(refusal(await agent("data").get(`/api/plans/${id}`).expect(403)).code).toBe(
			"policy.forbidden",
		);
	});

	test("words change alone; sharing and removing are the owner's", async () => {
		const { id, updatedAt } = await keep({ title: "旧名", isShared: true, operations: [MOVED] });
		const put = (who: Who, change: object) =>
			agent(who).put(`/api/plans/${id}/details`).send(change);
		const { body } = await put("admin", { title: "新名" }).expect(200);
		expect(body).toMatchObject({ title: "新名", note: "", revision: 1, isShared: true });
		expect(body.updatedAt >= updatedAt).toBe(true);
		for (const answer of [
			await put("admin", { isShared: false }).expect(403),
			await agent("admin").delete(`/api/plans/${id}`).expect(403),
		])
			expect(refusal(answer).code).toBe("plan.not-yours");
		expect(await open(id)).toMatchObject({ title: "新名", isShared: true, operations: [MOVED] });
	});

	test("one's own come first, the last changed before the others", async () => {
		const [one, two] = [await keep({ title: "一" }), await keep({ title: "二" })];
		await keep({ title: "管理员的", isShared: true }, "admin");
		await db().knex("plans").where({ id: two.id }).update({ updated_at: "2020-01-01" });
		await save(one.id, 1, [MOVED]).expect(200);
		const listed = await titles("planner");
		expect(listed[0]).toBe("一");
		expect(listed.indexOf("二")).toBeLessThan(listed.indexOf("管理员的"));
	});

	test("alternatives of one matter are a group; a copy begins with what the plan is now", async () => {
		const first = await keep({ title: "甲案", isShared: true });
		await save(first.id, 1, [MOVED, renamed("西苑街道")], { done: 1 }).expect(200);
		const beside = await keep({ title: "乙案", groupOf: first.id });
		const { body: copy } = await agent("admin")
			.post(`/api/plans/${first.id}/copy`)
			.send({ title: "丙案" })
			.expect(200);
		expect([beside.group, copy.group]).toEqual([first.group, first.group]);
		expect((await keep()).group).not.toBe(first.group);
		const { operations, done, hash } = await open(first.id);
		expect(copy).toMatchObject({ operations, done, hash });
		expect(copy).toMatchObject({ title: "丙案", revision: 1, ownerName: "admin", isShared: false });
		await save(copy.id, 1, [], { who: "admin" }).expect(200);
		expect((await open(first.id)).operations).toEqual(operations);
	});

	test("nobody sets a plan beside one that they may not open", async () => {
		const { id } = await keep();
		const body = { title: "旁边", snapshot: "current", groupOf: id };
		const answer = await agent("admin").post("/api/plans").send(body).expect(403);
		expect(refusal(answer).code).toBe("plan.not-shared");
	});

	test("one that is removed is gone, and says so; its revisions stay", async () => {
		const { id } = await keep({ title: "删去的", operations: [MOVED] });
		await agent("planner").delete(`/api/plans/${id}`).expect(204);
		for (const answer of [
			await agent("planner").get(`/api/plans/${id}`),
			await agent("planner").get(`/api/plans/${id}/revisions`),
			await save(id, 1, []),
			await agent("planner").delete(`/api/plans/${id}`),
		]) {
			expect(answer.status).toBe(404);
			expect(refusal(answer).code).toBe("plan.missing");
		}
		expect(await titles("planner")).not.toContain("删去的");
		const kept = await db().knex("plan_revisions").where({ plan_id: id });
		expect(kept.map(({ operations }) => JSON.parse(operations))).toEqual([[MOVED]]);
	});

	test("a plan whose snapshot is gone can be read and copied; it cannot be saved", async () => {
		const { id } = await keep({ operations: [MOVED] });
		await db().knex("plans").where({ id }).update({ snapshot_hash: ELSEWHERE });
		expect(await open(id)).toMatchObject({
			...{ snapshot: ELSEWHERE, isCurrentSnapshot: false, operations: [MOVED] },
		});
		await agent("planner").post(`/api/plans/${id}/copy`).send({ title: "副本" }).expect(200);
		const saved = await save(id, 1, []).expect(404);
		const body = { title: "别处的", snapshot: ELSEWHERE };
		const begun = await agent("planner").post("/api/plans").send(body).expect(404);
		for (const answer of [saved, begun]) expect(refusal(answer).code).toBe("plan.snapshot-gone");
	});

	test("ten thousand operations are kept, one more is refused", async () => {
		const { id } = await keep();
		const many = Array.from({ length: 10_001 }, (_, i) => renamed(`西${i}街道`));
		const answer = await save(id, 1, many, { done: 1 }).expect(422);
		expect(refusal(answer).code).toBe("plan.too-long");
		const { body } = await save(id, 1, many.slice(1)).expect(200);
		expect(body).toMatchObject({ revision: 2, operationCount: 10_000, done: 10_000 });
		const long = {
			baseRevision: 2,
			operations: ["x".repeat(17_000_000)],
			done: 0,
			hash: ELSEWHERE,
		};
		const tooLarge = await agent("planner").put(`/api/plans/${id}`).send(long).expect(413);
		expect(refusal(tooLarge).code).toBe("request.too-large");
	});

	test.each([
		["operation.malformed", "a member too many", { ...MOVED, andThen: 1 }],
		["operation.malformed", "no such degree", { ...seatAt([500, 31]) }],
		["operation.unknown", "no object", null],
		["operation.unknown", "no such operation", { op: "teleport" }],
		["layer.unknown", "no such layer", { ...MOVED, layer: "planet" }],
		["place.outside-city", "a place outside the city", { ...seatAt([0, 0]) }],
		["cell.unknown", "a part of a cell that was not cut", { ...MOVED, cells: [`${NORTH_WEST}-1`] }],
		["unit.unknown", "a unit nobody has", { ...MOVED, to: "310199009000" }],
	])(
		"edited by hand, %s (%s): told with the operation it is in, nothing is saved",
		async (code, _, op) => {
			const { id } = await keep();
			const operations = [renamed("西苑街道"), op];
			const sent = { baseRevision: 1, operations, done: 2, hash: ELSEWHERE };
			for (const answer of [
				await agent("planner").put(`/api/plans/${id}`).send(sent),
				await agent("planner")
					.post("/api/plans")
					.send({ title: "x", snapshot: "current", operations }),
			]) {
				expect(answer.status).toBe(422);
				const { code: told, details, message } = refusal(answer);
				expect([told, details?.[0]?.path]).toEqual([code, "operations.1"]);
				expect(message.zh).toContain("第 2 步");
			}
			expect((await open(id)).revision).toBe(1);
		},
	);

	test("on newer data a plan is brought over as an alternative, and steps about what has changed are told", async () => {
		const old = await keep({ title: "旧基准", operations: [MOVED, renamed("西苑街道")] });
		const corrected = await agent("data")
			.post("/api/corrections")
			.send({
				...{ kind: "divisions", scope: "street", action: "change", id: WEST_STREET },
				...{ values: { name: "西门街道" }, reason: "更名" },
				...{ acceptWarnings: true, renewSnapshot: true },
			});
		expect(corrected.status).toBe(200);
		expect((await open(old.id)).isCurrentSnapshot).toBe(false);
		const { body } = await agent("planner")
			.post(`/api/plans/${old.id}/rebase`)
			.send({ title: "新基准" })
			.expect(200);
		const { plan, conflicts } = rebasedPlanSchema.parse(body);
		expect(plan).toMatchObject({
			...{ title: "新基准", group: old.group, isCurrentSnapshot: true, done: 2 },
			operations: [MOVED, renamed("西苑街道")],
		});
		expect(conflicts.map(({ index, refusal: why, changed }) => [index, why, changed])).toEqual([
			[1, null, [WEST_STREET]],
		]);
		expect(conflicts[0]?.step.zh).toContain("更名为西苑街道");
		expect(await open(old.id)).toMatchObject({ snapshot: old.snapshot, revision: 1 });
	}, 60_000);
});

function seatAt(at: readonly [number, number]) {
	return { op: "moveSeat", layer: "street", unit: WEST_STREET, at };
}

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { shareArrays } from "../../../server/jobs/pool/shareArrays.ts";
import { WorkerPool } from "../../../server/jobs/pool/WorkerPool.ts";

const module = new URL("./poolPrograms.mjs", import.meta.url);
const pools: WorkerPool[] = [];
afterEach(async () => {
	for (const pool of pools.splice(0)) await pool.close();
});

function poolOf(size: number): WorkerPool {
	const pool = new WorkerPool({ size, module });
	pools.push(pool);
	return pool;
}

const doubles = (numbers: readonly number[]) => ({
	program: "double",
	load: null,
	tasks: numbers.map((input) => ({ input, weight: 1 })),
});
const slow = (tasks: number, steps: number, stepMs: number) => {
	const written = new Int32Array(new SharedArrayBuffer(4 * tasks));
	const inputs = Array.from({ length: tasks }, (_, task) => ({
		input: { task, steps, stepMs },
		weight: steps,
	}));
	return { written, order: { program: "slow", load: { written }, tasks: inputs } };
};

test("results come in the tasks' order, whichever thread was faster", async () => {
	const numbers = Array.from({ length: 100 }, (_, i) => i);
	expect(await poolOf(3).run(doubles(numbers))).toEqual(numbers.map((i) => 2 * i));
});

test("no tasks, no threads, no wait", async () => {
	expect(await poolOf(2).run(doubles([]))).toEqual([]);
});

test("progress rises from task to task and ends at the whole", async () => {
	const heard: number[] = [];
	await poolOf(2).run(slow(6, 4, 2).order, { progress: (share) => heard.push(share) });
	expect(heard.length).toBeGreaterThan(6);
	expect(heard).toEqual([...heard].sort((a, b) => a - b));
	expect(new Set(heard).size).toBe(heard.length);
	expect(heard.at(-1)).toBe(1);
});

test("cancelled halfway, it ends within 100 ms, writes no more, and the pool works on", async () => {
	const pool = poolOf(2);
	await pool.run(doubles([1, 2])); // both threads are up
	const { written, order } = slow(4, 500, 10);
	const cancel = new AbortController();
	let abortedAt = 0;
	const running = pool.run(order, {
		signal: cancel.signal,
		progress(share) {
			if (share < 0.02 || abortedAt > 0) return;
			abortedAt = performance.now();
			cancel.abort(new Error("no longer wanted"));
		},
	});
	await expect(running).rejects.toThrow("no longer wanted");
	expect(performance.now() - abortedAt).toBeLessThan(100);
	expect(await pool.run(doubles([21]))).toEqual([42]);
	await pool.run(slow(2, 5, 10).order); // both threads have left it
	const after = [...written];
	expect(after.reduce((sum, steps) => sum + steps, 0)).toBeLessThan(1_000);
	await pool.run(slow(2, 5, 10).order);
	expect([...written]).toEqual(after);
});

test("a call that is cancelled before it begins begins nothing", async () => {
	const { written, order } = slow(1, 1, 1);
	const running = poolOf(1).run(order, { signal: AbortSignal.abort(new Error("never mind")) });
	await expect(running).rejects.toThrow("never mind");
	expect([...written]).toEqual([0]);
});

test("a thread that dies fails its call with a clear error, and another takes its place", async () => {
	const pool = poolOf(1);
	const dying = { program: "die", load: null, tasks: [{ input: null, weight: 1 }] };
	await expect(pool.run(dying)).rejects.toThrow(
		"An analysis thread ended before its task was done: code 7.",
	);
	expect(await pool.run(doubles([4]))).toEqual([8]);
});

test("a call that waits behind a dying thread is still done", async () => {
	const pool = poolOf(1);
	const dying = pool.run({ program: "die", load: null, tasks: [{ input: null, weight: 1 }] });
	const waiting = pool.run(doubles([5]));
	await expect(dying).rejects.toThrow("code 7");
	expect(await waiting).toEqual([10]);
});

test("what a task throws is what the caller gets; the thread lives", async () => {
	const pool = poolOf(1);
	const tasks = [{ input: null, weight: 1 }];
	await expect(pool.run({ program: "throw", load: null, tasks })).rejects.toThrow("no such street");
	await expect(pool.run({ program: "brokenLoad", load: null, tasks })).rejects.toThrow(
		"cannot prepare",
	);
	await expect(pool.run({ program: "unheard of", load: null, tasks })).rejects.toThrow(
		"no program",
	);
	expect(await pool.run(doubles([6]))).toEqual([12]);
});

test("two calls at once both end, the first first", async () => {
	const pool = poolOf(2);
	await pool.run(doubles([1, 2])); // both threads are up: one that is not yet keeps its task of the first call
	const ended: string[] = [];
	const first = pool.run(slow(8, 3, 5).order).then(() => ended.push("first"));
	const second = pool.run(slow(8, 3, 5).order).then(() => ended.push("second"));
	await Promise.all([first, second]);
	expect(ended).toEqual(["first", "second"]);
});

test("a closed pool rejects what runs and what comes, and closes twice", async () => {
	const pool = poolOf(1);
	const running = pool.run(slow(1, 500, 10).order);
	const told = expect(running).rejects.toThrow("The worker pool is closed.");
	await pool.close();
	await told;
	await expect(pool.run(doubles([1]))).rejects.toThrow("The worker pool is closed.");
	await pool.close();
});

test("a program that forgets to close its pool still comes to an end", () => {
	const script = fileURLToPath(new URL("./forgetfulProgram.mjs", import.meta.url));
	const { status, stdout } = spawnSync(process.execPath, [script], { timeout: 20_000 });
	expect(String(stdout)).toBe("42\n");
	expect(status).toBe(0);
});

test("arrays are shared once, however deep, and other values stay as they are", () => {
	const shared = shareArrays({
		columns: [Float64Array.of(1.5), Uint8Array.of(7)],
		name: "streets",
		nothing: null,
	});
	expect(shared).toEqual({
		columns: [Float64Array.of(1.5), Uint8Array.of(7)],
		name: "streets",
		nothing: null,
	});
	expect(shared.columns[0]?.buffer).toBeInstanceOf(SharedArrayBuffer);
	expect(shareArrays(shared).columns[0]).toBe(shared.columns[0]);
	const part = new Uint16Array(Uint16Array.of(1, 2, 3, 4).buffer, 2, 2);
	expect([...shareArrays(part)]).toEqual([2, 3]);
});

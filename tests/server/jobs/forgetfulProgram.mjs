// Uses a pool and forgets it: idle threads must not keep a process alive.
import { register } from "tsx/esm/api";

register();
const { WorkerPool } = await import("../../../server/jobs/pool/WorkerPool.ts");

const pool = new WorkerPool({ size: 1, module: new URL("./poolPrograms.mjs", import.meta.url) });
const [answer] = await pool.run({
	program: "double",
	load: null,
	tasks: [{ input: 21, weight: 1 }],
});
process.stdout.write(`${answer}\n`);

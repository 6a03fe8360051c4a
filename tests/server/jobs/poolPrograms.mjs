// Programs for tests of the pool: a module of its own, as the pool's threads run it.
import { register } from "tsx/esm/api";

register();
const { serveTasks } = await import("../../../server/jobs/pool/serveTasks.ts");

/** Keeps the thread busy, as a kernel does. */
function busyFor(ms) {
	const end = performance.now() + ms;
	while (performance.now() < end);
}

serveTasks({
	double: () => (input) => 2 * input,
	// writes its number in place, checkpoint after checkpoint
	slow:
		({ written }) =>
		({ task, steps, stepMs }, checkpoint) => {
			for (let step = 0; step < steps; step++) {
				checkpoint(step / steps);
				busyFor(stepMs);
				Atomics.add(written, task, 1);
			}
		},
	die: () => () => process.exit(7),
	throw: () => () => {
		throw new Error("no such street");
	},
	brokenLoad: () => {
		throw new Error("cannot prepare");
	},
});

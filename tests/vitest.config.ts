import { defineConfig } from "vitest/config";
import { SlowFirst } from "./slowFirst.ts";

// Two workers: the tests start databases and browsers, and the smallest machine has two cores.
export default defineConfig({
	test: {
		root: `${import.meta.dirname}/..`,
		include: ["tests/**/*.test.{ts,tsx}"],
		globalSetup: ["tests/server/globalSetup.ts"],
		testTimeout: 120_000,
		hookTimeout: 420_000,
		maxWorkers: 2,
		sequence: { sequencer: SlowFirst },
		pool: "forks",
		// a page in a software-drawn browser on a busy machine takes longer than a second to follow
		expect: { poll: { timeout: 20_000, interval: 100 } },
	},
});

import { defineConfig } from "vitest/config";

// One worker: the tests start databases and browsers, and the smallest machine has two cores.
export default defineConfig({
	test: {
		root: `${import.meta.dirname}/..`,
		include: ["tests/**/*.test.{ts,tsx}"],
		globalSetup: ["tests/server/globalSetup.ts"],
		testTimeout: 60_000,
		hookTimeout: 420_000,
		maxWorkers: 2,
		pool: "forks",
	},
});

import { configDefaults, defineConfig } from "vitest/config";
import { SlowFirst } from "./slowFirst.ts";

const TESTS = "tests/**/*.test.{ts,tsx}";
/** These change nothing outside of themselves: their modules are loaded once for all of them. */
const PURE = [
	"planning",
	"client",
	"docs",
	"server/imports",
	"server/exports",
	"server/reports",
].map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

// Two workers: the tests start databases and browsers, and the smallest machine has two cores.
export default defineConfig({
	test: {
		root: `${import.meta.dirname}/..`,
		testTimeout: 120_000,
		hookTimeout: 420_000,
		maxWorkers: 2,
		sequence: { sequencer: SlowFirst },
		pool: "forks",
		// a page in a software-drawn browser on a busy machine takes longer than a second to follow
		expect: { poll: { timeout: 20_000, interval: 100 } },
		projects: [
			{
				extends: true,
				test: {
					name: "product",
					// one file after the other in a worker that has its modules: the server's take seconds to load
					isolate: false,
					include: [TESTS],
					exclude: [...configDefaults.exclude, ...PURE],
					globalSetup: [`${import.meta.dirname}/server/globalSetup.ts`],
				},
			},
			{ extends: true, test: { name: "pure", include: PURE, isolate: false } },
		],
	},
});

import type { Command } from "./Command.ts";

export const demoCommand: Command = {
	name: "demo",
	usage: "",
	summary: {
		zh: "把示例城市（虚构）装入空库，建示例账号并完成分析。",
		en: "Load the demonstration city (invented) into an empty database, with its accounts and analysis.",
	},
	options: {},
	positionals: 0,
	async run({ withDatabase, tell, print }) {
		const { loadDemonstration } = await import("../demonstration/loadDemonstration.ts");
		const outcome = await withDatabase(({ knex }) => loadDemonstration(knex, tell));
		const { cityName, residents, residences, facilities, unchanged } = outcome;
		print(outcome, [
			`${cityName}（示例数据 demonstration data）`,
			`${residents} 人 residents · ${residences} 居住点 residences · ${facilities} 设施 facilities`,
			...(unchanged ? ["已是最新，未改动。Nothing changed."] : []),
		]);
		return 0;
	},
};

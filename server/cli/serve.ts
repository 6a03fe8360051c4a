import { type Command, WrongUsage } from "./Command.ts";

export const serveCommand: Command = {
	name: "serve",
	usage: "",
	summary: {
		zh: "提供网页服务；地址由 HOST（127.0.0.1）和 PORT（3000）决定。新的内嵌数据库装入示例城市。",
		en: "Serve the product at HOST (127.0.0.1) and PORT (3000). A new embedded database gets the demonstration.",
	},
	options: {},
	positionals: 0,
	async run({ place, tell }) {
		const { serve } = await import("../main.ts"); // the whole server, which no other command needs
		const ending = new AbortController();
		const end = () => {
			if (ending.signal.aborted) process.exit(130); // asked twice: at once
			ending.abort(new Error("The server was asked to end."));
		};
		process.on("SIGINT", end).on("SIGTERM", end);
		try {
			await serve({
				place,
				host: process.env["HOST"] || "127.0.0.1",
				port: portOf(process.env["PORT"] || "3000"),
				isBehindTls: process.env["JIEQUAN_TLS"] === "1",
				tell,
				signal: ending.signal,
			});
			return 0;
		} finally {
			process.off("SIGINT", end).off("SIGTERM", end);
		}
	},
};

function portOf(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new WrongUsage(`PORT is a whole number from 0 to 65535, not “${text}”`);
}

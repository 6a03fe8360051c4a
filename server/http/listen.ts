// A port of this machine, taken before anything else is begun; until the app is ready every request is told to wait.
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Refused } from "../errors.ts";

/** 2 GB over a slow line take their time. */
const LONGEST_UPLOAD_MS = 6 * 60 * 60_000;

export interface Listening {
	/** `http://HOST:PORT` as a browser on this machine reaches it. */
	readonly url: string;
	serve(app: RequestListener): void;
	/** Answer what is under way, take nothing new. */
	close(): Promise<void>;
}

/** Refused when the port is in use or not ours to take. */
export async function listen(host: string, port: number): Promise<Listening> {
	let app: RequestListener = notYet;
	const server = createServer((request, response) => app(request, response));
	server.requestTimeout = LONGEST_UPLOAD_MS;
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(host, port, error)));
		server.listen(port, host, resolve);
	});
	const address = server.address() as AddressInfo;
	const name = host.includes(":") ? `[${host}]` : host;
	return {
		url: `http://${name}:${address.port}`,
		serve: (ready) => {
			app = ready;
		},
		close: () => closed(server),
	};
}

const notYet: RequestListener = (_request, response) => {
	response.writeHead(503, { "retry-after": "2", "content-type": "text/plain; charset=utf-8" });
	response.end("界圈正在启动，请稍候。 Jiequan is starting; try again in a moment.\n");
};

function closed(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 3_000).unref();
	});
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): Refused {
	if (error.code === "EADDRINUSE")
		return new Refused("port.in-use", {
			zh: `端口 ${host}:${port} 已被占用。停下占用它的程序，或用 PORT=… 换一个端口。`,
			en: `Port ${host}:${port} is in use. Stop what uses it, or choose another with PORT=….`,
		});
	return new Refused("port.unusable", {
		zh: `不能在 ${host}:${port} 上提供服务（${error.code}）。换一个 HOST 或 PORT。`,
		en: `Cannot serve on ${host}:${port} (${error.code}). Choose another HOST or PORT.`,
	});
}

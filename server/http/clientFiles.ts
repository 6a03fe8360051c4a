// The built client: files with a hash in their name are kept for a year, index.html and workers are asked for every time.
import { basename, extname, join } from "node:path";
import express, { type RequestHandler, Router } from "express";

/** Files of `folder`, and its index.html for every address that the client itself understands; never for /api. */
export function clientFiles(folder: string): RequestHandler {
	const router = Router();
	const index = join(folder, "index.html");
	router.use((request, _response, next) => {
		const isOurs = !/^\/api(\/|$)/.test(request.path) && /^(GET|HEAD)$/.test(request.method);
		next(isOurs ? undefined : "router");
	});
	router.use(
		"/assets",
		express.static(join(folder, "assets"), {
			immutable: true,
			maxAge: "1y",
			index: false,
			setHeaders: (response, path) => {
				// a worker keeps the content policy of its file: kept for a year, it would not hear of another background
				if (/worker/i.test(basename(path))) response.set("Cache-Control", "no-cache");
			},
		}),
	);
	router.use(express.static(folder, { index: false, maxAge: 0 }));
	router.use((request, response, next) => {
		if (extname(request.path) !== "" || !request.accepts("html")) return next();
		response.set("Cache-Control", "no-cache").sendFile(index);
	});
	return router;
}

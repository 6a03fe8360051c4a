// The built client: files with a hash in their name are kept for a year, index.html and workers are asked for every time.
import { basename, extname, join } from "node:path";
import express, { type RequestHandler, Router } from "express";

/**
 * Files of the first folder, and its index.html for every address that the client itself understands; never for /api.
 * Pages that were open before it was built still get their parts out of the others.
 */
export function clientFiles(folders: readonly string[]): RequestHandler {
	const router = Router();
	const [newest = ""] = folders;
	router.use((request, _response, next) => {
		const isOurs = !/^\/api(\/|$)/.test(request.path) && /^(GET|HEAD)$/.test(request.method);
		next(isOurs ? undefined : "router");
	});
	for (const folder of folders) router.use("/assets", hashedFiles(join(folder, "assets")));
	router.use(express.static(newest, { index: false, maxAge: 0 }));
	router.use((request, response, next) => {
		if (extname(request.path) !== "" || !request.accepts("html")) return next();
		response.set("Cache-Control", "no-cache").sendFile(join(newest, "index.html"));
	});
	return router;
}

function hashedFiles(folder: string): RequestHandler {
	return express.static(folder, {
		immutable: true,
		maxAge: "1y",
		index: false,
		setHeaders: (response, path) => {
			// a worker keeps the content policy of its file: kept for a year, it would not hear of another background
			if (/worker/i.test(basename(path))) response.set("Cache-Control", "no-cache");
		},
	});
}

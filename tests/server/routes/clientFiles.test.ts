import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import supertest from "supertest";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { createLog } from "../../../server/http/log.ts";
import { onBothEngines } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();

onBothEngines("the built client", (db) => {
	let app: Awaited<ReturnType<typeof createApp>>;
	beforeAll(async () => {
		const folder = join(write("sign", ""), "..", "newest");
		mkdirSync(join(folder, "assets"), { recursive: true });
		writeFileSync(join(folder, "index.html"), "<!doctype html><title>界圈</title>");
		writeFileSync(join(folder, "assets", "main-1a2b.js"), "export {};");
		const earlier = join(folder, "..", "earlier");
		mkdirSync(join(earlier, "assets"), { recursive: true });
		writeFileSync(join(earlier, "index.html"), "earlier");
		writeFileSync(join(earlier, "assets", "map-0c0d.js"), "export const earlier = true;");
		app = await createApp(db(), { clientFolders: [folder, earlier], log: createLog("silent") });
	});
	const get = (path: string) => supertest(app).get(path).set("accept", "text/html,*/*");

	test("serves its page at every address that is not a file or the API's", async () => {
		for (const path of ["/", "/tables", "/city?category=EDU-PRI"]) {
			const { text, headers } = await get(path).expect(200);
			expect(text).toContain("界圈");
			expect(headers["cache-control"]).toBe("no-cache");
		}
		await get("/no-such-picture.png").expect(404);
		await get("/assets/main-old.js").expect(404);
		for (const path of ["/api", "/api/nothing"]) {
			const { body } = await get(path).expect(404);
			expect(body.error.code).toBe("path.unknown");
		}
	});

	test("a page that was open before the last build still gets its parts", async () => {
		const { text, headers } = await get("/assets/map-0c0d.js").buffer(true).expect(200);
		expect(text ?? "").toContain("earlier");
		expect(headers["cache-control"]).toContain("immutable");
		expect((await get("/").expect(200)).text).not.toContain("earlier");
	});

	test("keeps files with a hash in their name for a year", async () => {
		const { headers } = await get("/assets/main-1a2b.js").expect(200);
		expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
		expect(headers["cross-origin-embedder-policy"]).toBe("require-corp");
	});
});

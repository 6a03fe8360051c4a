// The map beneath the map: what may be set, what is drawn, and whom a page may then ask.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../engines.ts";
import { emptyServer } from "./tinyServer.ts";
import { writeArchive } from "./writeArchive.ts";

const KEY = "0123456789abcdef0123456789abcdef";

/** A host of styles: each address answers its value. */
async function styleHost(answers: Readonly<Record<string, unknown>>): Promise<Server> {
	const host = createServer((request, response) => {
		const answer = answers[request.url?.split("?")[0] ?? ""];
		response.statusCode = answer === undefined ? 404 : 200;
		response.end(typeof answer === "string" ? answer : JSON.stringify(answer ?? null));
	});
	await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
	return host;
}

onBothEngines("a background map", (db) => {
	const server = emptyServer(db);
	const set = (body: object) => server().agents.admin.put("/api/background").send(body);
	const background = async () =>
		(await server().agents.planner.get("/api/background").expect(200)).body;
	/** Each directive ends with a semicolon, the last one too. */
	const policyOf = async (path: string) =>
		`${(await supertest(server().app).get(path)).headers["content-security-policy"]};`;
	let host: Server;
	let url: string;
	beforeAll(async () => {
		host = await styleHost({
			"/style.json": {
				version: 8,
				sources: {
					a: { type: "vector", url: "tiles.json" },
					b: { type: "raster", tiles: ["https://pictures.example/{z}/{x}/{y}.png"] },
				},
				sprite: "https://icons.example/sprite",
				layers: [{ id: "land", type: "background" }],
			},
			"/tiles.json": { tiles: ["https://tiles.example/{z}/{x}/{y}.pbf"] },
			"/page": "<html>",
			"/old.json": { version: 7, sources: {}, layers: [] },
		});
		url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
	});
	afterAll(() => void host?.close());

	test("none is there, and none is needed: pages ask nobody else", async () => {
		expect(await background()).toBeNull();
		expect(await policyOf("/")).toContain("connect-src 'self' blob: data:;");
		expect(await policyOf("/")).toContain("img-src 'self' data: blob:;");
	});

	test("Tianditu needs a key; pages may then ask its hosts, answers of the server still nobody", async () => {
		await set({ kind: "tianditu", key: KEY }).expect(200);
		const { layers, attribution } = await background();
		expect(layers.map(({ id }: { id: string }) => id)).toEqual(["vec", "cva"]);
		expect(layers[0].tiles).toHaveLength(8);
		const tile = new URL(layers[1].tiles[3]);
		expect([tile.origin, tile.pathname]).toEqual(["https://t3.tianditu.gov.cn", "/cva_w/wmts"]);
		expect(tile.searchParams.get("tk")).toBe(KEY);
		expect(tile.searchParams.get("TILEMATRIX")).toBe("{z}");
		expect(attribution).toBe("天地图");
		const page = await policyOf("/");
		for (const i of [0, 7]) expect(page).toContain(`https://t${i}.tianditu.gov.cn`);
		expect(await policyOf("/api/welcome")).not.toContain("tianditu");
	});

	test("a style opens exactly the hosts that it loads from", async () => {
		await set({ kind: "style", url: `${url}/style.json?key=secret` }).expect(200);
		expect(await background()).toEqual({ kind: "style", url: `${url}/style.json?key=secret` });
		const hosts = `${url} https://icons.example https://pictures.example https://tiles.example`;
		expect(await policyOf("/")).toContain(`connect-src 'self' blob: data: ${hosts};`);
		expect(await policyOf("/")).toContain(`img-src 'self' data: blob: ${hosts};`);
	});

	test("what cannot be used is refused with its reason, and what was set before stays", async () => {
		const before = await background();
		for (const [body, code] of [
			[{ kind: "style", url: "ftp://host/style.json" }, "background.bad-url"],
			[{ kind: "style", url: "style.json" }, "background.bad-url"],
			[{ kind: "style", url: `${url}/gone.json?key=secret` }, "background.unreachable"],
			[{ kind: "style", url: `${url}/page` }, "background.not-style"],
			[{ kind: "style", url: `${url}/old.json` }, "background.not-style"],
			[{ kind: "pmtiles", file: "no.pmtiles" }, "background.no-file"],
			[{ kind: "pmtiles", file: "../PG_VERSION" }, "background.bad-name"],
			[{ kind: "pmtiles", file: ".." }, "background.bad-name"],
			[{ kind: "pmtiles", file: "..\\x.pmtiles" }, "background.bad-name"],
		] as const) {
			const { body: answer } = await set(body).expect(422);
			expect([body, answer.error.code]).toEqual([body, code]);
			expect(JSON.stringify(answer)).not.toContain("secret");
		}
		expect(await background()).toEqual(before);
	});

	test("a PMTiles file is served tile by tile, unpacked; where it has none, 404", async () => {
		const tile = new TextEncoder().encode("a tile of water and roads");
		const metadata = {
			vector_layers: [{ id: "water" }, { id: "roads" }],
			attribution: '<a href="https://osm.example">&copy; OpenStreetMap</a>',
		};
		writeArchive(db().filesFolder, "城.pmtiles", { "0/0/0": tile, "2/1/3": tile }, { metadata });
		await set({ kind: "pmtiles", file: "城.pmtiles" }).expect(200);
		expect(await background()).toEqual({
			kind: "pmtiles",
			file: "城.pmtiles",
			tilesUrl: "/api/background/tiles/{z}/{x}/{y}",
			minzoom: 0,
			maxzoom: 14,
			tileType: "vector",
			layers: ["water", "roads"],
			attribution: "© OpenStreetMap",
		});
		const { planner } = server().agents;
		for (const address of ["0/0/0", "2/1/3"]) {
			const { body, headers } = await planner
				.get(`/api/background/tiles/${address}`)
				.responseType("blob")
				.expect(200);
			expect(new Uint8Array(body)).toEqual(tile);
			expect(headers["content-type"]).toBe("application/vnd.mapbox-vector-tile");
		}
		for (const address of ["2/1/2", "20/1/1"]) {
			const { body } = await planner.get(`/api/background/tiles/${address}`).expect(404);
			expect(body.error.code).toBe("background.no-tile");
		}
		expect(await policyOf("/")).toContain("connect-src 'self' blob: data:;");
	});

	test("a file that was replaced is read anew; one that is no PMTiles says so", async () => {
		const picture = new Uint8Array([137, 80, 78, 71]);
		writeArchive(db().filesFolder, "城.pmtiles", { "0/0/0": picture }, { tileType: 2 });
		expect(await background()).toMatchObject({ tileType: "raster", layers: [], attribution: "" });
		const { headers } = await server()
			.agents.planner.get("/api/background/tiles/0/0/0")
			.expect(200);
		expect(headers["content-type"]).toBe("image/png");
		writeArchive(db().filesFolder, "elevation.pmtiles", {}, { tileType: 0 });
		const { body } = await set({ kind: "pmtiles", file: "elevation.pmtiles" }).expect(422);
		expect(body.error.code).toBe("background.not-pmtiles");
	});

	test("is an administrator's to set, and can be taken away", async () => {
		for (const who of ["planner", "data"] as const)
			await server().agents[who].put("/api/background").send({ kind: "none" }).expect(403);
		await set({ kind: "none" }).expect(200);
		expect(await background()).toBeNull();
		await server().agents.planner.get("/api/background/tiles/0/0/0").expect(404);
	});
});

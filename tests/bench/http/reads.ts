// Fifty clients that ask one after another, each without waiting for the others: what 95 of 100 answers take at most.
import { Agent, request } from "node:http";
import { CATEGORIES } from "../../../planning/standards/catalogue.ts";
import { randomFrom } from "../../scenes/randomFrom.ts";
import type { CityScene } from "../CityScene.ts";
import type { Figure } from "../Figure.ts";

const CLIENTS = 50;
const ASKED_EACH = 40;
const BATCHES = 5;
const AT_MOST_MS = 150;

type Address = (random: () => number) => string;

/** A figure per kind of read: the lowest p95 of five batches. An answer that is not 200 ends the bench. */
export async function readFigures(url: string, scene: CityScene): Promise<Figure[]> {
	const cookie = await signIn(url);
	const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
	const figures: Figure[] = [];
	for (const [id, address] of Object.entries(addressesOf(scene))) {
		const random = randomFrom(scene.seed);
		let lowest = Infinity;
		let answers = 0;
		const start = performance.now();
		for (let batch = 0; batch < BATCHES; batch++) {
			const times = await batchOf({ url, agent, cookie }, () => address(random));
			answers += times.length;
			lowest = Math.min(lowest, times[Math.ceil(0.95 * times.length) - 1] ?? Infinity);
		}
		const perS = answers / ((performance.now() - start) / 1_000);
		figures.push({ id: `${id}-p95`, value: lowest, unit: "ms", atMost: AT_MOST_MS });
		figures.push({ id: `${id}-rate`, value: perS, unit: "per s" });
	}
	agent.destroy();
	return figures;
}

/** Any tile of the city from 10 to 15; any walked category of any level people look at; any unit of the city. */
function addressesOf({ city }: CityScene): Readonly<Record<string, Address>> {
	const pick = <T>(list: readonly T[], random: () => number): T =>
		list[Math.floor(random() * list.length)] as T;
	const walked = CATEGORIES.filter(({ basis }) => basis !== "presence");
	const units = city.units.filter(({ kind }) => kind === "street" || kind === "district");
	return {
		tiles: (random) => {
			const [lon, lat] = pick(city.residences, random).lonLat;
			const z = 10 + Math.floor(random() * 6);
			return `/api/tiles/${z}/${columnOf(lon, z)}/${rowOf(lat, z)}`;
		},
		coverage: (random) =>
			`/api/coverage?category=${pick(walked, random).code}&level=${pick(["all", "district", "street", "circle"], random)}`,
		unit: (random) => {
			const { kind, code } = pick(units, random);
			return `/api/units/${kind}/${code}`;
		},
	};
}

function columnOf(lon: number, z: number): number {
	return Math.floor(((lon + 180) / 360) * 2 ** z);
}

function rowOf(lat: number, z: number): number {
	const radians = (lat * Math.PI) / 180;
	return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
}

interface Door {
	readonly url: string;
	readonly agent: Agent;
	readonly cookie: string;
}

/** Milliseconds of every answer, ascending. */
async function batchOf(door: Door, next: () => string): Promise<Float64Array> {
	const times: number[] = [];
	const client = async () => {
		for (let asked = 0; asked < ASKED_EACH; asked++) {
			const start = performance.now();
			await read(door, next());
			times.push(performance.now() - start);
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, client));
	return Float64Array.from(times).sort();
}

function read({ url, agent, cookie }: Door, path: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const headers = { cookie, "accept-encoding": "br, gzip" };
		request(`${url}${path}`, { agent, headers }, (response) => {
			response.resume();
			response.once("end", () => {
				if (response.statusCode === 200) resolve();
				else reject(new Error(`${path} answered ${response.statusCode}.`));
			});
		})
			.once("error", reject)
			.end();
	});
}

async function signIn(url: string): Promise<string> {
	const response = await fetch(`${url}/api/session`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: url },
		body: JSON.stringify({ name: "leader", password: "leader" }),
	});
	const [cookie = ""] = response.headers.getSetCookie();
	if (!response.ok) throw new Error(`Signing in answered ${response.status}.`);
	return cookie.split(";")[0] ?? "";
}

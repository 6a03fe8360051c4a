// The HTTP contract answered from a made-up city: for looking at the interface, and for tests of its states.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { CATEGORIES, limitOf } from "../../planning/standards/catalogue.ts";
import { encodeColumns } from "../../planning/wire/columns.ts";
import { bbox, borders, CELL_COUNT, type FakeUnit, seeded, units, within } from "./fakeCity.ts";

/** What a test may switch while the server runs. */
export interface FakeState {
	signedIn: boolean;
	runningPct: number | null;
	failing: string | null;
	empty: boolean;
}

const SPEED = 67;
const random = seeded(11);
const residences = Array.from({ length: 3200 }, (_, i) => {
	const cell = Math.floor(random() * CELL_COUNT);
	const residents = Math.round(40 + random() ** 2 * 480);
	return {
		id: `R${String(i).padStart(5, "0")}`,
		cell,
		at: within(cell, random(), random()),
		residents,
	};
});
const used = CATEGORIES.filter((_, i) => i % 9 !== 8);
const facilities = used.flatMap((category, index) => {
	const pick = seeded(100 + index);
	return Array.from({ length: category.walkMinutes === 5 ? 170 : 44 }, (_, i) => {
		const cell = Math.floor(pick() * CELL_COUNT);
		return {
			id: `${category.code}-${i}`,
			category,
			cell,
			at: within(cell, pick(), pick()),
			areaM2: Math.round(120 + pick() * 1900),
		};
	});
});
const streetsOf = (cell: number) =>
	units.find((u) => u.kind === "street" && u.cells.includes(cell)) as FakeUnit;

function times(code: string, mode: string) {
	const category = CATEGORIES.find((c) => c.code === code) ?? CATEGORIES[0];
	const limit = limitOf(category);
	const ours = facilities.filter((f) => f.category.code === code);
	const costDm = new Uint32Array(residences.length).fill(4294967295);
	const facility = new Int32Array(residences.length).fill(-1);
	const inside = new Uint8Array(residences.length);
	const reason = new Uint8Array(residences.length).fill(3);
	residences.forEach((home, i) => {
		ours.forEach((f, j) => {
			if (mode === "own" && streetsOf(f.cell) !== streetsOf(home.cell)) return;
			const dm = Math.round(
				Math.hypot((home.at[0] - f.at[0]) * 95500, (home.at[1] - f.at[1]) * 110900) * 13,
			);
			if (dm < costDm[i] && dm <= SPEED * 150) [costDm[i], facility[i]] = [dm, j];
		});
		inside[i] =
			costDm[i] <= (limit ?? 15) * (category.basis === "metres" ? 10 : SPEED * 10) ? 1 : 0;
		reason[i] = inside[i] ? 0 : i % 700 === 0 ? 2 : 1;
	});
	return { category, limit, ids: ours.map((f) => f.id), costDm, facility, inside, reason };
}
const timesCache = new Map<string, ReturnType<typeof times>>();
function timesOf(code: string, mode: string) {
	const key = `${code} ${mode}`;
	const made = timesCache.get(key) ?? times(code, mode);
	timesCache.set(key, made);
	return made;
}

function coverageRow(unit: FakeUnit | null, code: string, mode: "any" | "own") {
	const { category, limit, inside, reason } = timesOf(code, mode);
	const has = facilities.some((f) => f.category.code === code);
	let [total, covered, notAttached] = [0, 0, 0];
	residences.forEach((home, i) => {
		if (unit !== null && !unit.cells.includes(home.cell)) return;
		total += home.residents;
		if (inside[i] === 1) covered += home.residents;
		if (reason[i] === 2) notAttached += home.residents;
	});
	if (unit?.kind === "committee" && unit.cells[0] % 23 === 5) [total, covered] = [0, 0];
	return {
		unitKind: unit?.kind ?? "all",
		unitCode: unit?.code ?? "",
		unitName: unit?.name ?? "",
		category: code,
		mode,
		limit,
		limitUnit: category.basis,
		denominator: "residents",
		total,
		covered: has ? covered : 0,
		pct: total === 0 ? null : Math.round((covered / total) * 10000) / 100,
		notAttached,
	};
}

function unitRow(unit: FakeUnit) {
	const homes = residences.filter((home) => unit.cells.includes(home.cell));
	const residents = homes.reduce((sum, home) => sum + home.residents, 0);
	const parent = units.find((other) => other.code === unit.parentCode);
	return {
		kind: unit.kind,
		code: unit.code,
		name: unit.name,
		parentCode: unit.parentCode,
		parentName: parent?.name ?? null,
		streetKind: unit.kind === "street" ? (unit.name.endsWith("镇") ? "town" : "subdistrict") : null,
		zone: unit.kind === "committee" ? "urban" : null,
		residents,
		households: Math.round(residents / 2.6),
		elders: Math.round(residents * 0.27),
		children: Math.round(residents * 0.11),
		declaredResidents: unit.kind === "street" ? Math.round(residents * 1.03) : null,
		declaredHouseholds: null,
		areaKm2: unit.cells.length * 0.641,
		facilities: facilities.filter((f) => unit.cells.includes(f.cell)).length,
		floorAreaPer100HouseholdsM2: residents === 0 ? null : 31.4,
		labelLon: unit.label[0],
		labelLat: unit.label[1],
	};
}

const FLAGS = (
	[
		["facility-gap", "EDU-PRI", "facility", 20],
		["boundary-gap", "ADM-PSC", "boundary", 88],
		["severance", "COM-MKT", "link", 120],
		["missing-mandatory", "HEA-CHC", "facility", 3],
		["floor-area-short", null, "facility", 150],
		["unit-too-large", null, "boundary", 60],
		["bmu-eligible", null, "boundary", 30],
		["exclave", null, "boundary", 99],
		["unassigned-residents", null, "data", 10],
	] as const
).map(([flag, category, lever, cell], i) => {
	const street = streetsOf(cell);
	const box = [
		within(cell, 0.2, 0.2),
		within(cell, 0.9, 0.3),
		within(cell, 0.8, 0.9),
		within(cell, 0.1, 0.7),
		within(cell, 0.2, 0.2),
	];
	const homes = residences.filter((home) => home.cell === cell);
	return {
		id: `${flag}:${category ?? ""}:${cell}`,
		flag,
		category,
		unitCodes: [street.code],
		residents: 12480 - i * 1277,
		residenceIds: homes.map((home) => home.id),
		rule: "小学：步行 10 分钟内没有设施的居住点聚成一片（GB 50180-2018） / Primary school: residences without one within 10 min on foot",
		confidence: i % 2 ? "memory" : "verified",
		lever,
		figures: {
			limitMinutes: 10,
			residences: homes.length,
			medianWalkMinutes: 14.2,
			linkM: 150,
			residentsByStreet: { [street.code]: 1204 },
		},
		at: within(cell, 0.5, 0.5),
		place: [[box]],
	};
});

const polygon = (unit: FakeUnit) => ({
	type: "MultiPolygon",
	coordinates: unit.rings.map((ring) => [ring]),
});
const collection = (features: unknown[]) => ({ type: "FeatureCollection", features });

function summary(profile: string) {
	const residents = residences.reduce((sum, home) => sum + home.residents, 0);
	const categories = Object.fromEntries(
		CATEGORIES.map((category) => {
			const any = coverageRow(null, category.code, "any");
			const own =
				category.ownUnit === "no" ? null : coverageRow(null, category.code, "own").covered;
			const count = facilities.filter((f) => f.category === category).length;
			return [
				category.code,
				{
					basis: category.basis,
					limit: limitOf(category),
					facilities: count,
					coveredResidentsAny: any.covered,
					coveredResidentsOwnUnit: own,
					residentsBeyond: residents - any.covered,
				},
			];
		}),
	);
	return {
		snapshot: "5f2c9ad1",
		profile,
		speedMPerMin: SPEED,
		residents,
		residences: residences.length,
		residencesNotAttached: 5,
		categories,
		flags: {},
	};
}

const columns = (meta: unknown, arrays: Parameters<typeof encodeColumns>[1]) =>
	encodeColumns(meta, arrays);

function residenceColumns() {
	const filled = (value: number) => new Int32Array(residences.length).fill(value);
	return columns(
		{ ids: residences.map((home) => home.id), speeds: [SPEED] },
		{
			lon: Float64Array.from(residences, (home) => home.at[0]),
			lat: Float64Array.from(residences, (home) => home.at[1]),
			residents: Uint32Array.from(residences, (home) => home.residents),
			households: filled(-1),
			elders: filled(-1),
			children: filled(-1),
			status: new Uint8Array(residences.length),
			speed: new Uint8Array(residences.length),
		},
	);
}

function facilityRow(f: (typeof facilities)[number]) {
	const street = streetsOf(f.cell);
	const committee = units.find((u) => u.kind === "committee" && u.cells[0] === f.cell) as FakeUnit;
	return {
		id: f.id,
		category: f.category.code,
		name: `${committee.name.slice(0, 2)}${f.category.nameZh}`,
		lon: f.at[0],
		lat: f.at[1],
		floorAreaM2: f.areaM2,
		capacity: null,
		operatorCode: street.code,
		operatorName: street.name,
		operatorPresumed: true,
		premisesId: null,
		address: null,
		streetCode: street.code,
		streetName: street.name,
		committeeCode: committee.code,
		committeeName: committee.name,
	};
}

const ACCOUNTS = [
	["planner", "顾规划"],
	["leader", "沈主任"],
	["data", "韩数据"],
	["reviewer", "陆审核"],
	["admin", "管理员"],
].map(([name, displayName]) => ({ name, displayName, role: name }));

function answer(state: FakeState, method: string, url: URL): unknown {
	const path = url.pathname.replace("/api/", "");
	const at = (key: string) => url.searchParams.get(key) ?? "";
	if (path === "welcome")
		return { demonstration: true, cityName: "澜州市 江临区", accounts: ACCOUNTS };
	if (path === "session" && method === "POST") state.signedIn = true;
	if (path === "session" && method === "DELETE") state.signedIn = false;
	if (!state.signedIn) return null;
	if (path === "session")
		return {
			account: {
				name: "planner",
				displayName: "顾规划",
				grants: [{ role: "planner", scopeUnitCode: null }],
			},
		};
	if (path === "city") {
		const city = summary("adult");
		return {
			name: "澜州市 江临区",
			demonstration: true,
			mapReviewNumber: null,
			bbox: state.empty ? null : bbox,
			snapshot: state.empty ? null : { hash: "5f2c9ad1e0", asOf: "2026-06-30", number: 12 },
			residents: state.empty ? 0 : city.residents,
			households: null,
			residences: city.residences,
			layers: [],
		};
	}
	if (path === "summary") return summary(at("profile"));
	if (path === "coverage") {
		const level = at("level");
		const rows =
			level === "all"
				? [coverageRow(null, at("category"), "any")]
				: units
						.filter((u) => u.kind === level)
						.map((u) => coverageRow(u, at("category"), at("mode") as "any"));
		return { rows };
	}
	if (path === "units") return { units: state.empty ? [] : units.map(unitRow) };
	const card = /^units\/(\w+)\/(.+)$/.exec(path);
	if (card !== null) {
		const unit = units.find(
			(u) => u.kind === card[1] && u.code === decodeURIComponent(card[2]),
		) as FakeUnit;
		const counts = used.map((c) => ({
			category: c.code,
			count: facilities.filter((f) => f.category === c && unit.cells.includes(f.cell)).length,
		}));
		const coverage = used.flatMap((c) => [
			coverageRow(unit, c.code, "any"),
			...(c.ownUnit === "no" ? [] : [coverageRow(unit, c.code, "own")]),
		]);
		return {
			unit: unitRow(unit),
			seat: null,
			facilityCounts: counts,
			coverage,
			flagIds: FLAGS.filter((f) => f.unitCodes.includes(unit.code)).map((f) => f.id),
		};
	}
	if (path === "facilities") return { facilities: facilities.map(facilityRow) };
	if (path === "flags") return { flags: FLAGS };
	if (path === "borders")
		return collection(
			borders.map(({ level, line }) => ({
				type: "Feature",
				properties: { level },
				geometry: { type: "LineString", coordinates: line },
			})),
		);
	if (path.startsWith("divisions/")) {
		const found = units.filter((u) => u.kind === path.slice(10));
		return collection(
			found.map((u) => ({
				type: "Feature",
				properties: {
					kind: u.kind,
					code: u.code,
					name: u.name,
					parentCode: u.parentCode,
					streetKind: null,
					zone: null,
				},
				geometry: polygon(u),
			})),
		);
	}
	if (path === "residences") return residenceColumns();
	if (path === "times") {
		const { category, limit, ids, costDm, facility, inside, reason } = timesOf(
			at("category"),
			at("mode"),
		);
		return columns(
			{
				category: category.code,
				mode: at("mode"),
				facilityIds: ids,
				limit,
				limitUnit: category.basis,
			},
			{ costDm, facility, within: inside, reason },
		);
	}
	if (path.startsWith("tiles/")) return new Uint8Array();
	if (path === "search") {
		const q = at("q");
		const found = units.filter((u) => u.name.includes(q) || u.code.startsWith(q)).slice(0, 8);
		return {
			results: found.map((u) => ({
				type: "unit",
				kind: u.kind,
				code: u.code,
				name: u.name,
				detail: u.code,
				lon: u.label[0],
				lat: u.label[1],
			})),
		};
	}
	return undefined;
}

function respond(state: FakeState, request: IncomingMessage, response: ServerResponse): void {
	const url = new URL(request.url ?? "/", "http://fake");
	const [status, body] = statusAndBody(state, request.method ?? "GET", url);
	const isBinary = body instanceof Uint8Array;
	response.writeHead(status, {
		"content-type": isBinary ? "application/octet-stream" : "application/json",
	});
	response.end(isBinary ? body : JSON.stringify(body));
}

function statusAndBody(state: FakeState, method: string, url: URL): [number, unknown] {
	const refusal = (code: string, zh: string, en: string) => ({
		error: { code, message: { zh, en } },
	});
	const isFigure = /summary|coverage|times|flags|units\//.test(url.pathname);
	if (state.failing !== null && url.pathname.includes(state.failing))
		return [500, refusal("internal", "服务器出错，已记下。", "The server failed; it is logged.")];
	if (state.signedIn && isFigure && state.runningPct !== null)
		return [202, { status: "running", progressPct: state.runningPct }];
	const body = answer(state, method, url);
	if (body === null) return [401, refusal("session.none", "没有登录。", "Not signed in.")];
	if (body === undefined) return [404, refusal("not-found", "没有这个地址。", "No such address.")];
	return [200, body];
}

/** Listens on a port (0: any free one). */
export function startFakeServer(
	port: number,
): Promise<{ server: Server; state: FakeState; port: number }> {
	const state: FakeState = { signedIn: false, runningPct: null, failing: null, empty: false };
	const server = createServer((request, response) => respond(state, request, response));
	return new Promise((resolve) => {
		server.listen(port, "127.0.0.1", () => {
			const address = server.address();
			resolve({
				server,
				state,
				port: typeof address === "object" && address !== null ? address.port : port,
			});
		});
	});
}

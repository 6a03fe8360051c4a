// Small corrections by a form: one record of the version in force, with a reason.
import { expect, test } from "vitest";
import { DISTRICT, EAST_STREET, WEST_STREET } from "../../scenes/tinyCity.ts";
import { onTinyServer } from "./tinyServer.ts";

interface Row {
	readonly id: string;
	readonly name: string;
	readonly lon: number;
	readonly lat: number;
	readonly values: Readonly<Record<string, unknown>>;
}

onTinyServer("small corrections", (server, db) => {
	const correct = (correction: object) =>
		server()
			.agents.data.post("/api/corrections")
			.send({
				kind: "facilities",
				scope: "EDU-PRI",
				reason: "现场核对",
				renewSnapshot: false,
				...correction,
			});
	const rows = async (layer = "facilities/records?scope=EDU-PRI"): Promise<Row[]> =>
		(await server().agents.data.get(`/api/layers/${layer}`).expect(200)).body.records;
	const refusalOf = async (correction: object) => {
		const { status, body } = await correct(correction);
		return [status, body.error?.code];
	};

	test("a school is added, renamed, moved and removed; each makes a version, and removing brings the first back", async () => {
		const before = await rows();
		const [school] = before as [Row];
		const at = [school.lon + 0.001, school.lat];
		const added = await correct({
			action: "add",
			id: "new",
			values: { name: "新园小学", capacity: 400 },
			lonLat: at,
		}).expect(200);
		expect(added.body.layers).toMatchObject([
			{ kind: "facilities", features: 2, unchanged: false },
		]);
		const find = async () => (await rows()).find(({ id }) => id === "new");
		expect(await find()).toMatchObject({ name: "新园小学", lon: at[0], values: { capacity: 400 } });

		await correct({ action: "change", id: "new", values: { name: "新园中心小学" } }).expect(200);
		expect(await find()).toMatchObject({
			name: "新园中心小学",
			lon: at[0],
			values: { capacity: 400 },
		});

		await correct({ action: "change", id: "new", lonLat: [at[0], school.lat + 0.001] }).expect(200);
		expect(await find()).toMatchObject({ name: "新园中心小学", lat: school.lat + 0.001 });

		await correct({ action: "change", id: "new", values: { capacity: null } }).expect(200);
		expect((await find())?.values).toMatchObject({ capacity: null });

		const removed = await correct({ action: "remove", id: "new" }).expect(200);
		expect(await rows()).toEqual(before);
		expect(removed.body.layers[0].versionId).not.toBe(added.body.layers[0].versionId);
		const { body } = await server().agents.data.get(
			"/api/layers/facilities/versions?scope=EDU-PRI",
		);
		expect(body.versions).toHaveLength(6); // the first, five corrections
		expect(body.versions[0]).toMatchObject({
			isCurrent: true,
			reason: "现场核对",
			committedBy: "data",
		});
		expect(body.versions[0].versionId).toBe(body.versions[5].versionId); // the same content
	});

	test("an attribute of a unit is set; its border stays as it was", async () => {
		const area = () =>
			db()
				.knex.raw(
					`
					select st_astext(unit_versions.geom) as geom, unit_versions.declared_residents as residents
					from unit_versions
					join units on units.id = unit_versions.unit_id
					where units.code = ?
					order by unit_versions.layer_version_id desc
					limit 1
					`,
					[WEST_STREET],
				)
				.then(({ rows: [row] }) => row);
		const before = await area();
		const unit = { kind: "divisions", scope: "street", action: "change", id: WEST_STREET };
		await correct({ ...unit, values: { declaredResidents: 4321 }, acceptWarnings: true }).expect(
			200,
		);
		expect(await area()).toEqual({ geom: before.geom, residents: 4321 });
	});

	test("what is not there is 404, what is there already 409, and a wrong value is refused by its code", async () => {
		const [school] = (await rows()) as [Row];
		const lonLat = [school.lon, school.lat];
		expect(await refusalOf({ action: "change", id: "nowhere" })).toEqual([404, "record.unknown"]);
		expect(await refusalOf({ action: "remove", id: "nowhere" })).toEqual([404, "record.unknown"]);
		expect(await refusalOf({ action: "add", id: school.id, lonLat })).toEqual([
			409,
			"id.duplicate",
		]);
		const [status, code] = await refusalOf({
			action: "change",
			id: school.id,
			values: { capacity: -5 },
		});
		expect([status, typeof code]).toEqual([422, "string"]);
		expect((await rows()).map(({ id }) => id)).toEqual([school.id]);
	});

	test("a correction that changes nothing is the version that was there", async () => {
		const [school] = (await rows()) as [Row];
		const { body } = await correct({
			action: "change",
			id: school.id,
			values: { name: school.name },
		}).expect(200);
		expect(body.layers).toMatchObject([{ unchanged: true, features: 1 }]);
	});

	test("a warning that the correction brings must be accepted; one that stood there before need not be", async () => {
		const [school] = (await rows()) as [Row];
		const farOff = { action: "change", id: school.id, lonLat: [school.lon + 2, school.lat] };
		expect(await refusalOf(farOff)).toEqual([422, "import.warnings"]);
		await correct({ ...farOff, acceptWarnings: true }).expect(200);
		// it lies far off now, and that is known: to rename it brings no warning
		await correct({ action: "change", id: school.id, values: { name: "远方小学" } }).expect(200);
		// another one far off is a new warning
		const other = { action: "add", id: "other", lonLat: [school.lon + 3, school.lat] };
		expect(await refusalOf(other)).toEqual([422, "import.warnings"]);
		await correct({
			action: "change",
			id: school.id,
			values: { name: school.name },
			lonLat: [school.lon, school.lat],
		}).expect(200);
		expect(await rows()).toEqual([school]);
	});

	test("a unit cannot be put under one that is not there without a word", async () => {
		const unit = { kind: "divisions", scope: "street", action: "change", id: EAST_STREET };
		const [status, code] = await refusalOf({ ...unit, values: { parentCode: "310199000001" } });
		expect([status, typeof code]).toEqual([422, "string"]);
		const units = await rows("divisions/records?scope=street");
		expect(units.find(({ id }) => id === EAST_STREET)?.values["parentCode"]).toBe(DISTRICT);
	});
});

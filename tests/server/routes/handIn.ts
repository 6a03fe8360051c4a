// Uploads brought to a stage through the API itself, for tests of what comes after.
import type { Upload } from "../../../planning/wire/uploads.ts";
import type { Agent } from "./people.ts";

export interface HandIn {
	readonly name: string;
	readonly bytes: Buffer | string;
	readonly settings?: object;
}

export async function announced(agent: Agent, files: readonly HandIn[]): Promise<number> {
	const { body } = await agent
		.post("/api/uploads")
		.send({
			files: files.map(({ name, bytes }) => ({ name, sizeBytes: Buffer.byteLength(bytes) })),
		})
		.expect(200);
	return body.id;
}

export async function received(agent: Agent, ...files: readonly HandIn[]): Promise<number> {
	const id = await announced(agent, files);
	for (const { name, bytes } of files)
		await agent
			.put(`/api/uploads/${id}/files/${encodeURIComponent(name)}`)
			.set("content-type", "application/octet-stream")
			.send(Buffer.from(bytes))
			.expect(200);
	return id;
}

export async function understood(agent: Agent, ...files: readonly HandIn[]): Promise<Upload> {
	const id = await received(agent, ...files);
	await agent.post(`/api/uploads/${id}/understand`).send({}).expect(200);
	return rested(agent, id);
}

/** With the settings given, over those that "yes" means. */
export async function checked(agent: Agent, settings: object, file: HandIn): Promise<Upload> {
	const { id, understanding } = await understood(agent, file);
	const columns = Object.fromEntries(
		(understanding?.columns ?? []).flatMap(({ field, name }) =>
			field === null ? [] : [[field, name]],
		),
	);
	await agent
		.post(`/api/uploads/${id}/check`)
		.send({ settings: { columns, ...settings } })
		.expect(200);
	return rested(agent, id);
}

/** The upload when nothing runs for it any more. */
export async function rested(agent: Agent, id: number): Promise<Upload> {
	for (let polls = 0; polls < 600; polls++) {
		const { body } = await agent.get(`/api/uploads/${id}`).expect(200);
		if (body.work === null) return body;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`Upload ${id} is still being worked on.`);
}

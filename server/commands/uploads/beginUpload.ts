// An upload is announced, its files arrive one by one, and it can be given up.
import type { Readable } from "node:stream";
import type { Knex } from "knex";
import { Refused } from "../../errors.ts";
import { type FileStore, hashOfFiles, safeName } from "../../imports/FileStore.ts";
import { requireUpload, type UploadRow } from "../../queries/uploadRows.ts";
import { updateUpload } from "./updateUpload.ts";

/** 2 GB each */
const LARGEST_BYTES = 2 * 1024 ** 3;

/** The number of the new upload. Refused when a file is too large or two have the same name. */
export async function beginUpload(
	db: Knex,
	files: readonly { readonly name: string; readonly sizeBytes: number }[],
	accountId: number | null,
): Promise<number> {
	const announced = files.map(({ name, sizeBytes }) => {
		if (sizeBytes > LARGEST_BYTES) throw tooLarge(name);
		if (sizeBytes === 0) throw empty(name);
		return { name: safeName(name), sizeBytes, isReceived: false };
	});
	const names = announced.map(({ name }) => name.toLowerCase());
	const twice = names.find((name, i) => names.indexOf(name) !== i);
	if (twice !== undefined) throw sameName(twice);
	const { rows } = await db.raw<{ rows: { id: number }[] }>(
		"insert into uploads (files, state, created_by) values (?, 'receiving', ?) returning uploads.id",
		[JSON.stringify(announced), accountId],
	);
	const id = rows[0]?.id;
	if (id === undefined) throw new Error("The new upload has no number.");
	return id;
}

/** Take one announced file. When it is the last, the upload is received. */
export async function receiveFile(
	db: Knex,
	store: FileStore,
	{ id, name, bytes }: { id: number; name: string; bytes: Readable },
): Promise<void> {
	const file = announcedFile(await requireUpload(db, id), name);
	const received = await store.receive(id, bytes, file.sizeBytes);
	try {
		// several files may arrive side by side, the same one also twice: each takes its place under the row's lock
		await withRow(db, id, async (trx, row) => {
			const { name: safe } = announcedFile(row, name);
			if (isAllThere(row)) return; // another one was first, and the whole may be hashed by now
			await received.keepAs(safe);
			const files = row.files.map((other) =>
				other.name === safe ? { ...other, isReceived: true } : other,
			);
			await updateUpload(trx, id, { files });
		});
	} finally {
		await received.drop();
	}
	await settleReceived(db, store, id);
}

/** All files are there: their hash, which may take a while, is made without holding the row. */
async function settleReceived(db: Knex, store: FileStore, id: number): Promise<void> {
	const row = await requireUpload(db, id);
	if (row.state !== "receiving" || !isAllThere(row)) return;
	const names = row.files.map(({ name }) => name);
	const fileHash = await hashOfFiles(store.pathsOf(id, names));
	await withRow(db, id, async (trx, { state }) => {
		if (state === "receiving") await updateUpload(trx, id, { state: "received", fileHash });
	});
}

function isAllThere({ files }: UploadRow): boolean {
	return files.every(({ isReceived }) => isReceived);
}

/** Under the row's lock. */
async function withRow(
	db: Knex,
	id: number,
	change: (trx: Knex, row: UploadRow) => Promise<void>,
): Promise<void> {
	await db.transaction(async (trx) => {
		await trx.raw("select uploads.id from uploads where uploads.id = ? for update", [id]);
		await change(trx, await requireUpload(trx, id));
	});
}

/** Give an upload up: its files are removed, its row says so. What is committed stays. */
export async function discardUpload(db: Knex, store: FileStore, id: number): Promise<void> {
	const { state } = await requireUpload(db, id);
	if (state !== "committed") await updateUpload(db, id, { state: "discarded", stage: null });
	await store.removeUpload(id);
}

function announcedFile({ files, state }: UploadRow, name: string) {
	const safe = safeName(name);
	const file = files.find((announced) => announced.name === safe);
	if (file !== undefined && state === "receiving") return file;
	throw new Refused(
		"upload.file-unexpected",
		{
			zh: `这次上传没有等着收文件“${safe}”。重新开始一次上传。`,
			en: `This upload does not wait for a file ${safe}. Begin a new one.`,
		},
		{ status: 409 },
	);
}

function tooLarge(name: string): Refused {
	return new Refused(
		"upload.too-large",
		{
			zh: `${name} 超过 2 GB。分成几份再交。`,
			en: `${name} is larger than 2 GB. Hand it in in parts.`,
		},
		{ status: 413 },
	);
}

function empty(name: string): Refused {
	return new Refused(
		"file.empty",
		{ zh: `文件 ${name} 是空的（0 字节）。`, en: `${name} is empty (0 bytes).` },
		{ status: 400 },
	);
}

function sameName(name: string): Refused {
	return new Refused(
		"upload.same-name",
		{ zh: `有两个文件都叫 ${name}。`, en: `Two files have the name ${name}.` },
		{ status: 400 },
	);
}

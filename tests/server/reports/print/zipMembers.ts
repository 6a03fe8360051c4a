// The members of a ZIP archive in memory, such as a Word document is.
import { buffer } from "node:stream/consumers";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

/** Contents by name. */
export async function zipMembers(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
	const zip = await new Promise<ZipFile>((resolve, reject) =>
		fromBuffer(Buffer.from(bytes), {}, (error, opened) =>
			error === null ? resolve(opened) : reject(error),
		),
	);
	const contents: Promise<[string, Buffer]>[] = [];
	await new Promise((resolve, reject) => {
		zip.on("entry", (entry: Entry) => contents.push(contentOf(zip, entry)));
		zip.once("end", resolve).once("error", reject);
	});
	return new Map(await Promise.all(contents));
}

function contentOf(zip: ZipFile, entry: Entry): Promise<[string, Buffer]> {
	return new Promise((resolve, reject) =>
		zip.openReadStream(entry, (error, stream) => {
			if (error !== null) reject(error);
			else buffer(stream).then((content) => resolve([entry.fileName, content]), reject);
		}),
	);
}

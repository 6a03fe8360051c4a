// Fonts as files, for printers that read nothing else: in a folder of their own, which is gone afterwards.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Typeface } from "./typeface.ts";

/** Where the files of a family lie. */
export interface FaceFiles {
	readonly family: string;
	readonly regular: string;
	readonly bold: string;
}

export async function withFontFiles<T>(
	{ faces }: Typeface,
	use: (files: readonly FaceFiles[]) => Promise<T>,
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), "jiequan-letters-"));
	const written = async (name: string, bytes: Buffer) => {
		const path = join(folder, name);
		await writeFile(path, bytes);
		return path;
	};
	try {
		const files: FaceFiles[] = [];
		for (const { family, regular, bold } of faces)
			files.push({
				family,
				regular: await written(`${files.length}-regular.ttf`, regular),
				bold: await written(`${files.length}-bold.ttf`, bold),
			});
		return await use(files);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

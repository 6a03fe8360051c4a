// What the check of an upload left in its folder for the screen.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type * as z from "zod";
import type { Comparison, shapePropertiesSchema } from "../../planning/wire/checking.ts";
import { Refused } from "../errors.ts";
import type { FileStore } from "../imports/FileStore.ts";

export const SHAPES_FILE = "shapes.json";
export const COMPARISON_FILE = "comparison.json";

export interface UploadShapes {
	readonly type: "FeatureCollection";
	readonly total: number;
	readonly features: {
		readonly type: "Feature";
		readonly properties: z.infer<typeof shapePropertiesSchema>;
		readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
	}[];
}

/** Refused 409 `upload.not-checked` before the first check. */
export function shapesOfUpload(store: FileStore, id: number): Promise<UploadShapes> {
	return made<UploadShapes>(store, id, SHAPES_FILE);
}

export function comparisonOfUpload(store: FileStore, id: number): Promise<Comparison> {
	return made<Comparison>(store, id, COMPARISON_FILE);
}

async function made<T>(store: FileStore, id: number, name: string): Promise<T> {
	const text = await readFile(join(await store.folderOf(id), name), "utf8").catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code === "ENOENT") throw notChecked();
			throw error;
		},
	);
	return JSON.parse(text) as T;
}

function notChecked(): Refused {
	return new Refused(
		"upload.not-checked",
		{ zh: "还没有检查。先确认识别结果并检查。", en: "Nothing was checked yet." },
		{ status: 409 },
	);
}

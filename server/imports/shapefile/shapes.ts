// The shapes of a .shp in order, one that cannot be read being null with an issue.
import { Readable } from "node:stream";
import { openShp } from "shapefile";
import type { Issue } from "../../../planning/layers/Issue.ts";
import type { SourceGeometry } from "../../../planning/layers/SourceFeature.ts";
import { FileWindow, withFile } from "../FileWindow.ts";
import type { OnProgress } from "../Progress.ts";
import { unreadableGeometry } from "../unreadableGeometry.ts";
import { droppedM, droppedZ } from "./shapeIssues.ts";
import type { ShpHeader } from "./shpHeader.ts";
import { offsetsOf, soundRecords } from "./shpRecords.ts";

export interface Shape {
	readonly geometry: SourceGeometry | null;
	/** What is to be said about it; the number of the feature is still to come. */
	readonly issues: readonly ((feature: number) => Issue)[];
}

export interface ShapeOptions {
	readonly header: ShpHeader;
	/** Path of the index, if there is one. */
	readonly shx: string | undefined;
	readonly onProgress: OnProgress | undefined;
}

/** The shapes. Throws where the file breaks off. */
export async function* shapesOf(
	path: string,
	{ header, shx, onProgress }: ShapeOptions,
): AsyncIterable<Shape> {
	const offsets = shx === undefined ? null : await withFile(shx, offsetsOf);
	const file = await FileWindow.open(path, onProgress);
	const isOfType: boolean[] = []; // of records that were handed to the reader and not given yet
	const onRecord = (isSame: boolean) => void isOfType.push(isSame);
	const failure = new Failure();
	const records = failure.endOf(soundRecords(file, { header, offsets, onRecord }));
	const stream = Readable.from(records, { objectMode: false });
	try {
		const source = await openShp(stream);
		for (;;) {
			const shape = await source.read().catch((error: Error) => error);
			if (failure.error !== null) throw failure.error;
			if (shape instanceof Error) {
				isOfType.shift();
				yield { geometry: null, issues: [unreadable(shape)] };
			} else if (shape.done) return;
			else yield shapeOf(shape.value, header, isOfType.shift() ?? true);
		}
	} finally {
		stream.destroy();
		await file.close();
	}
}

/** Ends a stream where its source fails: the reader leaves the error of a stream unhandled, which would end the process. */
class Failure {
	error: unknown = null;

	async *endOf<T>(values: AsyncIterable<T>): AsyncIterable<T> {
		try {
			yield* values;
		} catch (error) {
			this.error = error;
		}
	}
}

function shapeOf(
	geometry: SourceGeometry | null,
	{ dropped, shapeType }: ShpHeader,
	isOfType: boolean,
): Shape {
	if (!isOfType) return { geometry: null, issues: [unreadable(new Error(`type ≠ ${shapeType}`))] };
	if (geometry === null || dropped === null) return { geometry, issues: [] };
	return { geometry, issues: [dropped === "Z" ? droppedZ : droppedM] };
}

function unreadable(error: Error): (feature: number) => Issue {
	return (feature) => unreadableGeometry(feature, error);
}

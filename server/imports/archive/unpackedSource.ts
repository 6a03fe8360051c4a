// A source that was unpacked: it goes with its folder.
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import type { SourceFile } from "../SourceFile.ts";
import type { TemporaryFolder } from "./temporaryFolder.ts";

/** `source`, read from `folder`, which is removed when the features have been read or the source is closed. */
export function unpackedSource(
	source: SourceFile,
	folder: TemporaryFolder,
	{ format, layer }: Pick<SourceFile, "format" | "layer">,
): SourceFile {
	const close = async () => {
		await source.close?.();
		await folder.remove();
	};
	return {
		format,
		layer,
		encoding: source.encoding,
		columns: source.columns,
		features: closing(source.features, close),
		close,
		get declaredCrs() {
			return source.declaredCrs;
		},
	};
}

async function* closing(
	features: AsyncIterable<SourceFeature>,
	close: () => Promise<void>,
): AsyncIterable<SourceFeature> {
	try {
		yield* features;
	} finally {
		await close();
	}
}

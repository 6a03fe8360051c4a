// Scenes for the layer checks: tables written as the rows a reader would give.
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import type { CheckOptions, RecordReader } from "../../../planning/layers/RecordReader.ts";
import type { SourceFeature, SourceGeometry } from "../../../planning/layers/SourceFeature.ts";

export const NO_OPTIONS: CheckOptions = { columns: {}, where: [], category: null, level: null };

type Row = Readonly<Record<string, unknown>>;

/** Check rows of a table whose header is the columns of the first row. */
export function checkRows<R>(
	reader: RecordReader<R>,
	rows: readonly Row[],
	options: Partial<CheckOptions> = {},
) {
	const header = Object.keys(rows[0] ?? {});
	const check = new LayerCheck(reader, { ...NO_OPTIONS, ...options }, header);
	for (const [i, properties] of rows.entries())
		check.add({ place: { row: i + 1 }, properties, geometry: null });
	return summary(check);
}

/** Check features that bring their own geometry. */
export function checkFeatures<R>(
	reader: RecordReader<R>,
	features: readonly { properties: Row; geometry: SourceGeometry | null }[],
	options: Partial<CheckOptions> = {},
) {
	const check = new LayerCheck(reader, { ...NO_OPTIONS, ...options }, null);
	for (const [i, feature] of features.entries())
		check.add({ ...feature, place: { feature: i + 1 } } satisfies SourceFeature);
	return summary(check);
}

function summary<R>(check: LayerCheck<R>) {
	const { records, issues, readCount } = check.finish();
	const groups = issues.byCode();
	return {
		records,
		readCount,
		groups,
		/** `severity code × count` of every kind of issue. */
		found: groups.map(({ code, severity, count }) => `${severity} ${code} × ${count}`),
	};
}

/** A square of `size` degrees with its south-west corner at lon, lat. */
export function square(lon: number, lat: number, size: number): SourceGeometry {
	const ring = [
		[lon, lat],
		[lon + size, lat],
		[lon + size, lat + size],
		[lon, lat + size],
		[lon, lat],
	];
	return { type: "Polygon", coordinates: [ring] };
}

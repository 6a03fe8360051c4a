// Land (用地): areas with a use.
import type { LandRecord } from "../city/records.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import { noteSelfCrossing } from "./noteSelfCrossing.ts";
import { polygonsOf } from "./places.ts";
import { idOf, type RecordReader } from "./RecordReader.ts";
import { turned } from "./turned.ts";

export const landReader: RecordReader<LandRecord> = {
	required: ["use"],
	holdsPeople: false,
	isPlaced: false,
	identityOf: ({ id }) => id,
	read: readLand,
};

function readLand(cells: FeatureCells): LandRecord | null {
	const polygons = polygonsOf(cells);
	if (polygons !== null) noteSelfCrossing(cells, polygons);
	const use = cells.text("use");
	if (use === "")
		cells.note("blocking", "land.use-empty", {
			zh: "没有用地类别。请补上。",
			en: "it has no land use. Add it.",
		});
	const record = { id: idOf(cells), use, name: cells.text("name") || null };
	return polygons === null || cells.isBlocked ? null : { ...record, polygons: turned(polygons) };
}

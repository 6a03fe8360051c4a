// The example files of each kind of layer, as exports write them: what a file should look like, and what comes back.
import { buffer } from "node:stream/consumers";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import type { ExportFormat } from "../../../planning/wire/layers.ts";
import type { ExportTable } from "../ExportTable.ts";
import { exportTableOf } from "../exportTableOf.ts";
import { writeExport } from "../writeExport.ts";
import {
	EXAMPLE_EXCEPTIONS,
	EXAMPLE_FACILITIES,
	EXAMPLE_LAND,
	EXAMPLE_RESIDENCES,
	EXAMPLE_STREETS,
	EXAMPLE_UNITS,
} from "./exampleCity.ts";

/** Every file of geodata/templates with its bytes; all but the workbooks are the same each time. */
export async function exampleFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
	const facilities = exportTableOf("facilities", "", EXAMPLE_FACILITIES);
	const residences = exportTableOf("residences", "", EXAMPLE_RESIDENCES);
	const divisions = UNIT_KINDS.map((level): [ExportTable, ExportFormat] => {
		const units = EXAMPLE_UNITS.filter(({ kind }) => kind === level);
		return [exportTableOf("divisions", level, units), "geojson"];
	});
	const written: [ExportTable, ExportFormat][] = [
		...divisions,
		[facilities, "csv"],
		[facilities, "xlsx"],
		[residences, "csv"],
		[residences, "xlsx"],
		[exportTableOf("exceptions", "", EXAMPLE_EXCEPTIONS), "csv"],
		[exportTableOf("land", "", EXAMPLE_LAND), "geojson"],
		[exportTableOf("streets", "", EXAMPLE_STREETS), "geojson"],
	];
	const files = new Map<string, Uint8Array>();
	for (const [table, format] of written) {
		const { body, extension } = await writeExport(format, table);
		files.set(`${table.name}.${extension}`, await buffer(body));
	}
	return files;
}

// A shapefile: shapes from the .shp (places by the .shx), attributes from the .dbf, row by row together.
import type { SourceLayer } from "../../../planning/wire/understanding.ts";
import { withEncodingIssues } from "../encoding/encodingIssues.ts";
import { FIXED_ENCODING } from "../encoding/fixedEncoding.ts";
import { withFile } from "../FileWindow.ts";
import { layerNameOf } from "../layerName.ts";
import { refusing, refusingEach } from "../refusing.ts";
import type { OpenOptions, SourceFile } from "../SourceFile.ts";
import { withIssues } from "../withIssues.ts";
import { prjTextOf } from "./declaredBeside.ts";
import { joinRows } from "./joinRows.ts";
import { dbfOf, memoIssues } from "./openDbf.ts";
import { NO_TABLE } from "./shapeIssues.ts";
import { shapesOf } from "./shapes.ts";
import { SHAPEFILE, type ShpHeader, shpHeaderOf } from "./shpHeader.ts";
import { offsetsOf } from "./shpRecords.ts";
import { siblingsOf } from "./siblings.ts";

/** Opens a .shp with what lies beside it. Throws Refused `shapefile.…`, `dbf.malformed`, then or while reading. */
export async function openShapefile(path: string, options: OpenOptions): Promise<SourceFile> {
	const members = await siblingsOf(path);
	const header = await headerOf(path);
	const dbfPath = members.get(".dbf");
	const dbf = dbfPath === undefined ? null : await dbfOf(dbfPath, options);
	const encoding = dbf?.encoding ?? FIXED_ENCODING;
	const { onProgress } = options;
	const shapes = shapesOf(path, { header, shx: members.get(".shx"), onProgress });
	const issues = dbf === null ? [NO_TABLE] : memoIssues(dbf.columns);
	const features = refusingEach(SHAPEFILE, joinRows(shapes, dbf));
	return {
		format: "shapefile",
		layer: null,
		encoding,
		declaredCrs: await prjTextOf(members.get(".prj")),
		columns: null,
		features: withIssues(withEncodingIssues(features, encoding), issues),
	};
}

/** The one layer of a shapefile. */
export async function shapefileLayers(path: string): Promise<readonly SourceLayer[]> {
	const { geometry } = await headerOf(path);
	const shx = (await siblingsOf(path)).get(".shx");
	const offsets = shx === undefined ? null : await withFile(shx, offsetsOf);
	return [{ name: layerNameOf(path), featureCount: offsets?.length ?? null, geometry }];
}

function headerOf(path: string): Promise<ShpHeader> {
	return refusing(SHAPEFILE, () => withFile(path, shpHeaderOf));
}

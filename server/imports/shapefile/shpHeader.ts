// The first 100 bytes of a .shp or .shx (ESRI Shapefile Technical Description, 1998): how long the file is, and which
// one type its shapes have.
import { Refused } from "../../errors.ts";
import type { FileWindow } from "../FileWindow.ts";
import { type FormatWords, malformed } from "../refusing.ts";

export const HEADER_BYTES = 100;
export const FILE_CODE = 9994;
export const SHAPEFILE: FormatWords = { code: "shapefile", zh: "Shapefile", en: "shapefile" };

export interface ShpHeader {
	readonly shapeType: number;
	/** Name of the geometry as in GeoJSON, a part of a multi-part one being the same. */
	readonly geometry: "Point" | "LineString" | "Polygon" | "MultiPoint" | null;
	/** Shapes have a third coordinate or a measure, which are not read. */
	readonly dropped: "Z" | "M" | null;
	/** As the header says. */
	readonly fileBytes: number;
}

const GEOMETRIES: Readonly<Record<number, ShpHeader["geometry"]>> = {
	0: null,
	1: "Point",
	3: "LineString",
	5: "Polygon",
	8: "MultiPoint",
};
const MULTIPATCH = 31;

/** The header of a .shp. Refuses one that is none, is cut off, or holds surfaces in space. */
export async function shpHeaderOf(file: FileWindow): Promise<ShpHeader> {
	const head = await file.bytes(0, HEADER_BYTES);
	if (head.length < HEADER_BYTES || head.readInt32BE(0) !== FILE_CODE)
		throw malformed(SHAPEFILE, "文件头不是 .shp / no .shp header");
	const fileBytes = head.readInt32BE(24) * 2;
	if (fileBytes > file.sizeBytes) throw cutOff(file.sizeBytes, fileBytes);
	const shapeType = head.readInt32LE(32);
	if (shapeType === MULTIPATCH) throw multiPatch();
	const geometry = GEOMETRIES[shapeType % 10];
	if (geometry === undefined || shapeType < 0 || shapeType > 28)
		throw malformed(SHAPEFILE, `shape type ${shapeType}`);
	const dropped = shapeType > 20 ? "M" : shapeType > 10 ? "Z" : null;
	return { shapeType, geometry, dropped, fileBytes };
}

function cutOff(found: number, expected: number): Refused {
	return new Refused("shapefile.truncated", {
		zh: `.shp 不完整：文件头写 ${expected} 字节，实有 ${found} 字节。请重新上传完整的文件。`,
		en: `The .shp is cut off: its header says ${expected} bytes, there are ${found}. Upload the whole file again.`,
	});
}

function multiPatch(): Refused {
	return new Refused("shapefile.multipatch", {
		zh: "这个 Shapefile 是三维面片（MultiPatch），不能当平面图层用。请导出为普通多边形。",
		en: "This shapefile holds MultiPatch surfaces in space. Export it as plain polygons.",
	});
}

// A file of one layer names it like the file.
import { basename, extname } from "node:path";

/** The name of the file without folder and extension. */
export function layerNameOf(path: string): string {
	return basename(path, extname(path));
}

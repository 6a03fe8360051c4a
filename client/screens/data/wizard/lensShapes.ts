// Which shapes a magnifier shows: the file as read, or after the steps, each over what is in force. Pure.
import type { ShapeCollection } from "../../../data/uploadQueries.ts";

/** `read` holds only what the steps changed: before them the rest was as it is. */
export function lensShapes(shapes: ShapeCollection, when: "before" | "after"): ShapeCollection {
	const idsOf = (wanted: string) =>
		new Set(
			shapes.features.flatMap(({ properties: { role, id } }) => (role === wanted ? [id] : [])),
		);
	const [first, second] = when === "before" ? ["read", "staged"] : ["staged", "read"];
	const known = idsOf(first ?? "");
	const hasStaged = idsOf("staged").size > 0;
	const features = shapes.features.filter(({ properties: { role, id } }) => {
		if (role === "current" || role === first) return true;
		return role === second && !known.has(id) && (when === "before" || !hasStaged);
	});
	return { type: "FeatureCollection", features };
}

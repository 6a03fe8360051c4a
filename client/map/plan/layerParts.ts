// The shapes that layers of a drawing table are written in.
import type { FilterSpecification } from "maplibre-gl";

export const is = (name: string, ...values: string[]): FilterSpecification => [
	"in",
	["get", name],
	["literal", values],
];
export const both = (...filters: FilterSpecification[]) =>
	["all", ...filters] as FilterSpecification;

export function line(
	id: string,
	source: string,
	filter: FilterSpecification,
	paint: object,
): object {
	const layout = { "line-join": "round", "line-cap": "butt" };
	return { id, type: "line", source, filter, layout, paint };
}

export function circle(id: string, source: string, filter: unknown, paint: object): object {
	return { id, type: "circle", source, filter, paint };
}

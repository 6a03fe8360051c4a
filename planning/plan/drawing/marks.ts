// Facilities and links of a plan as they are marked on the map.
import type { FacilityRecord } from "../../city/records.ts";
import { baseFacilities, facilitiesOf } from "../facilitiesOf.ts";
import type { PlanState } from "../PlanState.ts";
import type { PlanFacilityMark, PlanLinkMark } from "./PlanPicture.ts";

/** Those of the category that are there, and those that the plan closed. */
export function facilityMarks(state: PlanState, category: string): PlanFacilityMark[] {
	const before = baseFacilities(state.base);
	const mark = (
		{ id, name, lonLat }: FacilityRecord,
		change: PlanFacilityMark["change"],
	): PlanFacilityMark => ({ id, category, name, at: lonLat, change });
	const open = facilitiesOf(state)
		.filter((facility) => facility.category === category)
		.map((facility) => {
			const was = before.get(`${category} ${facility.id}`);
			if (was === undefined) return mark(facility, "new");
			if (was === facility) return mark(facility, "kept");
			return mark(facility, String(was.lonLat) === String(facility.lonLat) ? "changed" : "moved");
		});
	const closed = [...state.facilities].flatMap(([key, facility]) => {
		const was = before.get(key);
		return facility === null && was?.category === category ? [mark(was, "closed")] : [];
	});
	return [...open, ...closed];
}

export function linkMarks({ links }: PlanState): PlanLinkMark[] {
	return [...links].map(([id, link]) =>
		link.kind === "opened"
			? { id, kind: link.kind, line: [link.from, link.to] }
			: { id, kind: link.kind, line: [link.at] },
	);
}

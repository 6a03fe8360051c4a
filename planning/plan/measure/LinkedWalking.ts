// Walks on streets that a plan changed: gates and crossings opened, streets closed. By the what-if kernels of reach,
// which equal a full search on the changed streets.
import type { Attachment } from "../../reach/attach.ts";
import { doorsOf } from "../../reach/doors.ts";
import { type Reach, reachOn, type Times } from "../../reach/reach.ts";
import { createWhatIf, type WhatIf } from "../../reach/whatIf.ts";
import { once } from "../../steps.ts";
import type { Reached } from "./Catchments.ts";
import type { StreetLinks } from "./streetLinks.ts";

export class LinkedWalking {
	private readonly reach: Reach;
	private readonly limitDm: number;
	private readonly links: StreetLinks;
	/** No facilities, the links alone. */
	private readonly empty: () => WhatIf;

	constructor(reach: Reach, limitDm: number, links: StreetLinks) {
		this.reach = reach;
		this.limitDm = limitDm;
		this.links = links;
		this.empty = once(() => this.changed(createWhatIf(reach, [], limitDm)));
	}

	/** Residences that walk to one of these doors within the limit. */
	reached(doors: readonly Attachment[]): Reached {
		const whatIf = this.empty();
		const { residence, afterDm } = whatIf.addFacility(0, doors);
		whatIf.undo();
		return { home: residence, costDm: afterDm };
	}

	/** The nearest of these facilities for everybody, by their place in the list; one search of the whole. */
	nearest(doors: readonly (readonly Attachment[])[]): Times {
		const { graph, profile, edgeTail, records, homes, residences } = this.reach;
		const places = { residences, facilities: doors };
		const arrays = { edgeTail, records, homes, doors: doorsOf(this.reach, doors) };
		const reach = reachOn(graph, profile, arrays, () => places);
		return this.changed(createWhatIf(reach, doors.keys(), this.limitDm)).times;
	}

	private changed(whatIf: WhatIf): WhatIf {
		for (const edge of this.links.closed) whatIf.closeLink(edge);
		for (const link of this.links.opened) whatIf.openLink(link);
		return whatIf;
	}
}

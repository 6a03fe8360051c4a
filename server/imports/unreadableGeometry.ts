// A shape that a format's reader cannot read: the feature stays, without shape and with the reason.
import type { Issue } from "../../planning/layers/Issue.ts";

/** The issue of feature `feature`, with what the reader said. */
export function unreadableGeometry(feature: number, error: unknown): Issue {
	const reason = error instanceof Error ? error.message : String(error);
	return {
		code: "geometry.unreadable",
		severity: "blocking",
		at: { feature },
		message: {
			zh: `第 ${feature} 个要素的图形读不出（${reason}）。曲线要先转成折线；损坏的要重画或删除。`,
			en: `The shape of feature ${feature} cannot be read (${reason}). Turn curves into lines; draw damaged shapes again or delete them.`,
		},
	};
}

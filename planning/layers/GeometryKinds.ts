// Kinds of geometry in one layer: points among areas are most often a mistake of whoever put the file together.
import type { Issue } from "./Issue.ts";
import type { SourceGeometry } from "./SourceFeature.ts";

const WORDS = {
	Point: { zh: "点", en: "points" },
	LineString: { zh: "线", en: "lines" },
	Polygon: { zh: "面", en: "areas" },
} as const;
type Kind = keyof typeof WORDS;

/** Counts points, lines and areas; single or multiple is the same. */
export class GeometryKinds {
	private readonly counts = new Map<Kind, number>();

	see(geometry: SourceGeometry | null): void {
		const kind = geometry?.type.replace("Multi", "");
		if (kind === undefined || !isKind(kind)) return;
		this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
	}

	/** A warning when the layer mixes them, else null. */
	issue(): Issue | null {
		if (this.counts.size < 2) return null;
		const counts = [...this.counts].sort((a, b) => b[1] - a[1]);
		return {
			code: "geometry.mixed-types",
			severity: "warning",
			at: {},
			message: {
				zh: `一个图层里混有${counts.map(([kind, count]) => ` ${count} 个${WORDS[kind].zh}`).join("、")}。请核对是否混入了别的图层。`,
				en: `One layer mixes ${counts.map(([kind, count]) => `${count} ${WORDS[kind].en}`).join(", ")}. Check whether another layer got in.`,
			},
		};
	}
}

function isKind(text: string): text is Kind {
	return Object.hasOwn(WORDS, text);
}

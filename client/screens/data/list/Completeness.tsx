// How complete a layer is, field by field: a bar and words, never the bar alone.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LayerSummary } from "../../../../planning/wire/layers.ts";
import { formatCount } from "../../../data/formats.ts";
import { ShareBar } from "../../../ui/ShareBar.tsx";
import { useFieldWords } from "../useFieldWords.ts";

export function Completeness({ of: fields }: { of: LayerSummary["completeness"] }): ReactNode {
	const { t } = useTranslation();
	const fieldWords = useFieldWords();
	if (fields.length === 0) return <span className="muted">—</span>;
	return (
		<ul className="completeness">
			{fields.map(({ field, filled, of }) => {
				const pct = of === 0 ? 0 : (100 * filled) / of;
				const counts = t("data.layers.filled", {
					filled: formatCount(filled),
					of: formatCount(of),
				});
				return (
					<li key={field} title={counts}>
						<span>
							{fieldWords(field)} {shownPct(pct)}%
						</span>
						<ShareBar pct={pct} markPct={null} />
					</li>
				);
			})}
		</ul>
	);
}

/** Nothing short of all is shown as 100, nothing above nothing as 0. */
function shownPct(pct: number): number {
	if (pct > 0 && pct < 1) return 1;
	return pct < 100 ? Math.min(99, Math.round(pct)) : 100;
}

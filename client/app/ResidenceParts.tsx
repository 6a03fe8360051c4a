// A residence and the eight services of 综合达标: how far each is of its own limit, and which are beyond.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FAR_PCT } from "../../planning/coverage/figures/composite.ts";
import { categoryOf, limitOf } from "../../planning/standards/catalogue.ts";
import { useFigures } from "../data/figures/FiguresContext.tsx";
import { useCityView } from "../data/useCityView.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";

interface Part {
	readonly codes: readonly string[];
	/** Walk in per cent of the limit, rounded up. */
	readonly pct: number;
	readonly limitMinutes: number;
}

export function ResidenceParts({ id }: { id: string }): ReactNode {
	const { t } = useTranslation();
	const { figure } = useFigures();
	const parts = useParts(id);
	const limitPct = figure.limit ?? 100;
	const within = parts.filter(({ pct }) => pct <= limitPct).length;
	return (
		<section className="residence-parts" data-testid="residence-parts">
			<p className="residence-verdict">
				<span className={within === parts.length ? "verdict covered" : "verdict beyond"}>
					{t("residence.partsCount", { within, count: parts.length })}
				</span>
			</p>
			<p className="muted">{t("residence.partsTitle")}</p>
			<ul>
				{parts.map((part) => (
					<li key={part.codes.join()}>
						<PartRow part={part} limitPct={limitPct} />
					</li>
				))}
			</ul>
		</section>
	);
}

/** Opens the service by itself, with the walk on the map. */
function PartRow({ part, limitPct }: { part: Part; limitPct: number }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [, change] = useCityView();
	const { codes, pct, limitMinutes } = part;
	const isWithin = pct <= limitPct;
	const names = codes.map((code) => {
		const category = categoryOf(code);
		return category === undefined ? code : categoryName(category, language);
	});
	const minutes = ((pct * limitMinutes) / 100).toFixed(1);
	return (
		<button
			type="button"
			className="residence-part"
			onClick={() => change({ category: codes[0] ?? "", limit: null })}
			data-testid={`part-${codes[0]}`}
		>
			<span className="ellipsis">{names.join(" / ")}</span>
			<span className="muted">
				{t(pct === FAR_PCT ? "residence.partFar" : "residence.partWalk", {
					minutes,
					limit: limitMinutes,
				})}
			</span>
			<b className={isWithin ? "within" : "over"}>
				{t(isWithin ? "residence.partWithin" : "residence.partOver")}
			</b>
		</button>
	);
}

function useParts(id: string): readonly Part[] {
	const { homes } = useFigures();
	const index = homes?.residences.ids.indexOf(id) ?? -1;
	const composite = homes?.composite ?? null;
	if (composite === null || index < 0) return [];
	return composite.meta.parts.map((codes, part) => {
		const category = categoryOf(codes[0] ?? "");
		return {
			codes,
			pct: composite.parts[part]?.[index] ?? FAR_PCT,
			limitMinutes: (category && limitOf(category)) ?? 0,
		};
	});
}

// A town in which committees could become a basic management unit: said with the finding that says so.
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useBasis } from "../../data/basis.ts";
import { cameraAt } from "../../data/cameraOn.ts";
import { flagPagesQuery } from "../../data/flagQueries.ts";
import { formatCount } from "../../data/formats.ts";
import { useMapLink } from "../../data/useMapLink.ts";

const MOST = 5;

export function BmuHint({ code }: { readonly code: string }): ReactNode {
	const { t } = useTranslation();
	const mapLink = useMapLink();
	const flags = useInfiniteQuery(
		flagPagesQuery(useBasis(), { flag: "bmu-eligible", unit: code }, MOST),
	);
	const found = flags.data?.pages[0]?.flags ?? [];
	if (found.length === 0) return null;
	return (
		<section className="unit-section" data-testid="bmu-hint">
			<h2>{t("bmu.hint")}</h2>
			<ul className="bmu-hints">
				{found.map(({ id, at, residents, figures, confidence }) => (
					<li key={id}>
						<Link to={mapLink({ flagId: id, camera: cameraAt(at) })}>
							{t("bmu.hintArea", {
								committees: figures["committees"],
								area: figures["areaKm2"],
								people: formatCount(residents),
							})}
						</Link>
						<small className="muted">
							{t("flags.confidence", { confidence: t(`confidence.${confidence}`) })}
						</small>
					</li>
				))}
			</ul>
		</section>
	);
}

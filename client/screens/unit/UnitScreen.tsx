// A unit's page (单元页): one unit to read, print and hand over. It has no map of its own; links lead back to it.
import "./unit.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import type { UnitCard } from "../../../planning/wire/api.ts";
import type { UnitPage } from "../../../planning/wire/unitPage.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis, useScreenStanding } from "../../data/basis.ts";
import type { UnitRef } from "../../data/cityView.ts";
import { ApiError } from "../../data/http.ts";
import { progressOf } from "../../data/progressOf.ts";
import { unitCardQuery } from "../../data/queries.ts";
import { unitPageQuery } from "../../data/unitQueries.ts";
import { useMapLink } from "../../data/useMapLink.ts";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { BmuCard } from "./BmuCard.tsx";
import { BmuHint } from "./BmuHint.tsx";
import { FloorArea } from "./FloorArea.tsx";
import { PeerStrips } from "./PeerStrips.tsx";
import { Services } from "./Services.tsx";
import { UnitHead } from "./UnitHead.tsx";
import { UnitHistory } from "./UnitHistory.tsx";
import { UnitPicture } from "./UnitPicture.tsx";
import { WorstPlaces } from "./WorstPlaces.tsx";

export default function UnitScreen(): ReactNode {
	const { t } = useTranslation();
	const { kind, code } = useParams();
	const known = UNIT_KINDS.find((one) => one === kind);
	const { isKnown } = useScreenStanding();
	return (
		<main className="unit-page" data-testid="unit-page">
			{(known === undefined || code === undefined) && (
				<>
					<StateNote icon="warning" tone="error" words={t("unitPage.noSuchKind")} />
					<BackToMap />
				</>
			)}
			{known !== undefined &&
				code !== undefined &&
				(isKnown ? <Unit unit={{ kind: known, code }} /> : <Skeleton rows={16} />)}
		</main>
	);
}

function Unit({ unit }: { readonly unit: UnitRef }): ReactNode {
	const { t } = useTranslation();
	const basis = useBasis();
	const card = useQuery(unitCardQuery(unit.kind, unit.code, basis));
	const page = useQuery(unitPageQuery(unit, basis));
	const failed = [card, page].find(({ error, data }) => error !== null && data === undefined);
	const progressPct = progressOf(page) ?? progressOf(card);
	if (failed !== undefined)
		return (
			<>
				{isFinal(failed.error) ? <Refusal error={failed.error} /> : <Problem query={failed} />}
				<BackToMap />
			</>
		);
	if (card.data === undefined || page.data === undefined)
		return (
			<>
				{progressPct !== null && <p role="status">{t("state.running", { pct: progressPct })}</p>}
				<Skeleton rows={16} />
			</>
		);
	return <Page card={card.data} page={page.data} />;
}

function Page({ card, page }: { readonly card: UnitCard; readonly page: UnitPage }): ReactNode {
	const { t } = useTranslation();
	const { unit } = card;
	return (
		<>
			<UnitHead unit={unit} />
			<div className="unit-columns">
				<div>
					<UnitPicture name={unit.name} code={unit.code} page={page} />
					<WorstPlaces places={page.places} />
					<Services services={page.services} />
				</div>
				<div>
					<PeerStrips peers={page.peers} peerWords={t(`level.${unit.kind}`)} />
					<FloorArea area={page.floorArea} />
					<UnitHistory unit={unit} page={page} />
				</div>
			</div>
			{unit.kind === "bmu" && <BmuCard unit={unit} page={page} />}
			{unit.kind === "street" && <BmuHint code={unit.code} />}
		</>
	);
}

/** Asking again would not help: it is not there, or not for this account. */
function isFinal(error: Error | null): error is ApiError {
	return error instanceof ApiError && (error.status === 403 || error.status === 404);
}

function Refusal({ error }: { readonly error: ApiError }): ReactNode {
	const { i18n } = useTranslation();
	const words = error.words[i18n.language === "en" ? "en" : "zh"];
	return <StateNote icon="info" words={words} />;
}

function BackToMap(): ReactNode {
	const { t } = useTranslation();
	const mapLink = useMapLink();
	return (
		<Link className="button" to={mapLink({ unit: null, flagId: null, panel: "overview" })}>
			{t("unitPage.back")}
		</Link>
	);
}

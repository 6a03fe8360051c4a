// The city's map with the panels of the screen over it, or why there is none yet.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useNavigate } from "react-router";
import type { CityInfo } from "../../planning/wire/api.ts";
import { FiguresProvider } from "../data/figures/FiguresContext.tsx";
import type { MapHandle } from "../map/MapHandle.ts";
import { StateNote } from "../ui/StateNote.tsx";
import { CityStage } from "./CityStage.tsx";

interface MapStageProps {
	readonly city: UseQueryResult<CityInfo>;
	onMap(handle: MapHandle): void;
}

export function MapStage({ city, onMap }: MapStageProps): ReactNode {
	const { t } = useTranslation();
	const navigate = useNavigate();
	return (
		<>
			{city.error !== null && city.data === undefined && (
				<StateNote
					icon="warning"
					tone="error"
					words={t("state.cityFailed")}
					action={{ label: t("action.retry"), onAct: () => void city.refetch() }}
				/>
			)}
			{city.data?.bbox === null && (
				<StateNote
					icon="data"
					words={t("state.emptyCity")}
					detail={t("state.emptyCityHow")}
					action={{ label: t("data.drop.title"), onAct: () => void navigate("/data") }}
				/>
			)}
			{city.data?.bbox && (
				<FiguresProvider>
					<CityStage city={{ ...city.data, bbox: city.data.bbox }} onMap={onMap} />
					<Outlet />
				</FiguresProvider>
			)}
		</>
	);
}

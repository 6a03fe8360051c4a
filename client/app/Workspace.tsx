// The city's workspaces: header, the one map beneath, and the panels of the screen that the address names.
import "./styles/header.css";
import "./styles/panels.css";
import "./styles/map.css";
import "./styles/narrow.css";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { App as AntdApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useNavigate } from "react-router";
import type { CityInfo, Session } from "../../planning/wire/api.ts";
import { cityQuery } from "../data/queries.ts";
import { useServerPresence } from "../data/serverPresence.ts";
import { type MapHandle, MapHandleContext } from "../map/MapHandle.ts";
import { StateNote } from "../ui/StateNote.tsx";
import { antdTheme } from "./antdTheme.ts";
import { CityStage } from "./CityStage.tsx";
import { Header } from "./Header.tsx";
import { usePreferences } from "./preferences.tsx";

const NO_MAP: MapHandle = { flyTo: () => {}, fit: () => {}, zoomBy: () => {}, home: () => {} };

export default function Workspace({ account }: { account: Session["account"] }): ReactNode {
	const { theme } = usePreferences();
	const { t, i18n } = useTranslation();
	const isPresent = useServerPresence();
	const city = useQuery(cityQuery);
	const [map, setMap] = useState(NO_MAP);
	// handing in data needs no city, and has a map of its own
	const isOfMap = !useLocation().pathname.startsWith("/data");
	const antd = useMemo(() => antdTheme(theme), [theme]);
	return (
		<ConfigProvider locale={i18n.language === "en" ? enUS : zhCN} theme={antd}>
			<AntdApp component={false}>
				<MapHandleContext value={map}>
					<div className="app">
						<Header account={account} city={city.data} />
						{!isPresent && (
							<div className="away-band" role="status">
								{t("state.awayBand")}
							</div>
						)}
						<div className="stage">
							{isOfMap ? <MapStage city={city} onMap={setMap} /> : <Outlet />}
						</div>
					</div>
				</MapHandleContext>
			</AntdApp>
		</ConfigProvider>
	);
}

interface MapStageProps {
	readonly city: UseQueryResult<CityInfo>;
	onMap(handle: MapHandle): void;
}

/** The city's map with the panels of the screen over it, or why there is none yet. */
function MapStage({ city, onMap }: MapStageProps): ReactNode {
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
			{city.data?.bbox && <CityStage city={{ ...city.data, bbox: city.data.bbox }} onMap={onMap} />}
			{city.data?.bbox !== null && <Outlet />}
		</>
	);
}

// The city's workspaces: header, the one map beneath, and the panels of the screen that the address names.
import "./styles/header.css";
import "./styles/panels.css";
import "./styles/map.css";
import "./styles/narrow.css";
import { useQuery } from "@tanstack/react-query";
import { App as AntdApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import type { Session } from "../../planning/wire/api.ts";
import { BasisProvider, StandingProvider, useScreenStanding, useStanding } from "../data/basis.ts";
import { missingSnapshot } from "../data/missingSnapshot.ts";
import { cityQuery } from "../data/queries.ts";
import { useServerPresence } from "../data/serverPresence.ts";
import { useCityView } from "../data/useCityView.ts";
import { type MapHandle, MapHandleContext, NO_MAP } from "../map/MapHandle.ts";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { useMedia } from "../ui/useMedia.ts";
import { antdTheme } from "./antdTheme.ts";
import { Header } from "./Header.tsx";
import { MapStage } from "./MapStage.tsx";
import { MissingSnapshot } from "./MissingSnapshot.tsx";
import { usePreferences } from "./preferences.tsx";
import { Shortcuts } from "./Shortcuts.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { useViewSearch } from "./useViewSearch.ts";
import { isMapPath, isViewPath, PRESENT_PATH } from "./workspaces.ts";

/** The reader has asked for nothing that moves. */
const STILL = "(prefers-reduced-motion: reduce)";

export default function Workspace({ account }: { account: Session["account"] }): ReactNode {
	const { theme } = usePreferences();
	const { i18n } = useTranslation();
	const [view] = useCityView();
	const standing = useStanding(view, isViewPath(useLocation().pathname));
	const [map, setMap] = useState(NO_MAP);
	const isTouch = useIsPhone();
	const isStill = useMedia(STILL);
	const antd = useMemo(() => antdTheme(theme, { isTouch, isStill }), [theme, isTouch, isStill]);
	return (
		<ConfigProvider locale={i18n.language === "en" ? enUS : zhCN} theme={antd}>
			<AntdApp component={false}>
				<MapHandleContext value={map}>
					<StandingProvider value={standing}>
						<BasisProvider value={standing.basis}>
							<Frame account={account} onMap={setMap} />
						</BasisProvider>
					</StandingProvider>
				</MapHandleContext>
			</AntdApp>
		</ConfigProvider>
	);
}

interface FrameProps {
	readonly account: Session["account"];
	onMap(handle: MapHandle): void;
}

/** Header and stage; a presentation has the stage alone. */
function Frame({ account, onMap }: FrameProps): ReactNode {
	const { t } = useTranslation();
	const { pathname } = useLocation();
	const isServerThere = useServerPresence();
	const city = useQuery(cityQuery);
	const viewSearch = useViewSearch();
	const isPresenting = pathname === PRESENT_PATH;
	return (
		<div className={isPresenting ? "app presenting" : "app"}>
			{!isPresenting && (
				<>
					<SkipLink />
					<Header account={account} city={city.data} viewSearch={viewSearch} />
					<Shortcuts viewSearch={viewSearch} />
				</>
			)}
			{!isServerThere && (
				<div className="away-band" role="status">
					{t("state.awayBand")}
				</div>
			)}
			<Stage city={city} onMap={onMap} />
		</div>
	);
}

/** What the address names: panels over the map, or a page that is its own landmark (handing in needs no city). */
function Stage(props: Parameters<typeof MapStage>[0]): ReactNode {
	const { pathname } = useLocation();
	const standing = useScreenStanding();
	const [view] = useCityView();
	const missing = isViewPath(pathname) ? missingSnapshot(standing.all, view) : null;
	if (missing !== null)
		return (
			<main className="stage" data-testid="snapshot-missing">
				<MissingSnapshot hash={missing} />
			</main>
		);
	if (!isMapPath(pathname))
		return (
			<div className="stage">
				<Outlet />
			</div>
		);
	return <main className="stage">{standing.isKnown && <MapStage {...props} />}</main>;
}

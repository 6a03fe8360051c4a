// The header: where we are, on which snapshot, search, language, theme, account.
import { useQueryClient } from "@tanstack/react-query";
import { Dropdown, Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import type { CityInfo, Session } from "../../planning/wire/api.ts";
import { send } from "../data/http.ts";
import { BrandMark } from "../ui/Brand.tsx";
import { Icon } from "../ui/Icon.tsx";
import { usePreferences } from "./preferences.tsx";
import { SearchBox } from "./SearchBox.tsx";

interface HeaderProps {
	readonly account: Session["account"];
	readonly city: CityInfo | undefined;
}

export function Header({ account, city }: HeaderProps): ReactNode {
	const { t, i18n } = useTranslation();
	const { theme, toggleTheme, toggleLanguage } = usePreferences();
	const { search, isOfMap } = useCitySearch();
	return (
		<header className="header">
			<div className="brand">
				<BrandMark />
				<b>{t("brand.name")}</b>
				<i className="ellipsis">{city?.name ?? ""}</i>
			</div>
			{city?.demonstration === true && <span className="badge">{t("header.sample")}</span>}
			<nav className="workspaces" aria-label={t("header.workspaces")}>
				<NavLink to={{ pathname: "/", search }} end>
					{t("header.overview")}
				</NavLink>
				<NavLink to="/data" data-testid="go-data">
					{t("header.data")}
				</NavLink>
				<NavLink to={{ pathname: "/tables", search }} data-testid="go-tables">
					{t("header.tables")}
				</NavLink>
			</nav>
			<span className="spring" />
			{city?.snapshot && (
				<Tooltip title={t("header.snapshotHash", { hash: city.snapshot.hash.slice(0, 12) })}>
					<span className="chip snapshot">
						<Icon name="calendar" size={14} />
						<span className="snapshot-word">{t("header.snapshot")}</span>{" "}
						{city.snapshot.asOf.slice(0, 10)}
						<span className="muted">v{city.snapshot.number}</span>
					</span>
				</Tooltip>
			)}
			{isOfMap && <SearchBox near={city?.bbox ?? null} />}
			<Tooltip title={t("header.language")}>
				<button
					type="button"
					className="icon-button text"
					onClick={toggleLanguage}
					data-testid="language"
					aria-label={t("header.language")}
				>
					{i18n.language === "en" ? "中" : "EN"}
				</button>
			</Tooltip>
			<Tooltip title={t(theme === "dark" ? "header.light" : "header.dark")}>
				<button
					type="button"
					className="icon-button"
					aria-label={t(theme === "dark" ? "header.light" : "header.dark")}
					data-testid="theme"
					onClick={toggleTheme}
				>
					<Icon name={theme === "dark" ? "sun" : "moon"} />
				</button>
			</Tooltip>
			<AccountMenu account={account} />
		</header>
	);
}

/** The view of the city is kept while other screens, whose addresses mean other things, are looked at. */
function useCitySearch(): { search: string; isOfMap: boolean } {
	const { pathname, search } = useLocation();
	const [kept, setKept] = useState(search);
	const isOfMap = !pathname.startsWith("/data");
	if (isOfMap && kept !== search) setKept(search);
	return { search: isOfMap ? search : kept, isOfMap };
}

function AccountMenu({ account }: { account: Session["account"] }): ReactNode {
	const { t } = useTranslation();
	const queries = useQueryClient();
	const signOut = () =>
		send("DELETE", "/api/session")
			.catch(() => {}) // a session that is already gone is signed out
			.then(() => queries.resetQueries());
	const roles = account.grants.map(({ role }) => t(`role.${role}.name`)).join(" · ");
	const items = [
		{ key: "who", label: `${account.displayName} · ${roles}`, disabled: true },
		{ key: "out", label: t("header.signOut"), onClick: () => void signOut() },
	];
	return (
		<Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
			<button
				type="button"
				className="account"
				data-testid="account"
				aria-label={t("header.account")}
			>
				<span className="avatar">{account.displayName.slice(0, 1)}</span>
				<span className="account-name">{account.displayName}</span>
			</button>
		</Dropdown>
	);
}

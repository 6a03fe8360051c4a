// The header: where we are, on which snapshot, search, language, theme, account.
import { useQueryClient } from "@tanstack/react-query";
import { Dropdown, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import type { CityInfo, Session } from "../../planning/wire/api.ts";
import { send } from "../data/http.ts";
import { BrandMark } from "../ui/Brand.tsx";
import { Icon } from "../ui/Icon.tsx";
import { usePreferences } from "./preferences.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { SnapshotPicker } from "./SnapshotPicker.tsx";
import { isMapPath, isViewPath, WORKSPACES } from "./workspaces.ts";

interface HeaderProps {
	readonly account: Session["account"];
	readonly city: CityInfo | undefined;
	/** The view of the city, which goes along to the screens that show it. */
	readonly viewSearch: string;
}

export function Header({ account, city, viewSearch }: HeaderProps): ReactNode {
	const { t, i18n } = useTranslation();
	const { theme, toggleTheme, toggleLanguage } = usePreferences();
	const { pathname } = useLocation();
	const otherLanguage = i18n.language === "en" ? "中" : "EN";
	return (
		<header className="header">
			<div className="brand">
				<BrandMark />
				<b>{t("brand.name")}</b>
				<i className="ellipsis">{city?.name ?? ""}</i>
			</div>
			{city?.demonstration === true && <span className="badge">{t("header.sample")}</span>}
			<nav className="workspaces" aria-label={t("header.workspaces")}>
				{WORKSPACES.map(({ path, words, keepsView, testId }) => (
					<NavLink
						key={path}
						to={{ pathname: path, search: keepsView ? viewSearch : "" }}
						end={path === "/"}
						data-testid={testId}
					>
						{t(words)}
					</NavLink>
				))}
			</nav>
			<span className="spring" />
			{isViewPath(pathname) && <SnapshotPicker isOverview={pathname === "/"} />}
			{isMapPath(pathname) && <SearchBox near={city?.bbox ?? null} />}
			<Tooltip title={t("header.language")}>
				<button
					type="button"
					className="icon-button text"
					onClick={toggleLanguage}
					data-testid="language"
					aria-label={`${otherLanguage} · ${t("header.language")}`}
				>
					{otherLanguage}
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

function AccountMenu({ account }: { account: Session["account"] }): ReactNode {
	const { t } = useTranslation();
	const { theme, toggleTheme, toggleLanguage } = usePreferences();
	const queries = useQueryClient();
	const signOut = () =>
		send("DELETE", "/api/session")
			.catch(() => {}) // a session that is already gone is signed out
			.then(() => queries.resetQueries());
	const roles = account.grants.map(({ role }) => t(`role.${role}.name`)).join(" · ");
	const items = [
		{ key: "who", label: `${account.displayName} · ${roles}`, disabled: true },
		// a telephone's header has no room for these two
		{
			key: "language",
			className: "account-choice",
			label: t("header.language"),
			onClick: toggleLanguage,
		},
		{
			key: "theme",
			className: "account-choice",
			label: t(theme === "dark" ? "header.light" : "header.dark"),
			onClick: toggleTheme,
		},
		{ key: "out", label: t("header.signOut"), onClick: () => void signOut() },
	];
	return (
		<Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
			<button type="button" className="account" data-testid="account">
				<span className="avatar">{account.displayName.slice(0, 1)}</span>
				<span className="account-name">{account.displayName}</span>
				<span className="unseen">{t("header.account")}</span>
			</button>
		</Dropdown>
	);
}

// 分享: a link that reopens exactly this, and the view kept under a name.
import "./styles/share.css";
import { Popover } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useScreenStanding } from "../data/basis.ts";
import { formatDay } from "../data/formats.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { linkAddress } from "../data/viewLink.ts";
import { Icon } from "../ui/Icon.tsx";
import { CopyField } from "./CopyField.tsx";
import { SaveViewForm } from "./SaveViewForm.tsx";
import { useEscape } from "./useEscape.ts";

export function ShareButton(): ReactNode {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	useEscape(isOpen, () => setOpen(false));
	return (
		<Popover
			trigger="click"
			placement="bottomRight"
			open={isOpen}
			onOpenChange={setOpen}
			destroyOnHidden
			content={<SharePanel />}
		>
			<button type="button" className="button small" aria-expanded={isOpen} data-testid="share">
				<Icon name="share" size={14} />
				{t("share.open")}
			</button>
		</Popover>
	);
}

function SharePanel(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	useLocation();
	// the address as it is now: on a busy page what is rendered comes after it
	const { pathname, search } = window.location;
	const location = { pathname, search };
	const { shown } = useScreenStanding();
	const address = linkAddress(location, shown?.hash ?? null);
	return (
		<div className="share-panel" data-testid="share-panel">
			<h3>{t("share.link")}</h3>
			<CopyField
				text={new URL(address, window.location.origin).href}
				label={t("share.link")}
				testId="share-link"
			/>
			<p className="muted">
				{shown !== null &&
					t("share.pinned", { number: shown.number, date: formatDay(shown.asOf, language) })}
				{t("share.whoMay")}
			</p>
			<h3>{t("share.keep")}</h3>
			<SaveViewForm location={location} shown={shown} />
		</div>
	);
}

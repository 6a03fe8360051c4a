// Keys of every screen: the workspaces, the presentation, and the list of all keys.
import { Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useEscape } from "./useEscape.ts";
import { type KeyActs, useKeys } from "./useKeys.ts";
import { usePresent } from "./usePresent.ts";
import { WORKSPACES } from "./workspaces.ts";

const KEYS = [
	["/", "search"],
	["1 – 5", "workspaces"],
	["P", "present"],
	["← →", "slides"],
	["[ ]", "units"],
	["← ↑ → ↓", "move"],
	["+ −", "zoom"],
	["V B L K R …", "tools"],
	["A", "point"],
	["D", "showing"],
	["Ctrl Z", "undo"],
	["Enter", "finish"],
	["Esc", "leave"],
	["?", "list"],
] as const;

/** `viewSearch`: the view of the city, which goes along to the workspaces that show it. */
export function Shortcuts({ viewSearch }: { viewSearch: string }): ReactNode {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	const navigate = useNavigate();
	const present = usePresent(viewSearch);
	const open = () => setOpen(true);
	const places = WORKSPACES.map(({ path, keepsView }, index) => [
		String(index + 1),
		() => void navigate({ pathname: path, search: keepsView ? viewSearch : "" }),
	]);
	useKeys({
		...(Object.fromEntries(places) as KeyActs),
		"?": open,
		"？": open,
		p: present,
		P: present,
	});
	useEscape(isOpen, () => setOpen(false));
	return (
		<Modal
			open={isOpen}
			onCancel={() => setOpen(false)}
			footer={null}
			title={t("keys.title")}
			width={420}
		>
			<dl className="key-list">
				{KEYS.map(([keys, name]) => (
					<div key={name}>
						<dt>
							<kbd>{keys}</kbd>
						</dt>
						<dd>{t(`keys.${name}`)}</dd>
					</div>
				))}
			</dl>
		</Modal>
	);
}

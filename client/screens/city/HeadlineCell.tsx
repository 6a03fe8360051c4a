// One large figure that opens to where it comes from.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ClickPopover } from "../../app/ClickPopover.tsx";

interface HeadlineCellProps {
	readonly label: string;
	/** Beneath the figure. */
	readonly detail?: ReactNode;
	readonly tone?: "beyond";
	readonly testId: string;
	/** What it opens to. */
	readonly about: ReactNode;
	readonly children: ReactNode;
}

export function HeadlineCell(props: HeadlineCellProps): ReactNode {
	const { label, detail, tone, testId, about, children } = props;
	const { t } = useTranslation();
	return (
		<ClickPopover
			placement="bottomLeft"
			title={t("provenance.title", { figure: label })}
			content={<div className="about-figure">{about}</div>}
		>
			<button
				type="button"
				className={`headline-cell ${tone ?? ""}`}
				data-testid={testId}
				title={t("provenance.open")}
			>
				<span className="label">{label}</span>
				<span className="value">{children}</span>
				{detail !== undefined && <em>{detail}</em>}
			</button>
		</ClickPopover>
	);
}

// 数据人员说明: docs/data-staff.md as a page.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import help from "../../../docs/data-staff.md?raw";
import { MarkdownPage } from "../../ui/MarkdownPage.tsx";
import { blocksOf } from "../../ui/markdown.ts";

const BLOCKS = blocksOf(help);

export default function HelpScreen(): ReactNode {
	const { t } = useTranslation();
	return (
		<MarkdownPage
			blocks={BLOCKS}
			title={t("data.help.title")}
			back={{ to: "/data", words: t("data.back") }}
			testId="data-help-page"
		/>
	);
}

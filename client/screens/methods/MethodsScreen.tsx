// 算法说明: docs/methods.md as a page, so that every figure can lead to how it is made.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import methods from "../../../docs/methods.md?raw";
import { MarkdownPage } from "../../ui/MarkdownPage.tsx";
import { blocksOf } from "../../ui/markdown.ts";

const BLOCKS = blocksOf(methods);

export default function MethodsScreen(): ReactNode {
	const { t, i18n } = useTranslation();
	return (
		<MarkdownPage
			blocks={BLOCKS}
			title={t("methods.title")}
			back={{ to: "/", words: t("methods.back") }}
			testId="methods"
			lang="en"
			note={i18n.language === "en" ? null : t("methods.language")}
		/>
	);
}

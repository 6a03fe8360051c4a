// Sheets to fill in and small examples, for each kind of layer; also before there is any data.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLanguage } from "../../../data/useLanguage.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { LAYER_KINDS } from "../layerKinds.ts";

export function Templates(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	return (
		<section className="data-card" aria-labelledby="templates">
			<h2 id="templates">
				{t("data.templates.title")} <small>{t("data.templates.why")}</small>
				<Link className="text-button right" to="/data/help" data-testid="data-help">
					{t("data.help.open")}
				</Link>
			</h2>
			<ul className="template-rows">
				{LAYER_KINDS.map(({ kind, hasTemplate }) => (
					<li key={kind}>
						<b>{t(`data.kind.${kind}`)}</b>
						<span>
							{hasTemplate && (
								<a
									className="text-button"
									href={`/api/templates/${kind}.xlsx?language=${language}`}
									download
									data-testid={`template-${kind}`}
								>
									<Icon name="download" size={12} /> {t("data.templates.template")}
								</a>
							)}
							<a
								className="text-button"
								href={`/api/examples/${kind}`}
								download
								data-testid={`example-${kind}`}
							>
								<Icon name="download" size={12} /> {t("data.templates.example")}
							</a>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

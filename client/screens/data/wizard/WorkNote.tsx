// What the server is doing for this upload: words, how far, how long, and a way to stop it.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { formatCount } from "../../../data/formats.ts";
import { useLanguage } from "../../../data/useLanguage.ts";

interface WorkNoteProps {
	readonly work: NonNullable<Upload["work"]>;
	onCancel(): void;
}

export function WorkNote({ work, onCancel }: WorkNoteProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { words, done, total, elapsedS, found } = work;
	const pct = total === null || total === 0 ? null : Math.min(100, (100 * done) / total);
	return (
		<div className="work-note" role="status" data-testid="work">
			<span className="ellipsis">
				{words[language]}
				<small>
					{done > 0 &&
						(total === null
							? ` ${formatCount(done)}`
							: ` ${formatCount(done)} / ${formatCount(total)}`)}{" "}
					· {t("data.wizard.elapsed", { seconds: Math.round(elapsedS) })}
				</small>
			</span>
			{found !== null && found.blocking + found.warning > 0 && (
				<span className="ellipsis" title={found.first.map((first) => first[language]).join("\n")}>
					{t("data.wizard.foundSoFar", { blocking: found.blocking, warning: found.warning })}
				</span>
			)}
			<span className={`work-line ${pct === null ? "open-end" : ""}`} aria-hidden="true">
				<i style={pct === null ? {} : { width: `${pct}%` }} />
			</span>
			<button type="button" className="text-button" data-testid="cancel-work" onClick={onCancel}>
				{t("data.wizard.cancel")}
			</button>
		</div>
	);
}

// A text to take along: copied by one click, or selected where the browser keeps its clipboard to itself.
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

interface CopyFieldProps {
	readonly text: string;
	readonly label: string;
	readonly testId: string;
}

export function CopyField({ text, label, testId }: CopyFieldProps): ReactNode {
	const { t } = useTranslation();
	const field = useRef<HTMLInputElement>(null);
	const [outcome, setOutcome] = useState<{ text: string; how: "copied" | "selected" } | null>(null);
	const select = () => field.current?.select();
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			setOutcome({ text, how: "copied" });
		} catch {
			// no clipboard without https, or not allowed: the reader's own keys do it
			field.current?.focus();
			select();
			setOutcome({ text, how: "selected" });
		}
	};
	// what was copied before is not what is written here now
	const how = outcome?.text === text ? outcome.how : null;
	return (
		<div className="copy-field">
			<input
				ref={field}
				readOnly
				value={text}
				aria-label={label}
				onFocus={select}
				data-testid={testId}
			/>
			<button
				type="button"
				className="button primary"
				data-testid={`${testId}-copy`}
				onClick={() => void copy()}
			>
				{t(how === "copied" ? "share.copied" : "share.copy")}
			</button>
			<span role="status">{how === "selected" && t("share.selected")}</span>
		</div>
	);
}

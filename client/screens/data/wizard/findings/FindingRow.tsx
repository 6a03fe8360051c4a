// One finding: its name, what was found, and a way to change it.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

interface FindingRowProps {
	readonly label: string;
	readonly testId: string;
	readonly children: ReactNode;
	/** Shown after 更改; absent: there is nothing to change. */
	readonly editor?: (close: () => void) => ReactNode;
}

export function FindingRow({ label, testId, children, editor }: FindingRowProps): ReactNode {
	const { t } = useTranslation();
	const [isEditing, setEditing] = useState(false);
	return (
		<div className="finding" data-testid={testId}>
			<span className="finding-label">{label}</span>
			<div className="finding-words">
				{children}
				{isEditing && editor !== undefined && (
					<div className="finding-editor">{editor(() => setEditing(false))}</div>
				)}
			</div>
			{editor !== undefined && (
				<button
					type="button"
					className="text-button"
					aria-expanded={isEditing}
					data-testid={`${testId}-change`}
					onClick={() => setEditing(!isEditing)}
				>
					{t(isEditing ? "data.understand.keep" : "data.understand.change")}
				</button>
			)}
		</div>
	);
}

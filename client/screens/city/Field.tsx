// One choice on the left: its name, what it means behind a small sign, and what can be chosen.
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon.tsx";

interface FieldProps {
	readonly label: string;
	readonly hint?: string;
	/** At the right end of the name: the value, or a way back from it. */
	readonly value?: ReactNode;
	readonly children: ReactNode;
}

export function Field({ label, hint, value, children }: FieldProps): ReactNode {
	return (
		<div className="field">
			<div className="field-label">
				{label}
				{hint !== undefined && (
					<Tooltip title={hint} placement="right">
						<button type="button" className="hint" aria-label={hint}>
							<Icon name="info" size={13} />
						</button>
					</Tooltip>
				)}
				{value !== undefined && <span className="right field-value">{value}</span>}
			</div>
			{children}
		</div>
	);
}

// One sentence in the place of what is missing, and one thing to do about it.
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

interface StateNoteProps {
	readonly icon: IconName;
	readonly words: string;
	readonly detail?: string;
	readonly action?: { readonly label: string; onAct(): void };
	readonly tone?: "quiet" | "error";
}

export function StateNote({
	icon,
	words,
	detail,
	action,
	tone = "quiet",
}: StateNoteProps): ReactNode {
	return (
		<div className={`state-note ${tone}`} role={tone === "error" ? "alert" : "status"}>
			<Icon name={icon} />
			<div>
				<p>{words}</p>
				{detail !== undefined && <p className="muted">{detail}</p>}
				{action !== undefined && (
					<button type="button" className="text-button" onClick={action.onAct}>
						{action.label}
					</button>
				)}
			</div>
		</div>
	);
}

/** Grey bars of the final height while figures load. */
export function Skeleton({ rows, height = 22 }: { rows: number; height?: number }): ReactNode {
	return (
		<div aria-hidden="true">
			{Array.from({ length: rows }, (_, row) => row).map((row) => (
				<div
					key={row}
					className="skeleton"
					style={{ height: height - 8, width: `${92 - ((row * 17) % 38)}%` }}
				/>
			))}
		</div>
	);
}

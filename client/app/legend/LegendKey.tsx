// One class of a legend: its colour, where it ends, how many are in it.
import type { ReactNode } from "react";

interface LegendKeyProps {
	readonly colour?: string;
	/** All of the class in words. */
	readonly label: string;
	/** Where the class ends, in place of the words: stands between it and the next. */
	readonly end?: string | null;
	readonly detail?: string;
	readonly look?: "hatched" | "dotted";
}

export function LegendKey({ colour, label, end, detail, look }: LegendKeyProps): ReactNode {
	const isTicked = end !== undefined;
	return (
		<div className="legend-key" title={detail === undefined ? label : `${label}: ${detail}`}>
			<i className={look ?? ""} style={colour === undefined ? {} : { backgroundColor: colour }} />
			<span className={isTicked ? "visually-hidden" : ""}>{label}</span>
			{isTicked && (
				<span className="legend-end" aria-hidden="true">
					{end ?? "\u00a0"}
				</span>
			)}
			{detail !== undefined && <small>{detail}</small>}
		</div>
	);
}

/** Heading of a legend, with the unit of its numbers. */
export function LegendHead({ title, unit }: { title: string; unit: string }): ReactNode {
	return (
		<h3>
			<span className="ellipsis">{title}</span>
			<span className="muted right">{unit}</span>
		</h3>
	);
}

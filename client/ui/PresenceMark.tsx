// Has one, lacks it, is not asked, or nobody knows: told by shape and words, not by colour alone.
import type { ReactNode } from "react";

interface PresenceMarkProps {
	readonly presence: "has" | "missing" | "not-asked" | "no-data";
	readonly count: number;
	/** The state in words. */
	readonly words: string;
}

export function PresenceMark({ presence, count, words }: PresenceMarkProps): ReactNode {
	return (
		<span className={`presence-mark ${presence}`}>
			{words}
			{count > 0 && <b>{count}</b>}
		</span>
	);
}

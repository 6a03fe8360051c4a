// The two sides of a swipe: what the view shows, and what it is laid against. What stands there is only figures, so that
// whatever has figures can stand there: another snapshot today.
import { createContext, useContext } from "react";
import { type Figures, useFigures } from "./FiguresContext.tsx";

export interface Sides {
	readonly here: Figures;
	/** Null without a swipe, and until its figures are known. */
	readonly there: Figures | null;
}

const SidesContext = createContext<Sides | null>(null);
export const SidesProvider = SidesContext.Provider;

/** Both sides, for what they share: one legend, one card. Without a swipe, this side alone. */
export function useSides(): Sides {
	const figures = useFigures();
	return useContext(SidesContext) ?? { here: figures, there: null };
}

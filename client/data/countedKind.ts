// What a figure counts, as the words name it (`counted.…` in i18n): a group of people, households, or units. Pure.
import type { Who } from "../../planning/coverage/figures/people.ts";
import type { Figure } from "./useFigure.ts";

export type CountedKind = Who | "units";

export function countedKind({ hasWalks, who }: Pick<Figure, "hasWalks" | "who">): CountedKind {
	return hasWalks ? who : "units";
}

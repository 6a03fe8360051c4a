// Homes of which it is known how far they are: everything but presence.
import type { Farness } from "../../../planning/coverage/figures/farness.ts";
import type { Homes } from "./useHomes.ts";

export interface WalkedHomes extends Homes {
	readonly farness: Farness;
}

export function isWalked(homes: Homes | null): homes is WalkedHomes {
	return homes !== null && homes.farness !== null;
}

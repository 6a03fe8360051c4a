// The map's first screen: its code, who is asking and what it shows come at the same time, not one after the other.
import type { QueryClient } from "@tanstack/react-query";
import { readCityView } from "../data/cityView.ts";
import { prefetchFigures } from "../data/prefetchView.ts";
import { cityQuery, sessionQuery, snapshotsQuery } from "../data/queries.ts";
import { isMapPath } from "./workspaces.ts";

/** Where the address is of the map. Whoever is not signed in is asked to, as without it; what fails is asked again. */
export async function openFirst(
	queries: QueryClient,
	{ pathname, search }: { readonly pathname: string; readonly search: string },
): Promise<void> {
	if (!isMapPath(pathname)) return;
	const session = queries.fetchQuery(sessionQuery);
	// whoever has to sign in needs the city's code next; what fails here is told where it is needed
	import("./Workspace.tsx").catch(() => undefined);
	if (pathname === "/") import("../screens/city/CityScreen.tsx").catch(() => undefined);
	const view = readCityView(new URLSearchParams(search));
	try {
		await session;
		void queries.prefetchQuery(cityQuery);
		prefetchFigures(queries, view, await queries.fetchQuery(snapshotsQuery(view.profile)));
	} catch {
		// told by the screens, which ask the same
	}
}

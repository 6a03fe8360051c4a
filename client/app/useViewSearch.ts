// The view of the city is kept while other screens, whose addresses mean other things, are looked at.
import { useState } from "react";
import { useLocation } from "react-router";
import { isMapPath, isViewPath } from "./workspaces.ts";

export function useViewSearch(): string {
	const { pathname, search } = useLocation();
	const [kept, setKept] = useState(search);
	const isSaid = isMapPath(pathname) || (isViewPath(pathname) && search !== "");
	if (isSaid && kept !== search) setKept(search);
	return isSaid ? search : kept;
}

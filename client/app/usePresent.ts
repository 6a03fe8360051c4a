// Into the presentation: the whole screen where the browser allows it, and the view that was looked at as the first page.
import { useCallback } from "react";
import { useNavigate } from "react-router";
import { PRESENT_PATH } from "./workspaces.ts";

export function usePresent(viewSearch: string): () => void {
	const navigate = useNavigate();
	return useCallback(() => {
		// asked for while the click still counts as one; refused, the presentation fills the window
		document.documentElement.requestFullscreen?.().catch(() => {});
		void navigate({ pathname: PRESENT_PATH, search: viewSearch });
	}, [navigate, viewSearch]);
}

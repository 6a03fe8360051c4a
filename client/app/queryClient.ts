// How answers are kept: figures rest on a snapshot, so they stay good; a running analysis is asked again.
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError, StillRunning } from "../data/http.ts";
import { onServerReturn } from "../data/serverPresence.ts";

const FRESH_MS = 60_000;
const POLL_MS = 1_000;

export const queryClient: QueryClient = new QueryClient({
	queryCache: new QueryCache({
		onError: (error, query) => {
			const isSignedOut = error instanceof ApiError && error.status === 401;
			if (isSignedOut && query.queryKey[0] !== "session")
				void queryClient.resetQueries({ queryKey: ["session"] });
		},
	}),
	defaultOptions: {
		queries: {
			staleTime: FRESH_MS,
			refetchOnWindowFocus: false,
			networkMode: "always",
			retry: (_count, error) => error instanceof StillRunning,
			retryDelay: POLL_MS,
		},
	},
});

onServerReturn(() => {
	const isBroken = {
		predicate: (query: { state: { status: string } }) => query.state.status === "error",
	};
	void queryClient.refetchQueries(isBroken);
});

// What concerns everyone's map is set by administrators.
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "./queries.ts";

export function useIsAdmin(): boolean {
	const { data } = useQuery(sessionQuery);
	return data?.account.grants.some(({ role }) => role === "admin") ?? false;
}

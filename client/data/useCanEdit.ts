// Handing in, committing and correcting are for data staff and administrators; everyone may look.
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "./queries.ts";

export function useCanEdit(): boolean {
	const { data } = useQuery(sessionQuery);
	return data?.account.grants.some(({ role }) => role === "data" || role === "admin") ?? false;
}

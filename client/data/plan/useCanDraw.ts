// Plans are drawn by planners and administrators; everyone else may look.
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../queries.ts";

export function useCanDraw(): boolean {
	const { data } = useQuery(sessionQuery);
	return data?.account.grants.some(({ role }) => role === "planner" || role === "admin") ?? false;
}

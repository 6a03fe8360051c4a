// Who may record what no layer holds: planners, data staff and administrators; the server looks at the scope too.
import { useQuery } from "@tanstack/react-query";
import type { Role } from "../../planning/wire/api.ts";
import { sessionQuery } from "./queries.ts";

const RECORDERS: readonly Role[] = ["planner", "data", "admin"];

export function useCanRecord(): boolean {
	const { data } = useQuery(sessionQuery);
	return data?.account.grants.some(({ role }) => RECORDERS.includes(role)) ?? false;
}

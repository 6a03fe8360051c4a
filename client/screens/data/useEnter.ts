// Enter does the one thing that is to be done.
import { useKeys } from "../../app/useKeys.ts";

export function useEnter(act: () => void, canAct: boolean): void {
	useKeys(canAct ? { Enter: act } : {});
}

// What is said where a plan cannot be opened, changed or saved.
import type { PlanRevision } from "../../planning/wire/plansApi.ts";
import { Refused } from "../errors.ts";

export function planMissing(): Refused {
	return new Refused(
		"plan.missing",
		{
			zh: "这个方案已经没有了：它的主人删了它，或链接不完整。",
			en: "This plan is no more: its owner removed it, or the link is not complete.",
		},
		{ status: 404 },
	);
}

export function planNotShared(): Refused {
	return new Refused(
		"plan.not-shared",
		{
			zh: "这个方案只有它的主人能看。让主人把它设为共享，再打开。",
			en: "Only its owner may see this plan. Ask them to share it, then open it again.",
		},
		{ status: 403 },
	);
}

export function planNotYours(): Refused {
	return new Refused(
		"plan.not-yours",
		{
			zh: "这是别人的方案，是否共享、是否删除由主人决定。可以另存一份自己的。",
			en: "This plan is someone else's; only its owner shares or removes it. Copy it to have one of your own.",
		},
		{ status: 403 },
	);
}

export function revisionMissing(revision: number): Refused {
	return new Refused(
		"plan.revision-missing",
		{
			zh: `这个方案没有第 ${revision} 版。`,
			en: `This plan has no revision ${revision}.`,
		},
		{ status: 404 },
	);
}

/** Somebody saved since the revision that the sender began from. */
export function savedMeanwhile(current: PlanRevision): Refused {
	const { revision, savedBy } = current;
	return new Refused(
		"plan.saved-meanwhile",
		{
			zh: `${savedBy}已保存了第 ${revision} 版。取回后可保留自己的、采用对方的，或合并两者。`,
			en: `${savedBy} saved revision ${revision} meanwhile. Fetch it, then keep yours, take theirs, or both.`,
		},
		{ status: 409, current },
	);
}

/** Browser and server do not agree on what operations come to: a defect of ours. */
export function hashDiffers(defect: {
	readonly plan: number | null;
	readonly revision: number;
	readonly sentHash: string;
	readonly replayedHash: string;
}): Refused {
	return new Refused(
		"plan.hash-differs",
		{
			zh: "服务器逐步执行后得到的结果与浏览器的不同，这次没有保存，问题已记入日志。刷新页面后再保存。",
			en: "The server came to another outcome than the browser, so this was not saved; it is logged. Reload the page, then save again.",
		},
		{ defect },
	);
}

// Who may do what: every route names an action, every action names its roles. Data, so that it can be read at a glance.
import { ROLES, type Role, type Session } from "../planning/wire/api.ts";
import { Refused } from "./errors.ts";

/** anyone: also without a session; signed-in: any account, also one without a role. */
export type Who = "anyone" | "signed-in" | readonly Role[];

export const POLICIES = {
	"contract.read": "anyone",
	"welcome.read": "anyone",
	"session.begin": "anyone",
	"session.read": "signed-in",
	"session.end": "signed-in",
	"city.read": ROLES,
	"map.read": ROLES,
	"figures.read": ROLES,
	/** Walks: packs of districts, and why a residence is served or not. */
	"reach.read": ROLES,
	"tables.read": ROLES,
	/** A unit's card: within the scope of a grant only. */
	"unit.read": ROLES,
	/** What a basic management unit has that no layer holds: within the scope of a grant only. */
	"bmu.record": ["planner", "data", "admin"],
	"tables.export": ROLES,
	/** Briefs, sheets, tables and data of a view: of a unit within the scope of a grant, of the whole city without one. */
	"reports.make": ROLES,
	/** Saved views: one's own, and those that others share. */
	"views.read": ROLES,
	"views.keep": ROLES,
	/** Kept plans: one's own, and those that others share. */
	"plans.read": ["leader", "planner", "reviewer", "admin"],
	"plans.draw": ["planner", "admin"],
	/** What lies beneath everyone's map. */
	"background.set": ["admin"],
	/** The list of layers, their versions and where they came from. */
	"data.read": ROLES,
	/** A version's records, and the file it was made from. */
	"data.export": ROLES,
	"data.hand-in": ["data", "admin"],
	"data.commit": ["data", "admin"],
} as const satisfies Record<string, Who>;
export type Action = keyof typeof POLICIES;

type Account = Session["account"];

/** Refused 401 without a session where one is needed, 403 without a role for the action. */
export function authorise(action: Action, account: Account | null): void {
	const who: Who = POLICIES[action];
	if (who === "anyone") return;
	const { grants } = requireAccount(account);
	if (who === "signed-in") return;
	if (!grants.some(({ role }) => who.includes(role))) throw forbidden();
}

/**
 * Refused 403 unless a grant for the action covers the unit: the whole city, or one of `lineage`, the codes of the
 * unit itself and of every unit it lies in.
 */
export function authoriseUnit(
	action: Action,
	account: Account | null,
	lineage: readonly string[],
): void {
	authorise(action, account);
	const who: Who = POLICIES[action];
	const covers = ({ role, scopeUnitCode }: Account["grants"][number]) =>
		typeof who !== "string" &&
		who.includes(role) &&
		(scopeUnitCode === null || lineage.includes(scopeUnitCode));
	if (!account?.grants.some(covers)) throw outOfScope();
}

/** The account of the session; Refused 401 without one. */
export function requireAccount(account: Account | null): Account {
	if (account === null) throw sessionRequired();
	return account;
}

function sessionRequired(): Refused {
	return new Refused(
		"session.required",
		{ zh: "请先登录。", en: "Sign in first." },
		{ status: 401 },
	);
}

function forbidden(): Refused {
	return new Refused(
		"policy.forbidden",
		{
			zh: "您的账户没有查看或操作这里的角色。请联系管理员授权。",
			en: "Your account has no role for this. Ask an administrator for one.",
		},
		{ status: 403 },
	);
}

function outOfScope(): Refused {
	return new Refused(
		"policy.forbidden",
		{
			zh: "这个单元不在您的授权范围内。请联系管理员授权。",
			en: "This unit lies outside what your account is granted. Ask an administrator.",
		},
		{ status: 403 },
	);
}

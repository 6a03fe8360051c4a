import { text } from "node:stream/consumers";
import { ROLES, type Role } from "../../planning/wire/api.ts";
import { addAccount } from "../commands/addAccount.ts";
import { askPassword } from "./askPassword.ts";
import { type Command, WrongUsage } from "./Command.ts";

export const userAddCommand: Command = {
	name: "user add",
	usage: "NAME --role ROLE [--scope UNITCODE] [--display-name TEXT] [--password-stdin]",
	summary: {
		zh: `新建账户，角色为 ${ROLES.join("、")} 之一。`,
		en: `Add an account; the role is one of ${ROLES.join(", ")}.`,
	},
	options: {
		role: { type: "string" },
		scope: { type: "string" },
		"display-name": { type: "string" },
		"password-stdin": { type: "boolean" },
	},
	positionals: 1,
	async run({ positionals, options, withDatabase, print }) {
		const [name] = positionals as [string];
		const role = options["role"] as Role | undefined;
		if (role === undefined || !ROLES.includes(role))
			throw new WrongUsage(`--role is one of ${ROLES.join(", ")}`);
		const password = options["password-stdin"]
			? (await text(process.stdin)).replace(/\r?\n$/, "")
			: await askPassword();
		const scopeUnitCode = (options["scope"] as string | undefined) ?? null;
		const displayName = (options["display-name"] as string | undefined) ?? name;
		await withDatabase((db) =>
			addAccount(db.knex, { name, displayName, password, grants: [{ role, scopeUnitCode }] }),
		);
		print({ name, role, scopeUnitCode }, [`已建账户 ${name}（${role}）。 Account ${name} added.`]);
		return 0;
	},
};

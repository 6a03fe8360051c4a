import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const JIEQUAN = resolve(import.meta.dirname, "../../../server/jiequan.mjs");

function jiequan(words: readonly string[], env: Record<string, string> = {}) {
	const { DATABASE_URL: _, ...rest } = process.env;
	return spawnSync(process.execPath, [JIEQUAN, ...words], {
		env: { ...rest, ...env },
		encoding: "utf8",
	});
}

test("--help lists what there is and exits 0; a command not built yet is absent and exits 2", () => {
	const help = jiequan(["--help"]);
	expect(help.status).toBe(0);
	for (const name of [
		"serve",
		"migrate",
		"demo",
		"user add",
		"import streets",
		"analyse",
		"graph export",
	])
		expect(help.stdout).toContain(`  ${name} `);
	expect(help.stdout).not.toContain("backup");
	expect(jiequan(["backup", "F"]).status).toBe(2);
});

test("--data together with DATABASE_URL is wrong usage", () => {
	const { status, stderr } = jiequan(["analyse", "--data", "D"], {
		DATABASE_URL: "postgres://127.0.0.1:9/city",
	});
	expect(status).toBe(2);
	expect(stderr).toMatch(/--data.*DATABASE_URL/);
});

test("an unreachable DATABASE_URL is one line on stderr, JSON on stdout, exit 1", () => {
	const { status, stdout, stderr } = jiequan(["analyse", "--json"], {
		DATABASE_URL: "postgres://127.0.0.1:9/city",
	});
	expect(status).toBe(1);
	expect(JSON.parse(stdout)).toMatchObject({ status: "refused", code: "database.unreachable" });
	expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("an unknown option or a missing file name is wrong usage", () => {
	expect(jiequan(["import", "streets", "--speed", "9"]).status).toBe(2);
	expect(jiequan(["import", "streets"]).status).toBe(2);
	expect(jiequan(["user", "add", "wang", "--role", "king"]).status).toBe(2);
});

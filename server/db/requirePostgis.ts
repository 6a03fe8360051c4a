// PostGIS on a server: there, new enough, and in this database.
import type { Knex } from "knex";
import { Refused } from "../errors.ts";

const OLDEST_MAJOR = 3;
const OLDEST_MINOR = 3;
const NO_RIGHTS = "42501";
/** unique_violation and duplicate_object: another process made it at the same moment. */
const ALREADY_MADE = new Set(["23505", "42710"]);

/** Make the extension where it is missing; refuses when that cannot be, or it is older than 3.3. */
export async function requirePostgis(knex: Knex): Promise<void> {
	const { rows } = await knex.raw(`
		select
			coalesce(extensions.installed_version, extensions.default_version) as version,
			extensions.installed_version is not null as is_made
		from pg_available_extensions as extensions
		where extensions.name = 'postgis'`);
	const found: { version: string; is_made: boolean } | undefined = rows[0];
	if (found === undefined) throw missing();
	if (isOlder(found.version)) throw tooOld(found.version);
	if (!found.is_made) await make(knex);
}

async function make(knex: Knex): Promise<void> {
	try {
		await knex.raw("create extension if not exists postgis");
	} catch (error) {
		const { code = "" } = error as { code?: string };
		if (code === NO_RIGHTS) throw noRights();
		if (!ALREADY_MADE.has(code)) throw error;
	}
}

function isOlder(version: string): boolean {
	const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
	return major < OLDEST_MAJOR || (major === OLDEST_MAJOR && minor < OLDEST_MINOR);
}

function missing(): Refused {
	return new Refused("database.no-postgis", {
		zh: "数据库服务器没有安装 PostGIS，需要 3.3 或更新（Debian：apt-get install postgresql-15-postgis-3）。",
		en: "The database server has no PostGIS; 3.3 or newer is needed (Debian: apt-get install postgresql-15-postgis-3).",
	});
}

function tooOld(version: string): Refused {
	return new Refused("database.too-old", {
		zh: `数据库的 PostGIS 是 ${version}，需要 3.3 或更新。`,
		en: `The database has PostGIS ${version}; 3.3 or newer is needed.`,
	});
}

function noRights(): Refused {
	return new Refused("database.no-postgis", {
		zh: "此数据库还没有 PostGIS，DATABASE_URL 的用户也无权创建。请管理员在其中执行 create extension postgis。",
		en: "This database lacks PostGIS and the user of DATABASE_URL may not create it. Have an administrator run create extension postgis in it.",
	});
}

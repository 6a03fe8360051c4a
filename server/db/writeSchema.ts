// `npm run schema`: writes migrations/schema.sql from a database that was just migrated.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeSchema } from "./describeSchema.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./openDatabase.ts";

const folder = mkdtempSync(join(tmpdir(), "jiequan-schema-"));
const db = await openDatabase({ dataDir: folder });
await migrate(db);
writeFileSync(
	fileURLToPath(new URL("../../migrations/schema.sql", import.meta.url)),
	await describeSchema(db.knex),
);
await db.close();
rmSync(folder, { recursive: true, force: true });

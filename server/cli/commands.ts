// All commands of the command line, in the order of --help.
import { analyseCommand } from "./analyse.ts";
import type { Command } from "./Command.ts";
import { demoCommand } from "./demo.ts";
import { graphExportCommand } from "./graphExport.ts";
import { importCommands } from "./import.ts";
import { migrateCommand } from "./migrate.ts";
import { planCommands } from "./plan.ts";
import { reachCommand } from "./reach.ts";
import { serveCommand } from "./serve.ts";
import { userAddCommand } from "./userAdd.ts";

export const COMMANDS: readonly Command[] = [
	serveCommand,
	...importCommands,
	analyseCommand,
	reachCommand,
	graphExportCommand,
	...planCommands,
	demoCommand,
	migrateCommand,
	userAddCommand,
];

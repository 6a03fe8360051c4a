// All commands of the command line, in the order of --help.
import type { Command } from "./Command.ts";
import { migrateCommand } from "./migrate.ts";
import { userAddCommand } from "./userAdd.ts";

export const COMMANDS: readonly Command[] = [migrateCommand, userAddCommand];

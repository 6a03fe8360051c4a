#!/usr/bin/env node
// The command `jiequan`: loads the TypeScript sources as they are; no build step.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./cli.ts");
process.exitCode = await main(process.argv.slice(2));

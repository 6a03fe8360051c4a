// A worker thread starts as plain JavaScript: teach it TypeScript, then hand over.
import { register } from "tsx/esm/api";

register();
await import("./paperWorker.ts");

// The thread's side of paperPress.ts.
import { type PaperOrder, printPaper } from "../reports/print/printPaper.ts";
import { serveTasks } from "./pool/serveTasks.ts";

serveTasks({ paper: () => (order: PaperOrder) => printPaper(order) });

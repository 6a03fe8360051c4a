// The parts of `npm run bench -- partition`.
import type { BenchPart } from "./CityScene.ts";
import { readFigures } from "./partition/read.ts";

export const PARTITION_PARTS: readonly BenchPart[] = [() => readFigures()];

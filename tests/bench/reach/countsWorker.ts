// One of the two threads of `counts-all`: makes its own reach, then counts its range whenever asked.
import { parentPort, workerData } from "node:worker_threads";
import { indexHomes } from "../../../planning/reach/catchment.ts";
import { counts } from "../../../planning/reach/counts.ts";
import { reachFor } from "../../../planning/reach/reach.ts";
import type { CountsOrder } from "./counts.ts";

const { scene, facilities, bandsDm } = workerData as CountsOrder;
const reach = reachFor(scene.graph, scene.profile, scene.residences, scene.facilities);
const homeIndex = indexHomes(reach);
const asked = { facilities, bandsDm, weights: [scene.residents] };
parentPort?.on("message", () => parentPort?.postMessage(counts(reach, homeIndex, asked)));
parentPort?.postMessage("ready");

// All routes: what the server mounts, /api/openapi.json describes and the tests walk through.
import type { Route } from "../http/Route.ts";
import { getCity } from "./city.ts";
import { contractRoute } from "./contract.ts";
import { getCoverage } from "./coverage.ts";
import { getBorders, getDivisions } from "./divisions.ts";
import { getExplanation } from "./explain.ts";
import { exportFacilities, exportUnits } from "./exports.ts";
import { getFacilities } from "./facilities.ts";
import { getFlags } from "./flags.ts";
import {
	commitVersion,
	getLayerRecords,
	getLayers,
	getLayerVersions,
	getVersion,
	getVersionExport,
	getVersionSource,
	postCorrection,
	postSnapshot,
} from "./layers.ts";
import { getPack } from "./packs.ts";
import { getResidences } from "./residences.ts";
import { getSearch } from "./search.ts";
import { deleteSession, getSession, postSession } from "./session.ts";
import { getStandard } from "./standard.ts";
import { getSummary } from "./summary.ts";
import { getExample, getTemplate } from "./templates.ts";
import { getTile } from "./tiles.ts";
import { getTimes } from "./times.ts";
import { getTerritory, getUnit, getUnits } from "./units.ts";
import {
	cancelUploadWork,
	checkUploadFile,
	commitUploadFile,
	deleteUpload,
	getUpload,
	getUploads,
	postUpload,
	postUploadSteps,
	putUploadFile,
	understandUploadFile,
} from "./uploads.ts";
import {
	getUploadComparison,
	getUploadIssues,
	getUploadProgress,
	getUploadShapes,
	getUploadWorkbook,
} from "./uploadViews.ts";
import { getWelcome } from "./welcome.ts";

const DESCRIBED: readonly Route[] = [
	getWelcome,
	getSession,
	postSession,
	deleteSession,
	getCity,
	getStandard,
	getSummary,
	getCoverage,
	getUnits,
	getUnit,
	getTerritory,
	getFacilities,
	getFlags,
	getSearch,
	getDivisions,
	getBorders,
	getResidences,
	getTimes,
	getExplanation,
	getPack,
	getTile,
	exportUnits,
	exportFacilities,
	getLayers,
	getLayerVersions,
	getLayerRecords,
	getVersion,
	getVersionSource,
	getVersionExport,
	commitVersion,
	postCorrection,
	postSnapshot,
	getTemplate,
	getExample,
	getUploads,
	postUpload,
	getUpload,
	putUploadFile,
	understandUploadFile,
	checkUploadFile,
	postUploadSteps,
	commitUploadFile,
	cancelUploadWork,
	deleteUpload,
	getUploadProgress,
	getUploadIssues,
	getUploadWorkbook,
	getUploadShapes,
	getUploadComparison,
];

export const ROUTES: readonly Route[] = [contractRoute(DESCRIBED), ...DESCRIBED];

// All routes: what the server mounts, /api/openapi.json describes and the tests walk through.
import type { Route } from "../http/Route.ts";
import { getBackground, getBackgroundTile, putBackground } from "./background.ts";
import { getBmuRecords, putBmuRecord } from "./bmuRecords.ts";
import { getCity } from "./city.ts";
import { contractRoute } from "./contract.ts";
import { getCoverage } from "./coverage.ts";
import { getBorders, getDivisions } from "./divisions.ts";
import { getExplanation } from "./explain.ts";
import { exportFacilities, exportMatrix, exportUnits } from "./exports.ts";
import { getFacilities } from "./facilities.ts";
import { getCells, getComposite, getHistory, getMatrix, getSnapshots } from "./figures.ts";
import { getFlag, getFlags } from "./flags.ts";
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
import { getPlanGround } from "./planGround.ts";
import {
	deletePlan,
	getPlan,
	getPlanRevision,
	getPlanRevisions,
	getPlans,
	postPlan,
	postPlanCopy,
	postPlanRebase,
	putPlan,
	putPlanDetails,
} from "./plans.ts";
import { getBrief, getReportData, getReportTable, getSheet } from "./reports.ts";
import { getResidences } from "./residences.ts";
import { deleteView, getView, getViews, postView, postViewOrder, putView } from "./savedViews.ts";
import { getSearch } from "./search.ts";
import { deleteSession, getSession, postSession } from "./session.ts";
import { getStandard } from "./standard.ts";
import { getSummary } from "./summary.ts";
import { getExample, getTemplate } from "./templates.ts";
import { getTile } from "./tiles.ts";
import { getTimes } from "./times.ts";
import { getUnitPage } from "./unitPage.ts";
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
	getUnitPage,
	getBmuRecords,
	putBmuRecord,
	getFacilities,
	getCells,
	getComposite,
	getHistory,
	getMatrix,
	getSnapshots,
	getFlags,
	getFlag,
	getSearch,
	getDivisions,
	getBorders,
	getResidences,
	getTimes,
	getExplanation,
	getPack,
	getPlanGround,
	getTile,
	getBackground,
	putBackground,
	getBackgroundTile,
	getViews,
	getView,
	postView,
	putView,
	postViewOrder,
	deleteView,
	getPlans,
	postPlan,
	getPlan,
	putPlan,
	getPlanRevisions,
	getPlanRevision,
	putPlanDetails,
	postPlanCopy,
	postPlanRebase,
	deletePlan,
	exportUnits,
	exportFacilities,
	exportMatrix,
	getBrief,
	getSheet,
	getReportTable,
	getReportData,
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

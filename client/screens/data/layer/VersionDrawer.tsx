// Where a version came from: file, hash, how it was read, what was mended, what was accepted; and bringing it back.
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { VersionDetail } from "../../../../planning/wire/layers.ts";
import { Problem } from "../../../app/Problem.tsx";
import { formatCount, formatTime } from "../../../data/formats.ts";
import { type LayerKey, versionQuery } from "../../../data/layerQueries.ts";
import { useCanEdit } from "../../../data/useCanEdit.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Skeleton } from "../../../ui/StateNote.tsx";
import { exportItems, exportPath } from "../exportFormats.ts";
import { encodingName, formatName } from "../fileWords.ts";
import { useCrsWords } from "../useCrsWords.ts";
import { useFieldWords } from "../useFieldWords.ts";
import { MendFigures } from "../wizard/AppliedSteps.tsx";
import { SeverityTag } from "../wizard/SeverityTag.tsx";
import { useCodeWords } from "../wizard/useCodeWords.ts";
import { RollBack } from "./RollBack.tsx";

interface VersionDrawerProps {
	readonly layer: LayerKey;
	/** null: closed. */
	readonly id: number | null;
	onClose(): void;
}

export function VersionDrawer({ layer, id, onClose }: VersionDrawerProps): ReactNode {
	const { t } = useTranslation();
	const version = useQuery({ ...versionQuery(id ?? 0), enabled: id !== null });
	return (
		<Drawer
			open={id !== null}
			onClose={onClose}
			size={520}
			title={t("data.versions.title")}
			rootClassName="version-drawer"
		>
			{version.error !== null && <Problem query={version} />}
			{version.data === undefined && version.error === null && <Skeleton rows={8} />}
			{version.data !== undefined && <VersionBody layer={layer} version={version.data} />}
		</Drawer>
	);
}

function VersionBody({ layer, version }: { layer: LayerKey; version: VersionDetail }): ReactNode {
	const { t } = useTranslation();
	const canEdit = useCanEdit();
	const { versionId, commits } = version;
	const isCurrent = commits.some((commit) => commit.isCurrent);
	return (
		<div data-testid="version-detail">
			<SourceFacts version={version} />
			<Mapping version={version} />
			<Section title={t("data.mend.applied")} isEmpty={version.steps.length === 0}>
				<ol className="plain">
					{version.steps.map((report, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a version never changes
						<li key={index}>
							<MendFigures report={report} />
						</li>
					))}
				</ol>
			</Section>
			<AcceptedIssues version={version} />
			<Section title={t("data.versions.commits")} isEmpty={commits.length === 0}>
				<ul>
					{commits.map(({ commitId, committedAt, committedBy, reason }) => (
						<li key={commitId}>
							{formatTime(committedAt)} · {committedBy ?? t("data.commandLine")}
							{reason !== null && reason !== "" && <small>{reason}</small>}
						</li>
					))}
				</ul>
			</Section>
			<Section title={t("data.layers.export")} isEmpty={false}>
				<p className="export-links">
					{exportItems(version.kind).map((format) => (
						<a key={format} className="text-button" href={exportPath(versionId, format)} download>
							{t(`data.format.${format}`)}
						</a>
					))}
				</p>
			</Section>
			{canEdit && !isCurrent && <RollBack layer={layer} versionId={versionId} />}
		</div>
	);
}

function SourceFacts({ version }: { version: VersionDetail }): ReactNode {
	const { t } = useTranslation();
	const crsWords = useCrsWords();
	const { source, features, contentHash, versionId } = version;
	const facts: [string, ReactNode][] = [
		[t("data.finding.file"), source.name],
		[t("data.versions.format"), formatName(source.format)],
		[t("data.finding.crs"), crsWords(source.crs)],
		[
			t("data.finding.encoding"),
			source.encoding === null ? t("data.finding.byFormat") : encodingName(source.encoding),
		],
		[t("data.layers.features"), formatCount(features)],
		[t("data.versions.fileHash"), <code key="file">{source.hash.slice(0, 16)}</code>],
		[t("data.versions.contentHash"), <code key="content">{contentHash.slice(0, 16)}</code>],
	];
	return (
		<>
			<dl className="facts">
				{facts.map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			{source.isKept ? (
				<a
					className="button small"
					href={`/api/versions/${versionId}/source`}
					download
					data-testid="download-source"
				>
					<Icon name="download" size={13} /> {t("data.versions.original")}
				</a>
			) : (
				<p className="muted">{t("data.versions.notKept")}</p>
			)}
		</>
	);
}

function Mapping({ version }: { version: VersionDetail }): ReactNode {
	const { t } = useTranslation();
	const fieldWords = useFieldWords();
	const columns = Object.entries(version.settings?.columns ?? {});
	return (
		<Section title={t("data.fields.title")} isEmpty={columns.length === 0}>
			<dl className="facts">
				{columns.map(([field, column]) => (
					<div key={field}>
						<dt>{fieldWords(field)}</dt>
						<dd>{column}</dd>
					</div>
				))}
			</dl>
		</Section>
	);
}

function AcceptedIssues({ version }: { version: VersionDetail }): ReactNode {
	const { t } = useTranslation();
	const codeWords = useCodeWords();
	return (
		<Section title={t("data.versions.issues")} isEmpty={version.issues.length === 0}>
			<ul className="commit-groups">
				{version.issues.map(({ code, severity, count }) => (
					<li key={`${severity} ${code}`}>
						<SeverityTag severity={severity} />
						<span>{codeWords(code)}</span>
						<b>{formatCount(count)}</b>
					</li>
				))}
			</ul>
		</Section>
	);
}

interface SectionProps {
	readonly title: string;
	readonly isEmpty: boolean;
	readonly children: ReactNode;
}

function Section({ title, isEmpty, children }: SectionProps): ReactNode {
	if (isEmpty) return null;
	return (
		<section>
			<h3>{title}</h3>
			{children}
		</section>
	);
}

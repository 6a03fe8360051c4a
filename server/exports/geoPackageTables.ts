// The tables that make an SQLite file a GeoPackage, as the standard (OGC 12-128r15, annex C) defines them.
import { WGS84_WKT } from "./wgs84.ts";

/** `GPKG` in the file's header, and the version 1.2.1. */
export const SYSTEM_TABLES = `
pragma application_id = ${0x47504b47};
pragma user_version = 10201;
create table gpkg_spatial_ref_sys (
  srs_name text not null,
  srs_id integer not null primary key,
  organization text not null,
  organization_coordsys_id integer not null,
  definition text not null,
  description text
);
create table gpkg_contents (
  table_name text not null primary key,
  data_type text not null,
  identifier text unique,
  description text default '',
  last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x double,
  min_y double,
  max_x double,
  max_y double,
  srs_id integer,
  constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id)
);
create table gpkg_geometry_columns (
  table_name text not null,
  column_name text not null,
  geometry_type_name text not null,
  srs_id integer not null,
  z tinyint not null,
  m tinyint not null,
  constraint pk_geom_cols primary key (table_name, column_name),
  constraint uk_gc_table_name unique (table_name),
  constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
  constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
);
`;

/** WGS84, and the two undefined ones that every GeoPackage must name. */
export const SPATIAL_REFERENCES: readonly [string, number, string, number, string, string][] = [
	["Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinates"],
	["Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinates"],
	["WGS 84 geodetic", 4326, "EPSG", 4326, WGS84_WKT, "longitude and latitude in degrees"],
];

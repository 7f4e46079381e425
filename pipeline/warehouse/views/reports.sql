-- The contract's table: files with the same bytes each have their row. One row per report: dim_report.
SELECT r.report_id, f.source_name, r.source_sha256, r.media_type, r.page_count, r.text_source, r.document_kind, r.title,
       r.office_id, r.office_name, r.office_type, r.province, r.area_no, r.fiscal_year, r.fiscal_year_ce, r.framework,
       r.status, r.error_count, r.warning_count, r.pipeline_version, r.processed_at
FROM dim_report r
JOIN report_files f ON f.report_id = r.report_id

SELECT report_id, source_name, source_sha256, media_type, page_count, text_source, document_kind, title, office_id,
       office_name, office_type, province, area_no, fiscal_year, fiscal_year_ce, framework, status, error_count,
       warning_count, pipeline_version, processed_at
FROM dim_report

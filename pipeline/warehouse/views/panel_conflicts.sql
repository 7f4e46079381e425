-- One row for every place that states another value than the one chosen, with the places of both.
WITH candidates AS MATERIALIZED (
    SELECT * FROM panel_candidates
)
SELECT b.office_id, f.office_short, b.fiscal_year, b.level, b.code, b.quantity, b.value, b.report_id,
       b.source_name, b.source_kind, b.check_result, b.page, b.table_no, b.row_no, o.value AS other_value,
       o.report_id AS other_report_id, o.source_name AS other_source_name, o.source_kind AS other_source_kind,
       o.check_result AS other_check_result, o.page AS other_page, o.table_no AS other_table_no,
       o.row_no AS other_row_no, o.value - b.value AS difference,
       b.value IN (round(o.value, 0), round(o.value, 1)) OR o.value IN (round(b.value, 0), round(b.value, 1))
           AS rounding
FROM candidates b
JOIN candidates o ON o.office_id = b.office_id AND o.fiscal_year = b.fiscal_year AND o.level = b.level
    AND o.code = b.code AND o.quantity = b.quantity AND o.value <> b.value
JOIN dim_office f ON f.office_id = b.office_id
WHERE b.preference = 1

-- One row per office, fiscal year, level and code. The place, the check and the counts are those of the score; where
-- reports state only weighted points, those of the weighted score.
WITH candidates AS MATERIALIZED (
    SELECT * FROM panel_candidates
), chosen AS (
    SELECT * FROM candidates WHERE preference = 1
), other AS (
    SELECT c.*, row_number() OVER (
               PARTITION BY c.office_id, c.fiscal_year, c.level, c.code, c.quantity ORDER BY c.preference
           ) AS order_of_others
    FROM candidates c
    JOIN chosen b ON b.office_id = c.office_id AND b.fiscal_year = c.fiscal_year AND b.level = c.level
        AND b.code = c.code AND b.quantity = c.quantity
    WHERE c.value <> b.value
), decided AS MATERIALIZED (
    SELECT b.*, o.value IS NOT NULL AS disputed,
           CASE WHEN o.value IS NULL THEN 'undisputed'
                WHEN b.proof_rank < o.proof_rank AND b.proof_rank = 0 THEN 'verified'
                WHEN b.proof_rank < o.proof_rank THEN 'uncontradicted'
                WHEN b.kind_rank < o.kind_rank THEN 'own_report'
                WHEN b.documents > o.documents THEN 'agreement'
                WHEN coalesce(b.report_year, 0) > coalesce(o.report_year, 0) THEN 'newer'
                ELSE 'first' END AS decided_by
    FROM chosen b
    LEFT JOIN other o ON o.order_of_others = 1 AND o.office_id = b.office_id AND o.fiscal_year = b.fiscal_year
        AND o.level = b.level AND o.code = b.code AND o.quantity = b.quantity
), best AS (
    SELECT d.*, row_number() OVER (
               PARTITION BY d.office_id, d.fiscal_year, d.level, d.code ORDER BY d.quantity
           ) AS order_of_quantities
    FROM decided d
)
SELECT d.office_id, f.office_short, f.office_type, f.province, d.fiscal_year, y.fiscal_year_ce, d.level, d.code,
       i.name, CASE d.quantity WHEN 'score' THEN d.value END AS score, w.value AS weighted_score, d.grade, d.result,
       d.check_result, d.sources, d.agreeing, d.documents,
       CAST(d.agreeing AS DOUBLE PRECISION) / d.sources AS agreement,
       d.disputed OR coalesce(w.disputed, FALSE) AS disputed, d.decided_by, d.source_kind, d.report_year,
       d.report_id, d.source_name, d.page, d.table_no, d.row_no
FROM best d
JOIN dim_office f ON f.office_id = d.office_id
JOIN dim_fiscal_year y ON y.fiscal_year = d.fiscal_year
LEFT JOIN dim_indicator i ON i.framework = y.framework AND i.level = d.level AND i.code = d.code
LEFT JOIN decided w ON w.quantity = 'weighted_score' AND w.office_id = d.office_id
    AND w.fiscal_year = d.fiscal_year AND w.level = d.level AND w.code = d.code
WHERE d.order_of_quantities = 1

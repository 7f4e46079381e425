-- Every value that some report states for an office, fiscal year, level and code, best first (preference 1).
-- The rules, in their order: what an equation proves comes before what is not proven, and that before what its
-- own report contradicts; the office's own report of or for that year before reports of other years, and those
-- before tables of past years; the value that more different documents state; the newer report; a place with a page.
-- Files of one office, year and kind are one document in several formats. Reports without a known office are not here.
WITH stated AS (
    SELECT s.office_id, s.fiscal_year, s.level, s.code, 'score' AS quantity, s.score AS value,
           s."check" AS check_result, s.grade, s.result, s.report_id, s.page, s.table_no, s.row_no,
           CASE WHEN r.fiscal_year - s.fiscal_year BETWEEN 0 AND 1 THEN 0 ELSE 1 END AS kind_rank
    FROM scores s JOIN dim_report r ON r.report_id = s.report_id
    WHERE s.subject = 'office' AND s.office_id IS NOT NULL AND s.score IS NOT NULL
    UNION ALL
    SELECT s.office_id, s.fiscal_year, s.level, s.code, 'weighted_score', s.weighted_score,
           s."check", s.grade, s.result, s.report_id, s.page, s.table_no, s.row_no,
           CASE WHEN r.fiscal_year - s.fiscal_year BETWEEN 0 AND 1 THEN 0 ELSE 1 END
    FROM scores s JOIN dim_report r ON r.report_id = s.report_id
    WHERE s.subject = 'office' AND s.office_id IS NOT NULL AND s.weighted_score IS NOT NULL
    UNION ALL
    SELECT h.office_id, h.fiscal_year, 'overall', 'ITA', 'score', h.score,
           'unchecked', NULL, NULL, h.report_id, h.page, h.table_no, h.row_no, 2
    FROM score_history h
    WHERE h.office_id IS NOT NULL AND h.score IS NOT NULL
), placed AS (
    SELECT t.*, r.source_name, r.fiscal_year AS report_year,
           coalesce(CAST(r.fiscal_year AS VARCHAR), t.report_id) || '/' || coalesce(r.document_kind, '') AS document,
           CASE t.check_result WHEN 'verified' THEN 0 WHEN 'conflict' THEN 2 ELSE 1 END AS proof_rank
    FROM stated t JOIN dim_report r ON r.report_id = t.report_id
), supported AS (
    SELECT office_id, fiscal_year, level, code, quantity, value,
           count(DISTINCT report_id) AS agreeing, count(DISTINCT document) AS documents
    FROM placed
    GROUP BY office_id, fiscal_year, level, code, quantity, value
), known AS (
    SELECT office_id, fiscal_year, level, code, quantity, count(DISTINCT report_id) AS sources
    FROM placed
    GROUP BY office_id, fiscal_year, level, code, quantity
)
SELECT p.office_id, p.fiscal_year, p.level, p.code, p.quantity, p.value, p.check_result,
       CASE p.kind_rank WHEN 0 THEN 'own_report' WHEN 1 THEN 'other_report' ELSE 'history_table' END AS source_kind,
       p.report_year, p.grade, p.result, p.report_id, p.source_name, p.page, p.table_no, p.row_no,
       k.sources, s.agreeing, s.documents, p.proof_rank, p.kind_rank,
       row_number() OVER (
           PARTITION BY p.office_id, p.fiscal_year, p.level, p.code, p.quantity
           ORDER BY p.proof_rank, p.kind_rank, s.documents DESC, coalesce(p.report_year, 0) DESC,
                    CASE WHEN p.page IS NULL THEN 1 ELSE 0 END, p.report_id, coalesce(p.table_no, 0),
                    coalesce(p.row_no, 0), p.value
       ) AS preference
FROM placed p
JOIN supported s ON s.office_id = p.office_id AND s.fiscal_year = p.fiscal_year AND s.level = p.level
    AND s.code = p.code AND s.quantity = p.quantity AND s.value = p.value
JOIN known k ON k.office_id = p.office_id AND k.fiscal_year = p.fiscal_year AND k.level = p.level
    AND k.code = p.code AND k.quantity = p.quantity

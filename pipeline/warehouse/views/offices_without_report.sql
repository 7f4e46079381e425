WITH years AS (
    SELECT DISTINCT fiscal_year FROM dim_report WHERE fiscal_year IS NOT NULL AND status <> 'failed'
)
SELECT f.office_id, f.office_short, f.office_type, f.province, y.fiscal_year,
       EXISTS (
           SELECT 1 FROM panel p
           WHERE p.office_id = f.office_id AND p.fiscal_year = y.fiscal_year AND p.level = 'overall'
       ) AS score_known
FROM dim_office f
CROSS JOIN years y
WHERE NOT EXISTS (
    SELECT 1 FROM dim_report r
    WHERE r.office_id = f.office_id AND r.fiscal_year = y.fiscal_year AND r.status <> 'failed'
)

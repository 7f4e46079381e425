-- Items are left out: their numbers mean other things in other years.
SELECT n.office_id, n.office_short, n.office_type, n.province, n.fiscal_year, n.level, n.code, n.name, n.score,
       b.score AS previous_score, n.score - b.score AS change, n.grade, n.check_result, n.disputed
FROM panel n
LEFT JOIN panel b ON b.office_id = n.office_id AND b.level = n.level AND b.code = n.code
    AND b.fiscal_year = n.fiscal_year - 1
WHERE n.level IN ('overall', 'instrument', 'indicator') AND n.score IS NOT NULL

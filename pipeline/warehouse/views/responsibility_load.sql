SELECT r.office_id, f.office_short, r.fiscal_year, r.unit, r.role, count(DISTINCT r.item_code) AS items,
       count(DISTINCT CASE WHEN r.given_name IS NOT NULL THEN r.person END) AS persons,
       count(DISTINCT r.report_id) AS reports
FROM responsibilities r
LEFT JOIN dim_office f ON f.office_id = r.office_id
GROUP BY r.office_id, f.office_short, r.fiscal_year, r.unit, r.role

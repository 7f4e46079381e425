SELECT m.fiscal_year, m.indicator_code, max(i.name) AS indicator_name, u.unit, count(*) AS measures,
       count(DISTINCT m.office_id) AS offices, count(DISTINCT m.report_id) AS reports
FROM measures m
LEFT JOIN measure_units u ON u.report_id = m.report_id AND u.measure_id = m.measure_id
LEFT JOIN dim_indicator i ON i.indicator_key = m.indicator_key
GROUP BY m.fiscal_year, m.indicator_code, u.unit

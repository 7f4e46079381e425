SELECT p.fiscal_year, p.code, max(p.name) AS name,
       count(CASE WHEN p.result = 'ไม่ผ่าน' OR p.score < y.pass_mark OR p.score = 0 THEN 1 END) AS failed,
       count(*) AS offices,
       CAST(count(CASE WHEN p.result = 'ไม่ผ่าน' OR p.score < y.pass_mark OR p.score = 0 THEN 1 END)
            AS DOUBLE PRECISION) / count(*) AS failed_share
FROM panel p
JOIN dim_fiscal_year y ON y.fiscal_year = p.fiscal_year
WHERE p.level = 'item' AND p.score IS NOT NULL
GROUP BY p.fiscal_year, p.code

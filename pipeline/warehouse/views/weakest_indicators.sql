WITH ordered AS (
    SELECT p.*, row_number() OVER (
               PARTITION BY p.province, p.fiscal_year, p.code ORDER BY p.score, p.office_id
           ) AS from_below
    FROM panel p
    WHERE p.level = 'indicator' AND p.score IS NOT NULL
), averaged AS (
    SELECT province, fiscal_year, code, max(name) AS name, count(*) AS offices,
           CAST(round(avg(score), 2) AS DECIMAL(38, 9)) AS average_score, min(score) AS lowest_score,
           max(CASE from_below WHEN 1 THEN office_short END) AS lowest_office
    FROM ordered
    GROUP BY province, fiscal_year, code
)
SELECT province, fiscal_year, rank() OVER (PARTITION BY province, fiscal_year ORDER BY average_score) AS weakness_rank,
       code, name, average_score, lowest_score, lowest_office, offices
FROM averaged

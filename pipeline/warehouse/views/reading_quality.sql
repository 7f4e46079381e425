WITH proven AS (
    SELECT report_id, count(*) AS scores, count(CASE "check" WHEN 'verified' THEN 1 END) AS verified,
           count(CASE "check" WHEN 'conflict' THEN 1 END) AS in_conflict
    FROM scores
    WHERE subject = 'office'
    GROUP BY report_id
)
SELECT r.office_id, max(f.office_short) AS office_short, count(*) AS reports,
       count(CASE r.status WHEN 'ok' THEN 1 END) AS reports_ok,
       count(CASE WHEN r.status IN ('needs_review', 'partial') THEN 1 END) AS reports_to_review,
       count(CASE r.status WHEN 'failed' THEN 1 END) AS reports_failed,
       CAST(sum(r.error_count) AS BIGINT) AS errors, CAST(sum(r.warning_count) AS BIGINT) AS warnings,
       CAST(coalesce(sum(p.scores), 0) AS BIGINT) AS scores,
       CAST(coalesce(sum(p.verified), 0) AS BIGINT) AS verified,
       CAST(coalesce(sum(p.in_conflict), 0) AS BIGINT) AS in_conflict,
       CAST(sum(p.verified) AS DOUBLE PRECISION) / CAST(sum(p.scores) AS DOUBLE PRECISION) AS verified_share
FROM dim_report r
LEFT JOIN dim_office f ON f.office_id = r.office_id
LEFT JOIN proven p ON p.report_id = r.report_id
GROUP BY r.office_id

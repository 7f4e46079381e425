SELECT old.report_id, g.source_name, old.score_key, old.score AS score_before, new.score AS score_now,
       g.pipeline_version, g.processed_at, old.reading_id
FROM score_readings old
JOIN report_readings g ON g.report_id = old.report_id AND g.reading_id = old.reading_id AND NOT g.is_current
LEFT JOIN scores new ON new.report_id = old.report_id AND new.score_key = old.score_key
WHERE old.score IS DISTINCT FROM new.score

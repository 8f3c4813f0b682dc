-- T.A.R.S. v1.0.1, TARS-1004: three indexes for the queries that took the API to a p95 of 500 ms.
--
-- CREATE INDEX CONCURRENTLY does not lock out writers and does not work inside a transaction block. So this file has no
-- BEGIN and no COMMIT, and each statement goes to the server by itself with autocommit on:
--
--   psql -X -v ON_ERROR_STOP=1 -d "$TARS_DATABASE" -f migrations/V1.0.1__add_indexes.sql
--
-- Without ON_ERROR_STOP psql goes on after an error and still exits 0; with -1 or --single-transaction it fails.
-- No IF NOT EXISTS: a build that was cancelled or timed out leaves an INVALID index of the same name, which IF NOT
-- EXISTS would take for the finished one. When a name is taken, see whether the index is valid and drop it if not:
--
--   SELECT c.relname, i.indisvalid, i.indisready FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
--   WHERE c.relname IN ('idx_evaluations_agent_created', 'idx_evaluations_region_status', 'idx_agents_type_active');
--
-- The schema is written out, so that no search path decides which table is meant; where T.A.R.S. lives in another one,
-- change it here and in the rollback.
--
-- A build waits for every transaction that is older than itself: end long ones first. Take the indexes back with
-- V1.0.1__add_indexes.rollback.sql.

-- Evaluations of one agent, newest first.
CREATE INDEX CONCURRENTLY idx_evaluations_agent_created
    ON public.evaluations (agent_id, created_at DESC, status)
    WHERE deleted_at IS NULL;

-- Evaluations of one region in one state, newest first.
CREATE INDEX CONCURRENTLY idx_evaluations_region_status
    ON public.evaluations (region, status, created_at DESC)
    WHERE deleted_at IS NULL;

-- Agents of one type that are active, latest change first.
CREATE INDEX CONCURRENTLY idx_agents_type_active
    ON public.agents (agent_type, is_active, last_updated DESC);

-- A query is planned with both partial indexes only if it says deleted_at IS NULL itself.
COMMENT ON INDEX public.idx_evaluations_agent_created IS 'T.A.R.S. v1.0.1, TARS-1004: evaluations by agent, newest first';
COMMENT ON INDEX public.idx_evaluations_region_status IS 'T.A.R.S. v1.0.1, TARS-1004: evaluations by region and status';
COMMENT ON INDEX public.idx_agents_type_active IS 'T.A.R.S. v1.0.1, TARS-1004: active agents by type';

-- The planner chooses by statistics.
ANALYZE public.evaluations;
ANALYZE public.agents;

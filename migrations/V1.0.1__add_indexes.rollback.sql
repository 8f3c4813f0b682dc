-- Takes back V1.0.1__add_indexes.sql: drops its three indexes, finished or INVALID, last one first. Queries become
-- slower and stay right.
--
-- DROP INDEX CONCURRENTLY does not work inside a transaction block either: one statement at a time, autocommit on.
--
--   psql -X -v ON_ERROR_STOP=1 -d "$TARS_DATABASE" -f migrations/V1.0.1__add_indexes.rollback.sql

DROP INDEX CONCURRENTLY IF EXISTS public.idx_agents_type_active;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_evaluations_region_status;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_evaluations_agent_created;

-- The statements of the migration that T.A.R.S. v1.0.1 was published with, rebuilt from a description of it: one
-- transaction around eleven concurrent builds, each with its comment, then the statistics. Its faults are kept.

BEGIN;

-- 1: recent evaluations of an agent in a region
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_evaluations_agent_region_time
ON evaluations (agent_id, region, created_at DESC)
WHERE status != 'deleted';

COMMENT ON INDEX idx_evaluations_agent_region_time IS 'recent evaluations of an agent; 500 ms to 50 ms';

-- 2: evaluations that need attention
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_evaluations_status_time
ON evaluations (status, created_at DESC)
WHERE status IN ('error', 'pending', 'running');

COMMENT ON INDEX idx_evaluations_status_time IS 'evaluations by status; 400 ms to 30 ms';

-- 3: aggregates
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_evaluations_agent_region_created
ON evaluations (agent_id, region, created_at DESC)
INCLUDE (duration_ms, status);

COMMENT ON INDEX idx_evaluations_agent_region_created IS 'aggregates without the heap; 600 ms to 80 ms';

-- 4
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_agent_states_agent_region_updated
ON agent_states (agent_id, region, updated_at DESC);

COMMENT ON INDEX idx_agent_states_agent_region_updated IS 'latest state of an agent; 300 ms to 25 ms';

-- 5
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_agent_states_type_updated
ON agent_states (agent_type, updated_at DESC)
INCLUDE (region, reward, epsilon);

COMMENT ON INDEX idx_agent_states_type_updated IS 'states by type; 250 ms to 40 ms';

-- 6
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_metrics_name_region_time
ON metrics (metric_name, region, timestamp DESC)
INCLUDE (value, labels);

COMMENT ON INDEX idx_metrics_name_region_time IS 'series of a region; 450 ms to 60 ms';

-- 7
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_metrics_name_time
ON metrics (metric_name, timestamp DESC)
INCLUDE (value, labels);

COMMENT ON INDEX idx_metrics_name_time IS 'series of all regions; 700 ms to 120 ms';

-- 8
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_audit_logs_user_time
ON audit_logs (user_id, timestamp DESC)
INCLUDE (action, resource_type, resource_id);

COMMENT ON INDEX idx_audit_logs_user_time IS 'what a user did; 350 ms to 45 ms';

-- 9
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_audit_logs_resource
ON audit_logs (resource_type, resource_id, timestamp DESC)
INCLUDE (user_id, action);

COMMENT ON INDEX idx_audit_logs_resource IS 'what happened to a resource; 300 ms to 35 ms';

-- 10: a key that is not revoked; it should be unique
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS idx_api_keys_hash_active
ON api_keys (key_hash)
WHERE revoked_at IS NULL AND expires_at > NOW();

COMMENT ON INDEX idx_api_keys_hash_active IS 'sign-in by key; 150 ms to 5 ms';

-- 11
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_api_keys_user_active
ON api_keys (user_id, revoked_at, created_at DESC)
WHERE revoked_at IS NULL;

COMMENT ON INDEX idx_api_keys_user_active IS 'keys of a user; 100 ms to 15 ms';

ANALYZE evaluations;
ANALYZE agent_states;
ANALYZE metrics;
ANALYZE audit_logs;
ANALYZE api_keys;

COMMIT;

-- To take it back:
-- BEGIN;
-- DROP INDEX CONCURRENTLY IF EXISTS idx_evaluations_agent_region_time;
-- COMMIT;

-- 40 agents and 2000 retired ones, and as many evaluations of the 40 as asked for over the last thirty days; the same
-- numbers every time.
WITH seed AS (SELECT setseed(0.42)),
     new_agents AS (
         INSERT INTO agents (agent_id, agent_type, region, is_active, last_updated)
         SELECT t || '_agent_' || n, t, (ARRAY['us-east-1', 'eu-west-1'])[1 + n % 2], n < 5,
                now() - n * interval '7 minutes'
         FROM seed, unnest(ARRAY['ppo', 'dqn', 'a2c', 'ddpg', 'sac', 'td3', 'rainbow', 'impala']) AS t,
              generate_series(1, 5) AS n
         UNION ALL
         SELECT t || '_retired_' || n, t, (ARRAY['us-east-1', 'eu-west-1'])[1 + n % 2], false,
                now() - interval '30 days' - n * interval '3 hours'
         FROM unnest(ARRAY['ppo', 'dqn', 'a2c', 'ddpg', 'sac', 'td3', 'rainbow', 'impala']) AS t,
              generate_series(1, 250) AS n
         RETURNING 1)
INSERT INTO evaluations (id, agent_id, region, status, duration_ms, reward, error, created_at, deleted_at)
SELECT gen_random_uuid(),
       (ARRAY['ppo', 'dqn', 'a2c', 'ddpg', 'sac', 'td3', 'rainbow', 'impala'])[1 + (i * 7) % 8]
           || '_agent_' || 1 + (i * 3) % 5,
       (ARRAY['us-east-1', 'eu-west-1'])[1 + i % 2],
       CASE WHEN r < 0.92 THEN 'completed' WHEN r < 0.96 THEN 'failed' WHEN r < 0.98 THEN 'error'
            WHEN r < 0.99 THEN 'running' ELSE 'pending' END,
       200 * exp(random() * 3),
       -200 + 400 * random(),
       CASE WHEN r >= 0.92 AND r < 0.98 THEN 'environment reset failed' END,
       now() - interval '30 days' * random(),
       CASE WHEN random() < 0.02 THEN now() END
FROM (SELECT i, random() AS r FROM seed, generate_series(1, ?) AS i) AS numbers

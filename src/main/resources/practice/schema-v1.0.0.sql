-- The tables of T.A.R.S. v1.0.0, as its queries and migrations name them; without the indexes of TARS-1004.
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

CREATE TABLE agents (
    agent_id     text PRIMARY KEY,
    agent_type   text NOT NULL,
    region       text NOT NULL,
    is_active    boolean NOT NULL DEFAULT true,
    status       text NOT NULL DEFAULT 'idle',
    last_updated timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE evaluations (
    id          uuid PRIMARY KEY,
    agent_id    text NOT NULL,
    region      text NOT NULL,
    status      text NOT NULL,
    duration_ms double precision,
    reward      double precision,
    error       text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    deleted_at  timestamptz
);

/**
 * Where the console looks: {@code environments.yaml} and what it names.
 *
 * <p>The file ({@code version: 1}) holds a list; each entry is one place a release goes to:
 *
 * <pre>
 * version: 1
 * environments:
 *   - name: production            # lower case, digits, dashes; "practice" is built in
 *     colour: ink                 # teal, ink, indigo, magenta, brown; by name where it is left out
 *     protection: protected       # none, protected; protected for "production" where it is left out
 *     where: "tars-production · context prod-us-east-1"
 *     prometheus:
 *       url: https://mon.example/prom
 *       auth: {bearer: "env:PROM_TOKEN"}      # or {basic: {user: ops, password: "file:/run/secrets/prom"}}
 *       tls: {ca: ca.pem, cert: me.pem, key: me.key, key-password: "env:KEY_PASSWORD"}
 *       headers: {X-Scope-OrgID: tars}
 *       timeout: 10s
 *     postgres:                      # the database of the migration; without it the page says so
 *       url: jdbc:postgresql://db.example:5432/tars
 *       user: tars_admin
 *       password: "env:PG_PASSWORD"
 *       tls: {ca: ca.pem}
 *     approvers: {count: 2, from: reversible}   # second persons, 1 for irreversible where it is left out
 *     identity: {cluster: prod-us-east-1}       # external labels its Prometheus must have before anything is changed
 *     kubernetes: {context: prod-us-east-1, namespace: tars-production, release: tars}
 * </pre>
 *
 * <p>Decisions: a secret is a reference ({@code env:NAME}, {@code file:PATH}, {@code keyring:NAME}) and is read when a call needs it; a
 * secret written down is refused. The hue of a state (red, green, violet, yellow, blue) is no environment's colour,
 * because a window that is red all day hides the miss. Paths are relative to the file. A file with one fault is
 * refused as a whole: half a list would hide an environment from a person who looks for it.
 */
@NullMarked
package dev.tars.console.app.environments;

import org.jspecify.annotations.NullMarked;

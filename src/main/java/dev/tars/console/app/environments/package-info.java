/**
 * environments.yaml: which T.A.R.S. the console may talk to, and how.
 */
@NullMarked
package dev.tars.console.app.environments;

import org.jspecify.annotations.NullMarked;

/**
 * YAML documents read with the place of every value, so that every refusal names file, line, cause and mend.
 */
@NullMarked
package dev.tars.console.document;

import org.jspecify.annotations.NullMarked;

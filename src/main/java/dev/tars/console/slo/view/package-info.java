/**
 * The live panel.
 */
@NullMarked
package dev.tars.console.slo.view;

import org.jspecify.annotations.NullMarked;

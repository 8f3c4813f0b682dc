/**
 * SQL files as PostgreSQL reads them: a lexer with every kind of quote, a splitter that gives the file back byte for
 * byte, and a parser for the few statements that an index migration is made of.
 *
 * <p>Words. A <i>token</i> is a stretch of the file; tokens lie side by side and leave nothing out. A <i>piece</i> is a
 * statement or what stands between two. The <i>form</i> of an index is what it indexes, without its name, the case of
 * its words and the parentheses and casts that the server adds when it writes a definition down.
 *
 * <p>Decisions. What only psql understands is refused by name: meta commands, {@code :variables}, data after
 * {@code COPY … FROM STDIN}. So is {@code SET standard_conforming_strings}, which changes where a quote ends. What the
 * parser does not know is {@code OTHER}, never an error: the server judges it.
 *
 * <p>Sources: PostgreSQL 15, {@code scan.l}, {@code psqlscan.l}, {@code gram.y}; documentation, "Lexical Structure".
 */
@NullMarked
package dev.tars.console.migration.sql;

import org.jspecify.annotations.NullMarked;

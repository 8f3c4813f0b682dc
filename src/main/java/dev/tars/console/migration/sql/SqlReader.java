package dev.tars.console.migration.sql;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.StatementParser.Parsed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads SQL files and statements. */
public final class SqlReader {
    private static final int MAX_BYTES = 4_000_000;

    private SqlReader() {}

    /**
     * A file, split.
     *
     * @param bytes UTF-8, with or without a byte order mark, any line ends
     * @param file its name, for errors
     * @throws DocumentException for text that is no UTF-8, quotes and comments that never end, and what only psql
     *     understands
     */
    public static Script read(byte[] bytes, String file) throws DocumentException {
        if (bytes.length > MAX_BYTES) {
            throw new DocumentException(
                    file, 1, 1, "the file has " + bytes.length + " bytes", "keep it under " + MAX_BYTES);
        }
        String sql = decoded(bytes, file);
        Places places = new Places(sql);
        List<Statement> statements = new ArrayList<>();
        for (Piece piece : Splitter.split(file, sql)) {
            if (piece.isStatement()) {
                Cursor cursor = new Cursor(sql, piece.tokens());
                int line = places.line(piece.start());
                int column = places.column(piece.start());
                PsqlOnly.refuse(cursor, file, line, column);
                cursor.back(0);
                statements.add(statement(
                        statements.size() + 1, sql.substring(piece.start(), piece.end()), line, column, cursor));
            }
        }
        return new Script(file, sha256(bytes), statements);
    }

    /** A definition as {@code pg_get_indexdef} writes it, or any {@code CREATE INDEX}; empty for anything else. */
    public static Optional<IndexDefinition> index(String sql) {
        return cursor(sql).flatMap(IndexParser::parse);
    }

    /**
     * What a statement is about: the indexes of a build, a drop, a reindex or a comment on an index, the tables of an
     * ANALYZE; empty for the rest.
     */
    public static List<QualifiedName> objects(Statement statement) {
        return cursor(statement.text())
                .map(cursor -> StatementParser.parse(cursor).objects())
                .orElse(List.of());
    }

    /** The words of a statement without its comments, folded to lower case, strings left out. */
    public static List<String> words(String sql) {
        return cursor(sql).map(Cursor::words).orElse(List.of());
    }

    /** The functions that a text calls, folded, without their schema. */
    public static List<String> calls(String sql) {
        return cursor(sql).map(Cursor::calls).orElse(List.of());
    }

    private static Statement statement(int number, String text, int line, int column, Cursor cursor) {
        Parsed parsed = StatementParser.parse(cursor);
        Optional<QualifiedName> object = parsed.objects().stream().findFirst();
        boolean isNamed = parsed.kind() != StatementKind.COMMENT;
        return new Statement(
                number,
                text,
                line,
                column,
                parsed.kind(),
                isNamed ? object.map(QualifiedName::name).orElse("") : "",
                parsed.index(),
                isNamed ? object.flatMap(QualifiedName::schema) : Optional.empty());
    }

    /** The one statement of a text. */
    static Optional<Cursor> cursor(String sql) {
        try {
            List<Piece> pieces =
                    Splitter.split("", sql).stream().filter(Piece::isStatement).toList();
            return pieces.size() == 1
                    ? Optional.of(new Cursor(sql, pieces.get(0).tokens()))
                    : Optional.empty();
        } catch (DocumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(byte[] bytes, String file) throws DocumentException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < firstBad(bytes); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new DocumentException(file, line, 1, "bytes that are no UTF-8", "save the file as UTF-8");
        }
    }

    private static int firstBad(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        return result.isError() ? in.position() : bytes.length;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package dev.tars.console.migration.sql;

import dev.tars.console.migration.sql.Token.Kind;
import java.util.Map;
import java.util.Set;

/** Names of types: the short ones and those that the server writes. */
final class Types {
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("bool", "boolean"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("decimal", "numeric"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time", "time without time zone"));

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "bpchar");
    private static final Set<String> NUMBERS =
            Set.of("integer", "smallint", "bigint", "double precision", "real", "numeric");

    private Types() {}

    /** Reads a type after {@code ::} or {@code AS}. */
    static String read(Cursor cursor) throws Unreadable {
        String name = cursor.qualified().name();
        if (name.equals("double") && cursor.take("precision")) {
            name = "double precision";
        } else if (name.equals("character") && cursor.take("varying")) {
            name = "character varying";
        }
        int start = cursor.position();
        if (cursor.is(Kind.OPEN)) {
            cursor.skipParentheses();
        }
        String size = cursor.between(start, cursor.position());
        if (cursor.take("with", "time", "zone")) {
            name += " with time zone";
        } else if (cursor.take("without", "time", "zone")) {
            name += " without time zone";
        }
        StringBuilder type = new StringBuilder(LONG.getOrDefault(name, name)).append(size);
        while (cursor.take(Kind.OPEN_BRACKET)) {
            cursor.take(Kind.NUMBER);
            cursor.need(Kind.CLOSE_BRACKET);
            type.append("[]");
        }
        return type.toString();
    }

    static boolean isText(String type) {
        return TEXTS.contains(type.replace("[]", ""));
    }

    static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }
}

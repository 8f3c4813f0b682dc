package dev.tars.console.migration.files;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.SqlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code NAME.queries.yaml}. */
final class QueriesFile {
    private static final Duration MIN_LIMIT = Duration.ofMillis(1);
    private static final Duration MAX_LIMIT = Duration.ofHours(1);

    private QueriesFile() {}

    static List<ApiQuery> read(String text, String file) throws DocumentException {
        YamlNode root = YamlDocument.parse(text, file);
        root.allowOnly("queries");
        List<ApiQuery> queries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : root.require("queries").items()) {
            ApiQuery query = query(node);
            if (!ids.add(query.id())) {
                throw node.errorAtKey("id", "the id \"" + query.id() + "\" stands twice", "give each query its own");
            }
            queries.add(query);
        }
        return List.copyOf(queries);
    }

    private static ApiQuery query(YamlNode node) throws DocumentException {
        node.allowOnly("id", "title", "index", "limit", "sql", "samples");
        YamlNode id = node.require("id");
        if (!id.text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw id.error("the id \"" + id.text() + "\"", "write small letters, digits and dashes: active-agents");
        }
        YamlNode limit = node.require("limit");
        if (limit.duration().compareTo(MIN_LIMIT) < 0 || limit.duration().compareTo(MAX_LIMIT) > 0) {
            throw limit.error("the limit is " + limit.text(), "write 1ms to 1h");
        }
        return new ApiQuery(
                id.text(),
                node.require("title").text(),
                select(node.require("sql")),
                select(node.require("samples")),
                node.require("index").text(),
                limit.duration());
    }

    /** One statement that reads. What it does is proven by running it in a read-only transaction. */
    private static String select(YamlNode node) throws DocumentException {
        String text = node.text().strip();
        Script script;
        try {
            script = SqlReader.read(text.getBytes(StandardCharsets.UTF_8), node.file());
        } catch (DocumentException e) {
            // Its lines count from the value's first one, which a block scalar has one line below its key.
            throw node.error("line " + e.line() + " of the SQL: " + e.reason(), e.mend());
        }
        if (script.statements().size() != 1) {
            throw node.error("there are " + script.statements().size() + " statements", "write exactly one");
        }
        List<String> words = SqlReader.words(script.statements().get(0).text());
        boolean reads = script.statements().get(0).kind() == StatementKind.OTHER
                && !words.isEmpty()
                && (words.get(0).equals("select") || words.get(0).equals("with"));
        if (!reads) {
            throw node.error("this is no query", "write one SELECT");
        }
        return script.statements().get(0).text();
    }
}
